import { addressesIn } from './addresses.ts';
import { startsPrograms } from './commands.ts';
import type { Look } from './file-content.ts';
import { readableRuns } from './readable-runs.ts';

/** Bits of LinkFlags (MS-SHLLINK 2.1.1). */
const HAS = { idList: 0x1, linkInfo: 0x2, unicode: 0x80 };
/** The strings of StringData (2.4), in their order, by the bit that says that one is there. */
const STRINGS: [name: keyof Strings, bit: number][] = [
  ['description', 0x4],
  ['relativePath', 0x8],
  ['folder', 0x10],
  ['arguments', 0x20],
  ['icon', 0x40],
];

interface Strings {
  description: string;
  relativePath: string;
  folder: string;
  arguments: string;
  icon: string;
}

/** A Windows shortcut (MS-SHLLINK): what it starts, with which words, and what it pretends to be. */
export function readShortcut(bytes: Uint8Array, look: Look): undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { target, strings, end } = parse(raw);
  const command = `${target} ${strings.arguments.replace(/\s{2,}/g, ' ')}`.trim();
  if (startsPrograms(command) || startsPrograms(strings.relativePath)) look.traits.add('shortcut-runs-command');
  // The properties show 260 characters: blanks before the command push it out of that window.
  if (/\s{30}/.test(strings.arguments)) look.traits.add('arguments-out-of-sight');
  if (DOCUMENT_ICON.test(strings.icon) && !DOCUMENT_ICON.test(target)) look.traits.add('document-icon');
  for (const share of [target, strings.relativePath].filter((path) => path.startsWith('\\\\'))) {
    look.links.push({ url: share, source: 'document' });
  }
  look.text.push(command, strings.description, strings.relativePath);
  // Behind its fields a shortcut may carry a whole script or archive; broken fields are read as words.
  const rest = raw.subarray(end);
  const words = readableRuns(rest, 16_384);
  if (startsPrograms(words)) look.traits.add('shortcut-runs-command');
  // Code: only what is plainly an address is one, and not `WScript.Shell`.
  look.content.push(words);
  for (const url of addressesIn(words)) look.links.push({ url, source: 'document' });
}

/** Icons of documents and of the programs that show them. */
const DOCUMENT_ICON =
  /\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|txt|html?|zip)(?:$|,)|(?:acrord32|acrobat|foxit\w{0,20}|winword|excel|powerpnt|wordpad|notepad|msedge|chrome|firefox|iexplore|wordicon|xlicons|pptico)\.exe/i;

function parse(raw: Buffer): { target: string; strings: Strings; end: number } {
  const strings: Strings = { description: '', relativePath: '', folder: '', arguments: '', icon: '' };
  let target = '';
  let at = 76;
  if (raw.length < at) return { target, strings, end: 0 };
  const flags = raw.readUInt32LE(20);
  let items = '';
  if (flags & HAS.idList && at + 2 <= raw.length) {
    const size = raw.readUInt16LE(at);
    items = readableRuns(raw.subarray(at + 2, at + 2 + size), 4_096).replace(/\n/g, ' ');
    at += 2 + size;
  }
  if (flags & HAS.linkInfo && at + 4 <= raw.length) {
    const size = raw.readUInt32LE(at);
    target = pathOf(raw.subarray(at, at + size));
    at += Math.max(size, 4);
  }
  for (const [name, bit] of STRINGS) {
    if (!(flags & bit) || at + 2 > raw.length) continue;
    const width = flags & HAS.unicode ? 2 : 1;
    const length = raw.readUInt16LE(at) * width;
    strings[name] = raw.toString(width === 2 ? 'utf16le' : 'latin1', at + 2, at + 2 + length);
    at += 2 + length;
  }
  // A shortcut without path finds its program by the items of its list, or by an environment variable behind all that.
  return { target: target || items, strings, end: Math.min(at, raw.length) };
}

/** The path in a LinkInfo (2.3): on a disk of this machine, or on a share. */
function pathOf(info: Buffer): string {
  if (info.length < 28) return '';
  const flags = info.readUInt32LE(8);
  const suffix = textAt(info, info.readUInt32LE(24));
  if (flags & 1) return textAt(info, info.readUInt32LE(16)) + suffix;
  const network = info.readUInt32LE(20);
  if (!(flags & 2) || network + 12 > info.length) return suffix;
  const share = textAt(info, network + info.readUInt32LE(network + 8));
  return suffix === '' ? share : `${share}\\${suffix}`;
}

function textAt(raw: Buffer, at: number): string {
  const end = at > 0 && at < raw.length ? raw.indexOf(0, at) : -1;
  return end < 0 ? '' : raw.toString('latin1', at, Math.min(end, at + 1_024));
}
