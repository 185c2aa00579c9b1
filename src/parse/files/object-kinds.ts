import { addressesIn } from './addresses.ts';
import { namesComponent } from './commands.ts';
import type { Look } from './file-content.ts';

/**
 * Class ids of objects that open a browser or a script inside of a document, as stored. Source: the registry of Windows:
 * Shell.Explorer, WebBrowser of Forms, htmlfile, and the monikers of scripts and of addresses.
 */
const BROWSERS = [
  'c32ab2eac130cf11a7eb0000c05bae0b',
  '61f95688 0a34 d011 a96b00c04fd705a2',
  '20693325 f903 cf11 8fd000aa00686f13',
  'd30b2906 aa48 d211 8432006008c3fbfc',
].map((id) => Buffer.from(id.replaceAll(' ', ''), 'hex'));
const EQUATION = Buffer.from('02ce020000000000c000000000000046', 'hex');
/** A link to a place on the network. */
const ADDRESS_MONIKER = Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex');

/** Progids and class ids by which the XML of a document names the same. */
const BROWSER_NAMES =
  /^(?:shell\.explorer(?:\.\d)?|htmlfile(?:_fullwindowembed)?|scriptletfile|script|\{?(?:eab22ac3-30c1-11cf-a7eb-0000c05bae0b|8856f961-340a-11d0-a96b-00c04fd705a2|25336920-03f9-11cf-8fd0-00aa00686f13)\}?)$/i;

const LONGEST = 4 * 1024 * 1024;

/** Looks for objects that do more than be looked at in the bytes of one, whatever stands around them. */
export function judgeObject(bytes: Uint8Array, look: Look): { equation: boolean } {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST));
  const narrow = raw.toString('latin1');
  // Names stand in one or two bytes a letter; without the zeros both read the same.
  const words = narrow.replaceAll('\0', '');
  if (BROWSERS.some((id) => raw.includes(id)) || /\bshell\.explorer\b/i.test(words)) look.traits.add('external-object');
  if (namesComponent(words)) look.traits.add('script-component');
  return { equation: raw.includes(EQUATION) || /equation\.[23]/i.test(words) };
}

/** Reads the stream that says where a linked object lies; an embedded one has it too, and leads nowhere. */
export function judgeObjectLink(bytes: Uint8Array, look: Look): void {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536));
  judgeObject(raw, look);
  const urls = addressesIn(raw.toString('latin1').replaceAll('\0', '')).filter((url) => !/^file:/i.test(url));
  if (!raw.includes(ADDRESS_MONIKER) && urls.length === 0) return;
  look.traits.add('external-object');
  for (const url of urls) look.links.push({ url, source: 'document' });
}

/** True for a progid or class id in the XML of a document that opens a browser or a script inside of it. */
export function isBrowserObject(name: string): boolean {
  return BROWSER_NAMES.test(name.trim());
}
