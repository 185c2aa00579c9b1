import { judgeFields } from './fields.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
import { isBrowserObject } from './object-kinds.ts';
import { MOST_WORDS, readableRuns } from './readable-runs.ts';
import { readLinkBase, readRelationships } from './relationships.ts';
import { decodeText } from './text.ts';
import { readVbaProject } from './vba-project.ts';
import { walkXml } from './xml.ts';
import type { ZipMember } from './zip.ts';

/** True for the packages of Word, Excel, PowerPoint and Visio (ECMA-376 part 2): they list their parts' types. */
export function isOfficePackage(members: ZipMember[]): boolean {
  return members.some((member) => member.name.toLowerCase() === '[content_types].xml');
}

/** Parts that hold no words of the document: styles, themes, fonts, settings. */
const WORDLESS =
  /(^|\/)(styles|stylesWithEffects|theme\d*|fontTable|numbering|webSettings|presProps|viewProps|tableStyles|calcChain|slideLayout\d*|slideMaster\d*|app|core|custom)\.xml$/i;
/**
 * Parts that are whole documents of another format, which Word takes in (`altChunk`) and where exploits hide, and
 * programs, which have no place in a package.
 */
const FOREIGN =
  /\.(?:rtf|mht|mhtml|html?|do[ct][xm]?|xls[xm]?|pptx?|txt|mso|exe|dll|js|vbs|hta|lnk|ps1|bat|cmd|sct|zip)$/;
const FOREIGN_TYPE = /\/rtf|\/html|rfc822|msword|x-mso|x-msdownload/;
const PICTURE = /\.(png|jpe?g|gif|webp|bmp|tiff?)$/i;

/**
 * Reads an Office document from its parts. Word finds its parts by content type and relationship, not by name, so a
 * macro project under an innocent name is found by its content type too.
 */
