import { charsetOfCodePage, decodeAs } from '../charset-guess.ts';
import { judgeFields } from './fields.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
import { readOldObject } from './old-object.ts';
import { walkRtf } from './rtf-walk.ts';

const MOST_OBJECTS = 30;
const BREAKS = new Set('par line row sect page'.split(' '));

/** Reads Rich Text: its words, its fields, what it loads, and the objects packed into it. */
export async function readRtf(bytes: Uint8Array, look: Look): Promise<undefined> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { words, fields, template, classes, updates, objects, cut } = partsOf(source);
  look.content.push(source.slice(0, LIMITS.contentChars / 2));
  look.text.push(words);
  if (/^\s{0,10}(https?:|\\\\|\/\/|ftp:)/i.test(template)) {
    look.traits.add('remote-template');
    look.links.push({ url: template.trim(), source: 'document' });
  }
  // Refreshed by itself on opening: how exploits of the equation editor and of links to objects arrive.
  if (updates) look.traits.add('external-object');
  judgeFields(fields, look);
  if (cut) addGap(look, 'too-many');
  for (const [index, hex] of objects.entries()) {
    const found = await readOldObject(hex, `object-${index + 1}`, look);
    if (found.equation && (updates || !/equation/i.test(classes))) look.traits.add('equation-editor');
  }
}

interface Parts {
  words: string;
  fields: string;
  template: string;
  /** What the document says that its objects are. */
  classes: string;
  updates: boolean;
  /** Hex, as it stands. */
  objects: string[];
  cut: boolean;
}

function partsOf(source: string): Parts {
  const parts: Parts = { words: '', fields: '', template: '', classes: '', updates: false, objects: [], cut: false };
  const words: string[] = [];
  const fields: string[] = [];
  let charset = 'windows-1252';
  let coded = '';
  const settle = (): void => {
    if (coded !== '') words.push(/[\x80-\xff]/.test(coded) ? decodeAs(Buffer.from(coded, 'latin1'), charset) : coded);
    coded = '';
  };
  const object = (text: string): void => {
    if (parts.objects.length > 0) parts.objects.push(`${parts.objects.pop()}${text}`);
  };
  walkRtf(source, {
    word(name, value, { destination }) {
      if (name === 'ansicpg') charset = charsetOfCodePage(value) ?? charset;
      else if (name === 'objdata') {
        if (parts.objects.length < MOST_OBJECTS) parts.objects.push('');
        else parts.cut = true;
      } else if (/^obj(?:update|autlink|link)$/.test(name)) parts.updates = true;
      else if (name === 'fldinst') fields.push('\n');
      else if (name === 'u' && destination === '') {
        settle();
        words.push(String.fromCharCode((((value ?? 63) % 65_536) + 65_536) % 65_536));
      } else if (destination === '' && BREAKS.has(name)) coded += '\n';
      else if (destination === '' && /^(?:tab|cell)$/.test(name)) coded += ' ';
    },
    text(text, { destination }) {
      if (destination === '') coded += text;
      else if (destination === 'fldinst') fields.push(text);
      else if (destination === 'template') parts.template += text;
      else if (destination === 'objclass') parts.classes += `${text} `;
      else if (destination === 'objdata' && !parts.cut) object(text.replace(/[^0-9a-f]/gi, ''));
    },
    binary(data, { destination }) {
      if (destination === 'objdata' && !parts.cut) object(Buffer.from(data, 'latin1').toString('hex'));
    },
  });
  settle();
  return { ...parts, words: words.join(''), fields: fields.join('') };
}
