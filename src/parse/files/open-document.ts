import { judgeFields } from './fields.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
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
  for (const member of members) {
    if (!PACKED.test(member.name) || member.encrypted) continue;
    if (look.depth >= LIMITS.depth) addGap(look, 'too-many');
    else {
      const bytes = await member.read();
      if (typeof bytes === 'string') addGap(look, bytes);
      // Objects of this format are folders of XML; only those of others are files.
      else if (!/^Object/.test(member.name) || bytes[0] === 0xd0)
        await look.inside(bytes, member.name.split('/').at(-1) ?? '');
    }
  }
  const mime = said instanceof Uint8Array ? decodeText(said).trim() : '';
  return KINDS.find(([ending]) => mime.endsWith(`opendocument.${ending}`))?.[1] ?? 'zip';
}

const PACKED = /^(?:Pictures|media)\/[^/]{1,200}\.(?:png|jpe?g|gif|webp|bmp)$|^Object[^/]{0,60}$/i;

function readContent(xml: string, look: Look): void {
  const words: string[] = [];
  walkXml(xml, {
    tag({ name, attributes }) {
      if (name === '/p' || name === '/h') words.push('\n');
      const url = attributes.get('href') ?? '';
      if (name === 'a' && url !== '') look.links.push({ url, source: 'document' });
      const program = attributes.get('dde-application');
      if (program !== undefined) judgeFields(`DDE ${program} ${attributes.get('dde-topic') ?? ''}`, look);
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
