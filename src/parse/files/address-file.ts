import { startsPrograms } from './commands.ts';
import type { Look } from './file-content.ts';
import { decodeText } from './text.ts';
import { walkXml } from './xml.ts';

/** Small files that hold little but a place to go: internet shortcuts, saved searches, remote desktops, installers. */
const LINES = new Set(['url', 'website', 'desktop', 'rdp', 'scf', 'inf']);
const XML = new Set(
  'library-ms search-ms searchconnector-ms settingcontent-ms appinstaller appref-ms webloc jnlp'.split(' '),
);

export function isAddressFile(type: string): boolean {
  return LINES.has(type) || XML.has(type);
}

/** Reads one of them: its targets are its links, whatever their scheme, and its command is named. */
export function readAddressFile(bytes: Uint8Array, look: Look, type: string): undefined {
  const source = decodeText(bytes).slice(0, 200_000);
  look.text.push(source);
  for (const url of type === 'rdp' ? desktopsIn(source) : LINES.has(type) ? targetsIn(source) : targetsInXml(source)) {
    look.links.push({ url: url.slice(0, 2_000), source: 'document' });
  }
  if (type === 'settingcontent-ms' || type === 'desktop' || type === 'url' || type === 'website') {
    if (source.split('\n').slice(0, 2_000).some(startsPrograms)) look.traits.add('shortcut-runs-command');
  }
}

/** Names and namespaces of formats, which lead nowhere. */
const FORMAT = /^https?:\/\/(?:www\.w3\.org|www\.apple\.com\/DTDs|schemas\.)/i;
const PLACE = /^(?:[a-z][a-z0-9+.-]{1,40}:\S|\\\\|\/\/)/i;

/** Keys of `[InternetShortcut]` and its kin whose value is a place. Icons on the own disk lead nowhere. */
function targetsIn(source: string): string[] {
  const found = source.matchAll(
    /^[ \t]{0,20}(?:base)?(?:url|iconfile|exec)[ \t]{0,20}=[ \t]{0,20}([^\r\n]{3,2000})/gim,
  );
  return Array.from(found, ([, value = '']) => value.trim())
    .filter((value) => PLACE.test(value) && !/^[a-z]:/i.test(value) && !/^file:\/{2,3}[a-z]:/i.test(value))
    .slice(0, 50);
}

/** The computers that a remote desktop file connects to. Its scheme is ours, so that they can be judged like any host. */
function desktopsIn(source: string): string[] {
  const found = source.matchAll(
    /^(?:alternate )?full address:s:([^\r\n]{3,255})|^gatewayhostname:s:([^\r\n]{3,255})/gim,
  );
  return Array.from(found, ([, host, gateway]) => `rdp://${(host ?? gateway ?? '').trim()}`).slice(0, 10);
}

function targetsInXml(source: string): string[] {
  const found = new Set<string>();
  const keep = (value: string): void => {
    const text = value.trim();
    if (PLACE.test(text) && !FORMAT.test(text) && !/^[a-z]:/i.test(text) && found.size < 50) found.add(text);
  };
  walkXml(source, {
    tag: ({ name, attributes }) => {
      for (const [key, value] of attributes) {
        if (!key.startsWith('xmlns') && name !== 'doctype') keep(value);
      }
    },
    text: keep,
  });
  return [...found];
}
