import type { Body } from '../body.ts';
import type { Part } from '../tray.ts';
import type { Drawing } from './drawing.ts';

/** What the codes say that are drawn without a picture. The reader of codes is loaded only when there is anything. */
export async function readDrawings(drawings: readonly Drawing[]): Promise<{ payload: string; at: number }[]> {
  if (drawings.length === 0) return [];
  const { readDrawing } = await import('../files/codes.ts');
  const found: { payload: string; at: number }[] = [];
  for (const { bitmap, at } of drawings) {
    for (const payload of await readDrawing(bitmap)) found.push({ payload, at });
  }
  return found;
}

/** The body with the links of the codes that it draws. */
export async function withDrawnCodes(body: Body): Promise<Body> {
  if (body.drawings.length === 0) return body;
  const { linksOfPayload } = await import('../files/payload.ts');
  const codes = await readDrawings(body.drawings);
  const links = codes.flatMap(({ payload, at }) =>
    linksOfPayload(payload).map(({ url, source }) => ({
      url,
      source: source === 'qr' ? source : ('text' as const),
      at,
    })),
  );
  return { ...body, drawings: [], links: [...body.links, ...links] };
}

/** Where the codes of pictures lead. */
export async function codesIn(pictures: readonly ImageData[]): Promise<string[]> {
  if (pictures.length === 0) return [];
  const { readCodesTwice } = await import('../files/codes.ts');
  const { linksOfPayload } = await import('../files/payload.ts');
  const found: string[] = [];
  for (const picture of pictures) {
    for (const payload of await readCodesTwice(picture)) {
      found.push(
        ...linksOfPayload(payload)
          .filter(({ source }) => source === 'qr')
          .map(({ url }) => url),
      );
    }
  }
  return found;
}

/** Pictures that a page carries in `data:` addresses, as files: a client shows them like those that are attached. */
export function embeddedFiles(urls: readonly string[]): Part[] {
  return urls.flatMap((url): Part[] => {
    const comma = url.indexOf(',');
    const head = url.slice(5, Math.max(5, comma)).toLowerCase();
    if (comma < 0 || comma > 200) return [];
    const bytes = head.includes('base64')
      ? Buffer.from(url.slice(comma + 1), 'base64')
      : percentDecoded(url.slice(comma + 1));
    const type = head.split(';')[0] ?? '';
    const name = `embedded.${type
      .replace(/^image\//, '')
      .replace(/\+xml$/, '')
      .replace(/[^a-z]/g, '')
      .slice(0, 8)}`;
    return bytes.length < SMALLEST ? [] : [{ bytes, name, declaredType: type, inline: true }];
  });
}

/** Icons and spacers hold no code. */
const SMALLEST = 150;

function percentDecoded(text: string): Buffer {
  return Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
