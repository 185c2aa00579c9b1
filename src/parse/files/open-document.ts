import { addGap, type Look } from './file-content.ts';
import { decodeText } from './text.ts';
import { walkXml } from './xml.ts';
import type { ZipMember } from './zip.ts';

const KINDS: [ending: string, type: string][] = [
  ['text', 'odt'],
  ['spreadsheet', 'ods'],
  ['presentation', 'odp'],
  ['graphics', 'odg'],
];

/** Reads a LibreOffice document (OASIS OpenDocument): words, links, and whether it carries macros. */
export async function readOpenDocument(members: ZipMember[], look: Look): Promise<string> {
  if (members.some((member) => /^(Basic|Scripts)\/.+/.test(member.name))) look.traits.add('macro');
  const said = await members.find((member) => member.name === 'mimetype')?.read();
  const content = await members.find((member) => member.name === 'content.xml')?.read();
  if (typeof content === 'string') addGap(look, content);
  else if (content) readContent(decodeText(content), look);
  const mime = said instanceof Uint8Array ? decodeText(said).trim() : '';
  return KINDS.find(([ending]) => mime.endsWith(`opendocument.${ending}`))?.[1] ?? 'zip';
}

function readContent(xml: string, look: Look): void {
  const words: string[] = [];
  walkXml(xml, {
    tag({ name, attributes }) {
      if (name === '/p' || name === '/h') words.push('\n');
      const url = attributes.get('href') ?? '';
      if (name === 'a' && url !== '') look.links.push({ url, source: 'document' });
      if (name === 'event-listener') look.traits.add('macro-auto-open');
      if (name === 'object' && /^https?:/i.test(url)) {
        look.traits.add('external-object');
        look.links.push({ url, source: 'document' });
      }
    },
    text: (text) => words.push(text),
  });
  look.text.push(words.join(''));
}
