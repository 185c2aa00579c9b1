import type { Form, Link } from '../model.ts';
import type { Drawing } from './drawn/drawing.ts';
import { textArt } from './drawn/text-art.ts';
import { findBlock } from './forward-block.ts';
import { readHtml } from './html.ts';
import { findLinks } from './links.ts';
import { openLine } from './yahoo-line.ts';

export interface BodyLink {
  url: string;
  shown?: string;
  original?: string;
  source: Link['source'];
  /** Where in the text it stands. */
  at: number;
}

/** The body of a message as its reader sees it. */
export interface Body {
  text: string;
  hiddenText: string;
  forms: Form[];
  pictures: number;
  links: BodyLink[];
  /** Mail addresses in it, lower case. */
  addresses: string[];
  cut: boolean;
  /** What is drawn without a picture, and pictures in `data:` addresses: see `drawn/read-drawings.ts`. */
  drawings: Drawing[];
  embedded: string[];
  /** The plain part where the HTML is shown in its stead: a forward's block may stand in it alone. */
  plain?: string;
}

const MAX_TEXT = 100_000;

/**
 * The readable body out of the HTML and the plain part. `alternative` means that the two are two forms of one thing: a
 * client shows the HTML, so other words in the plain part are nobody's; its links are kept all the same. Otherwise a
 * client shows both, one below the other.
 */
export function readBody(parts: { html?: string; plain?: string; alternative: boolean }): Body {
  const plain = parts.plain === undefined ? undefined : readPlain(parts.plain);
  if (!parts.html) return plain ?? EMPTY;
  const html = readHtml(parts.html);
  const loose = findLinks(html.loose);
  const addresses = new Set(loose.addresses);
  const links: BodyLink[] = [];
  for (const link of html.links) {
    const mail = /^mailto:([^?]{3,320})/i.exec(link.url)?.[1];
    if (mail?.includes('@')) addresses.add(mail.toLowerCase());
    else links.push(link);
  }
  for (const { url, original } of loose.urls) {
    links.push({ url, original, source: 'text', at: placeOf(html.text, original) });
  }
  const body: Body = {
    text: html.text,
    hiddenText: html.hiddenText,
    forms: html.forms,
    pictures: html.pictures,
    links,
    addresses: [...addresses],
    cut: html.cut || loose.cut,
    drawings: html.drawings,
    embedded: html.embedded,
  };
  return plain ? withPlain(body, plain, parts.alternative) : body;
}

const EMPTY: Body = {
  text: '',
  hiddenText: '',
  forms: [],
  pictures: 0,
  links: [],
  addresses: [],
  cut: false,
  drawings: [],
  embedded: [],
};

function readPlain(source: string): Body {
  const text = squash(source).slice(0, MAX_TEXT);
  const { urls, addresses, cut } = findLinks(text);
  const links = urls.map(
    ({ url, original }): BodyLink => ({ url, original, source: 'text', at: placeOf(text, original) }),
  );
  // At the end, which gives it to the quoted mail of a forward.
  const drawings = textArt(source.slice(0, MAX_TEXT * 4)).map((bitmap) => ({ bitmap, at: text.length }));
  return {
    ...EMPTY,
    text,
    links,
    addresses,
    drawings,
    cut: cut || source.length > MAX_TEXT * 4 || text.length === MAX_TEXT,
  };
}

function withPlain(body: Body, plain: Body, alternative: boolean): Body {
  const shown = body.text.replace(/\s+/g, '');
  const repeats = plain.text
    .split('\n')
    .filter((line) => line.trim().length > 3)
    .slice(0, 40)
    .every((line) => shown.includes(line.replace(/\s+/g, '')));
  const wordless = shown.length < 20 && body.pictures === 0;
  const joined = (!alternative && !repeats) || wordless;
  // Apple Mail: first a plain part with comment and header block, below it the original's HTML.
  const plainFirst = joined && body.text !== '' && findBlock(plain.text) !== undefined && !findBlock(body.text);
  const [upper, lower] = plainFirst ? [plain.text, body.text] : [body.text, plain.text];
  const text = joined ? `${upper}\n\n${lower}`.trim().slice(0, MAX_TEXT) : body.text;
  const below = joined && upper ? upper.length + 2 : 0;
  const shift = plainFirst ? 0 : below;
  const known = new Set(body.links.map((link) => link.url));
  const more = plain.links
    .filter((link) => !known.has(link.url))
    .map((link) => ({ ...link, at: joined ? link.at + shift : placeOf(text, link.original ?? link.url) }));
  return {
    ...body,
    text,
    links: [...(plainFirst ? body.links.map((link) => ({ ...link, at: link.at + below })) : body.links), ...more],
    addresses: [...new Set([...body.addresses, ...plain.addresses])],
    drawings: [...body.drawings, ...plain.drawings.map((drawing) => ({ ...drawing, at: text.length }))],
    cut: body.cut || plain.cut,
    ...(joined ? {} : { plain: plain.text }),
  };
}

/** The last place of a piece of text; the end where it cannot be found, which gives it to the quoted mail of a forward. */
function placeOf(text: string, piece: string): number {
  const at = text.lastIndexOf(piece);
  return at < 0 ? text.length : at;
}

/**
 * Runs of blanks and of empty lines folded. Fifty thousand line ends would cost the forward recogniser more than a
 * minute; a reader sees no difference.
 */
function squash(text: string): string {
  return (
    text
      .slice(0, MAX_TEXT * 4)
      .replace(/\r\n?/g, '\n')
      // Not the single blanks and bare line ends, which are as they should be already.
      .replace(/[^\S\n ][^\S\n]*| [^\S\n]+/g, ' ')
      .replace(/ \n ?|\n /g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^ ?-{3,12} ?[\p{L}/. ]{5,60}? ?-{3,12} ?(?=\p{L}{2,12} ?: )[^\n]{1,2000}/gimu, openLine)
      .trim()
  );
}
