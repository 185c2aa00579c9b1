import { createHash } from 'node:crypto';
import { extensionOf } from './extension.ts';
import { type FileContent, LIMITS } from './file-content.ts';
import { recognise } from './recognise.ts';

export type { FileContent } from './file-content.ts';
export { isPicture } from './recognise.ts';

/**
 * Looks into one file: what it really is, what it holds, which links it carries. Never throws; what cannot be read is a
 * gap. Does not know whether the file came alone or in a mail: a picture without a code is no gap here.
 */
export async function readFile(file: {
  bytes: Uint8Array;
  name: string;
  declaredType: string;
  inline: boolean;
}): Promise<FileContent> {
  const extension = extensionOf(file.name);
  const head = file.bytes.subarray(0, LIMITS.fileBytes);
  const type = await recognise(head, extension, file.declaredType.toLowerCase());
  return {
    type,
    extension,
    size: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    entries: [],
    traits: [],
    content: '',
    links: [],
    gaps: [],
    ...(type === 'eml' && { mail: file.bytes }),
  };
}
