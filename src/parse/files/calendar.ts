import { decodeBytes } from '../charset-guess.ts';
import { readHtml } from '../html.ts';
import type { Look } from './file-content.ts';
import { decodeText } from './text.ts';

interface Property {
  name: string;
  /** Everything between name and value. */
  parameters: string;
  value: string;
}

/** Properties that are bookkeeping: ids, times, who made the file. No reader sees them. */
const BOOKKEEPING =
  /^(?:BEGIN|END|UID|PRODID|VERSION|REV|METHOD|CALSCALE|DTSTAMP|DTSTART|DTEND|CREATED|LAST-MODIFIED|TZ|RRULE|EXDATE|SEQUENCE|STATUS|CLASS|TRANSP|PRIORITY|TRIGGER|ACTION|RECURRENCE-ID|ATTENDEE|ORGANIZER|PHOTO|LOGO|SOUND|KEY|X-MICROSOFT-CDO|X-MS-OLK|X-APPLE|X-WR-TIMEZONE|X-LIC)/;

const MOST_LINES = 5_000;

/**
 * An invitation or a contact card (RFC 5545, RFC 6350): what a calendar shows of it, and every place that any of its
 * properties leads to. Who is invited, by whom and under which id stands in `content` only.
 */
export async function readCalendar(bytes: Uint8Array, look: Look): Promise<undefined> {
  const source = unfold(decodeText(bytes));
  const properties = propertiesOf(source);
  const who = properties.filter(({ name }) => /^(?:METHOD|UID|ORGANIZER|ATTENDEE)$/.test(name)).slice(0, 100);
  look.content.push(...who.map(({ name, parameters, value }) => `${name};${parameters}:${value}`.slice(0, 1_000)));
  for (const property of properties) await readProperty(property, look);
}

async function readProperty({ name, parameters, value }: Property, look: Look): Promise<void> {
  if (name === 'ATTACH' && /ENCODING=BASE64|VALUE=BINARY/i.test(parameters)) {
    const file = /FILENAME="?([^";:]{1,200})/i.exec(parameters)?.[1] ?? 'attachment';
    await look.inside(Buffer.from(value, 'base64'), file);
    return;
  }
  const text = withoutEscapes(/QUOTED-PRINTABLE/i.test(parameters) ? fromQuotedPrintable(value) : value);
  if (/^(?:https?|file|ftp|search-ms|ms-[a-z-]+):/i.test(text.trim())) {
    look.links.push({ url: text.trim().slice(0, 2_000), source: 'document' });
  }
  // `ALTREP`, `DIR` and the like lead somewhere too.
  for (const [, url = ''] of parameters.matchAll(/="(https?:[^"]{3,2000})"/gi)) {
    look.links.push({ url, source: 'document' });
  }
  if (BOOKKEEPING.test(name)) return;
  // Programs write HTML into plain descriptions as well.
  if (/TEXT\/HTML/i.test(parameters) || /<(?:html|body|a|p|br|div|table)\b[^<>]{0,500}>/i.test(text)) {
    const page = readHtml(text);
    look.text.push(page.text);
    for (const { url, shown, source } of page.links) {
      if (source !== 'image') look.links.push({ url, shown, source: 'document' });
    }
  } else {
    look.text.push(text);
  }
}

/** Lines are folded at 75 bytes, in the midst of an address too. */
function unfold(text: string): string {
  return text.replace(/\r?\n[ \t]/g, '');
}

function propertiesOf(source: string): Property[] {
  const found: Property[] = [];
  for (const line of source.split(/\r?\n/, MOST_LINES)) {
    const colon = endOfParameters(line);
    if (colon < 0) {
      // A value in quoted-printable goes on in the next line when this one ends in `=`.
      const last = found.at(-1);
      if (last) last.value += `\n${line}`;
      continue;
    }
    const [name = '', ...parameters] = line.slice(0, colon).split(';');
    found.push({
      name: (name.split('.').at(-1) ?? '').toUpperCase().slice(0, 60),
      parameters: parameters.join(';').slice(0, 4_000),
      value: line.slice(colon + 1),
    });
  }
  return found;
}

/** The colon that ends name and parameters: none within quotation marks, and none in a line that begins otherwise. */
function endOfParameters(line: string): number {
  if (!/^[A-Za-z0-9.-]{1,80}[;:]/.test(line)) return -1;
  let quoted = false;
  for (let at = 0; at < Math.min(line.length, 4_000); at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return -1;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\n/gi, '\n').replace(/\\([,;\\:"])/g, '$1');
}

function fromQuotedPrintable(text: string): string {
  const bytes = Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/[^\0-\xff]/g, '?'),
    'latin1',
  );
  return decodeBytes(bytes);
}
