import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { findLinks } from '../links.ts';
import { addGap, type FileLink, LIMITS, type Look } from './file-content.ts';
import { keepPayloads } from './payload.ts';
import { scanPdf } from './pdf-scan.ts';

/** A PDF that pdf.js has not finished with by then is given up; what was found until then stays. */
const PATIENCE_MS = 6_000;
/** Pages whose pictures are searched for codes. */
const PICTURE_PAGES = 5;

/**
 * Reads a PDF: words of the first pages, links, codes in its pictures, files packed into it, and whether it runs
 * anything.
 */
export async function readPdf(bytes: Uint8Array, look: Look): Promise<undefined> {
  const scan = scanPdf(bytes, look.budget);
  if (scan.javascript) look.traits.add('pdf-javascript');
  if (scan.launch) look.traits.add('pdf-launch');
  for (const url of scan.urls) look.links.push({ url, source: 'document' });
  if (scan.costly) return refuse(look, scan.encrypted ? 'encrypted' : 'too-large');
  if (look.budget.documents <= 0) return addGap(look, 'too-many');
  look.budget.documents -= 1;

  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), PATIENCE_MS);
  const ended = new Promise<'timeout'>((resolve) => end.signal.addEventListener('abort', () => resolve('timeout')));
  const work = withDocument(bytes, look, scan.pixels, end.signal);
  try {
    if ((await Promise.race([work, ended])) === 'timeout') addGap(look, 'timeout');
  } catch (error) {
    refuse(look, (error as Error).name === 'PasswordException' ? 'encrypted' : 'unreadable');
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** `encrypted` only where a password is asked for: many an honest PDF is locked against changes and opens for everybody. */
function refuse(look: Look, why: 'encrypted' | 'unreadable' | 'too-large'): undefined {
  if (why === 'encrypted') look.traits.add('encrypted');
  return addGap(look, why);
}

const OPTIONS = {
  verbosity: 0,
  // Font programs of a hostile file are never compiled to code (CVE-2024-4367).
  isEvalSupported: false,
  useSystemFonts: false,
  enableXfa: false,
  maxImageSize: LIMITS.pixels,
};

/** Words of the mail that are tried on a locked PDF: each try reads the file's table anew. */
const MOST_TRIES = 10;

/** Opens the document: as it is, or with a word of the mail where it asks for a password. */
async function open(bytes: Uint8Array, look: Look, end: AbortSignal): Promise<PDFDocumentProxy> {
  // Loaded when the first PDF comes: it costs a tenth of a second that most mails need not pay.
  const { getDocumentProxy } = await import('unpdf');
  let refusal: unknown;
  for (const password of ['', ...look.passwords.slice(0, MOST_TRIES)]) {
    if (end.aborted) break;
    try {
      // A copy: pdf.js takes the buffer away from whoever hands it over.
      const pdf = await getDocumentProxy(Uint8Array.from(bytes), password === '' ? OPTIONS : { ...OPTIONS, password });
      if (password !== '') look.traits.add('encrypted').add('opened-with-mail-password');
      return pdf;
    } catch (error) {
      if ((error as Error).name !== 'PasswordException') throw error;
      refusal = error;
    }
  }
  throw refusal;
}

async function withDocument(bytes: Uint8Array, look: Look, pixels: number, end: AbortSignal): Promise<void> {
  const pdf = await open(bytes, look, end);
  const close = (): Promise<void> => pdf.loadingTask.destroy().catch(() => undefined);
  end.addEventListener('abort', close);
  try {
    const read = await readPages(pdf, look);
    await readDrawn(pdf, look, pixels);
    await readAttachments(pdf, look);
    if (!read && look.links.length === 0) addGap(look, 'unreadable');
  } finally {
    await close();
  }
}

/** Words and links, page by page. False when there were no words: then the pages are pictures that nobody read. */
async function readPages(pdf: PDFDocumentProxy, look: Look): Promise<boolean> {
  let length = 0;
  if (pdf.numPages === 1) look.traits.add('pdf-one-page');
  // The links of all pages are known from the scan; words that far behind nobody needs to fall for the front.
  if (pdf.numPages > LIMITS.pages) addGap(look, 'too-many', 'attachment', false);
  for (let number = 1; number <= Math.min(pdf.numPages, LIMITS.pages); number += 1) {
    const page = await pdf.getPage(number);
    const words: string[] = [];
    for (const item of (await page.getTextContent()).items) {
      if ('str' in item) words.push(item.str, item.hasEOL ? '\n' : '');
    }
    const text = words.join('');
    look.text.push(text);
    look.links.push(...brokenLinks(text));
    length += text.trim().length;
    for (const annotation of await page.getAnnotations()) {
      const url: unknown = annotation.url ?? annotation.unsafeUrl;
      if (typeof url === 'string') look.links.push({ url, source: 'document' });
    }
    page.cleanup();
    if (length > LIMITS.contentChars) break;
  }
  return length > 0;
}

/** Addresses that go on in the next line: without the rest, a link would lead to another page than the reader's. */
function brokenLinks(text: string): FileLink[] {
  if (!/:\/\/|www\./i.test(text)) return [];
  const whole = text.replace(BROKEN, (both, head: string, next: string) =>
    /[-/?=&_%]$/.test(head) || /[/?=&%_]/.test(next) ? `${head}${next}` : both,
  );
  if (whole === text) return [];
  const known = new Set(findLinks(text).urls.map(({ url }) => url));
  const found = findLinks(whole).urls.filter(({ url }) => !known.has(url));
  return found.map(({ url }) => ({ url, source: 'document' }));
}

/** An address up to the end of its line, and what begins the next one, unless that begins a sentence. */
const BROKEN =
  /((?:https?:\/\/|www\.)[^\s<>"]{4,300})\n(?!\p{Lu}\p{Ll}{0,20}(?:[\s:,.;]|$))([^\s<>"]{2,300})(?=\s|$)/gu;

/** Codes on the first pages: in their pictures, drawn as outlines, or cut into strips that only together make one. */
async function readDrawn(pdf: PDFDocumentProxy, look: Look, claimed: number): Promise<void> {
  if (claimed > look.budget.pixels) return addGap(look, 'too-large', 'picture');
  const { drawnOn } = await import('./pdf-page.ts');
  const { paintImages, paintShapes } = await import('./pdf-pixels.ts');
  const { readCodesTwice, readDrawing } = await import('./codes.ts');
  const mayDecode = (pixels: number): boolean => {
    if (pixels > look.budget.pixels || look.budget.pictures <= 0) {
      addGap(look, look.budget.pictures <= 0 ? 'too-many' : 'too-large', 'picture');
      return false;
    }
    look.budget.pixels -= pixels;
    look.budget.pictures -= 1;
    return true;
  };
  for (let number = 1; number <= Math.min(pdf.numPages, PICTURE_PAGES); number += 1) {
    const page = await pdf.getPage(number);
    const drawn = await drawnOn(page, mayDecode);
    const payloads = new Set<string>();
    for (const { image } of drawn.images) for (const code of await readCodesTwice(image)) payloads.add(code);
    const outlines = paintShapes(drawn);
    if (outlines) for (const code of await readDrawing(outlines)) payloads.add(code);
    const tiles = payloads.size === 0 ? paintImages(drawn) : undefined;
    if (tiles) for (const code of await readDrawing(tiles)) payloads.add(code);
    keepPayloads([...payloads], look);
    if (drawn.cut) addGap(look, 'too-many', 'picture');
    page.cleanup();
  }
}

/** Files packed into the PDF: readers offer to open them. */
async function readAttachments(pdf: PDFDocumentProxy, look: Look): Promise<void> {
  const folder = look.path === '' ? '' : `${look.path}/`;
  for (const [id, { rawFilename, filename }] of (await pdf.getAttachments()) ?? []) {
    if (look.budget.entries <= 0) return addGap(look, 'too-many');
    look.budget.entries -= 1;
    const content = await pdf.getAttachmentContent(id);
    const name = rawFilename || filename;
    look.entries.push({ name: `${folder}${name}`.slice(0, 1024), size: content?.length ?? 0, encrypted: false });
    if (look.depth >= LIMITS.depth) addGap(look, 'too-many');
    else if (content) await look.inside(content, name);
  }
}