export async function readOfficePackage(members: ZipMember[], look: Look): Promise<string> {
  const parts = members.filter((member) => !member.name.endsWith('/'));
  const types = await readTypes(parts, look);
  const pictures: ZipMember[] = [];
  for (const part of parts) {
    const path = part.name.toLowerCase().replace(/^\//, '');
    const type = types.of(path);
    if (path === '[content_types].xml' || part.encrypted) continue;
    if (PICTURE.test(path)) pictures.push(part);
    else if (path.endsWith('.rels')) await withXml(part, look, (xml) => readRelationships(xml, look));
    else if (path === 'docprops/app.xml') await withXml(part, look, (xml) => readLinkBase(xml, look));
    else if (type.includes('vbaproject') || path.endsWith('vbaproject.bin')) await readMacros(part, look);
    else if (BINARY_TABLE.test(path)) await withBytes(part, look, (bytes) => readBinaryTable(bytes, look));
    else if (/(^|\/)embeddings\//.test(path) || path.endsWith('.bin')) await lookInside(part, look);
    else if (type.includes('macrosheet') || path.startsWith('xl/macrosheets/')) {
      look.traits.add('excel4-macro');
      await withXml(part, look, (xml) => readWords(xml, look));
    } else if ((path.endsWith('.xml') || type.includes('xml')) && !WORDLESS.test(path)) {
      await withXml(part, look, (xml) => readWords(xml, look));
    } else if (FOREIGN.test(path) || FOREIGN_TYPE.test(type)) await lookInside(part, look);
  }
  // Last, so that a hundred pictures cannot spend what the words and macros need.
  for (const picture of pictures) await lookInside(picture, look);
  return kindOf(types.all, parts, look);
}

interface PartTypes {
  all: string;
  of(path: string): string;
}

/** `[Content_Types].xml`: by part name, else by extension. All lower case. */
async function readTypes(parts: ZipMember[], look: Look): Promise<PartTypes> {
  const byName = new Map<string, string>();
  const byExtension = new Map<string, string>();
  const list = parts.find((part) => part.name.toLowerCase() === '[content_types].xml');
  if (list) {
    await withXml(list, look, (xml) =>
      walkXml(xml, {
        tag({ name, attributes }) {
          const type = (attributes.get('contenttype') ?? '').toLowerCase();
          if (name === 'override')
            byName.set((attributes.get('partname') ?? '').toLowerCase().replace(/^\//, ''), type);
          if (name === 'default') byExtension.set((attributes.get('extension') ?? '').toLowerCase(), type);
        },
      }),
    );
  }
  return {
    all: [...byName.values(), ...byExtension.values()].join(' '),
    of: (path) => byName.get(path) ?? byExtension.get(path.split('.').at(-1) ?? '') ?? '',
  };
}

async function readMacros(part: ZipMember, look: Look): Promise<void> {
  look.traits.add('macro');
  const bytes = await part.read();
  if (typeof bytes === 'string') addGap(look, bytes);
  else readVbaProject(bytes, look);
}

async function lookInside(part: ZipMember, look: Look): Promise<void> {
  if (look.depth >= LIMITS.depth) return addGap(look, 'too-many');
  const bytes = await part.read();
  if (typeof bytes === 'string') return addGap(look, bytes);
  // Printer settings and the like are named .bin too; only compound files among them can hold anything.
  const isBinaryPart = part.name.toLowerCase().endsWith('.bin');
  if (isBinaryPart && !(bytes[0] === 0xd0 && bytes[1] === 0xcf)) return;
  await look.inside(bytes, part.name.split('/').at(-1) ?? part.name);
}

async function withXml(part: ZipMember, look: Look, read: (xml: string) => void): Promise<void> {
  await withBytes(part, look, (bytes) => read(decodeText(bytes)));
}

async function withBytes(part: ZipMember, look: Look, read: (bytes: Uint8Array) => void): Promise<void> {
  const bytes = await part.read();
  if (typeof bytes === 'string') addGap(look, bytes);
  else read(bytes);
}

/** The sheets and strings of a workbook in the binary form. */
const BINARY_TABLE = /^xl\/(?:sharedstrings|comments\d{0,4}|(?:worksheets|chartsheets)\/[^/]{1,80})\.bin$/;

/** Of the binary form the words and addresses are read, without its layout. */
function readBinaryTable(bytes: Uint8Array, look: Look): void {
  look.text.push(readableRuns(bytes, MOST_WORDS));
}

/** Elements that end a line or a cell, without prefix. */
const BREAKS = new Set(['/p', '/si', '/row', 'br', '/tr', '/is', '/comment']);
/** Elements whose text is read: words, field instructions, cell formulas. */
const WORDS = new Set(['t', 'instrtext', 'f', 'v', 'deltext']);

/** Elements that name the kind of an object: of a letter's, and of a control's own part. */
const OBJECTS = new Set(['oleobject', 'ocx', 'control']);

/** The words of a part; a field or formula that opens a link or starts a program is named. */
function readWords(xml: string, look: Look): void {
  const shown: string[] = [];
  const commands: string[] = [];
  let within = '';
  walkXml(xml, {
    tag({ name, attributes }) {
      if (WORDS.has(name)) within = name;
      else if (name.startsWith('/') && WORDS.has(name.slice(1))) within = '';
      else if (BREAKS.has(name)) shown.push('\n');
      else if (name === 'tab' || name === '/c') shown.push(' ');
      else if (name === 'fldsimple') commands.push(attributes.get('instr') ?? '', '\n');
      if (name === '/p' || name === '/c') commands.push('\n');
      if (OBJECTS.has(name) && isBrowserObject(attributes.get('progid') ?? attributes.get('classid') ?? '')) {
        look.traits.add('external-object');
      }
      // A table that takes its figures from a program: `ddeLink` of an external link.
      if (name === 'ddelink') commands.push(`DDE ${attributes.get('ddeservice')} ${attributes.get('ddetopic')}\n`);
    },
    text(text) {
      if (within === 't') shown.push(text);
      else if (within === 'instrtext' || within === 'f') commands.push(text);
    },
  });
  look.text.push(shown.join(''));
  const fields = commands.join('');
  judgeFields(fields, look);
}

function kindOf(types: string, parts: ZipMember[], look: Look): string {
  const has = (folder: string) => parts.some((part) => part.name.toLowerCase().startsWith(folder));
  const macro = look.traits.has('macro') || types.includes('macroenabled');
  if (types.includes('wordprocessingml') || types.includes('ms-word') || has('word/')) {
    if (types.includes('template')) return macro ? 'dotm' : 'dotx';
    return macro ? 'docm' : 'docx';
  }
  if (types.includes('spreadsheetml') || types.includes('ms-excel') || has('xl/')) {
    if (types.includes('ms-excel.sheet.binary')) return 'xlsb';
    if (types.includes('addin')) return 'xlam';
    if (types.includes('template.m')) return macro ? 'xltm' : 'xltx';
    return macro ? 'xlsm' : 'xlsx';
  }
  if (types.includes('presentationml') || types.includes('ms-powerpoint') || has('ppt/')) {
    if (types.includes('slideshow')) return macro ? 'ppsm' : 'ppsx';
    return macro ? 'pptm' : 'pptx';
  }
  if (types.includes('visio') || has('visio/')) return macro ? 'vsdm' : 'vsdx';
  return 'zip';
}
