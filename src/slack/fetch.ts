import { reasonOf } from '../errors.ts';
import type { FileRef, Gap, Part, Report, SlackMail, Specimen } from '../model.ts';
import { type Downloads, download } from './download.ts';
import { partOfFile } from './files.ts';
import { slackFile } from './payloads.ts';

/** What `fetchParts` needs of Slack: `files.info`, whose answer is looked at like any payload. */
export interface FileSource extends Downloads {
  fileInfo(id: string): Promise<unknown>;
  warn(fields: Record<string, unknown>, message: string): void;
}

/** More files than that in one report are a flood. */
const MAX_FILES = 30;
/** Together they have to fit into memory. */
const MAX_TOTAL = 60 * 1024 * 1024;

/** Downloads what arrived. Whatever Slack will not hand over becomes a gap, never a missing part in silence. */
export async function fetchParts(
  report: Pick<Report, 'id' | 'parts'>,
  source: FileSource,
): Promise<{ specimens: Specimen[]; gaps: Gap[] }> {
  const specimens: Specimen[] = [];
  const gaps: Gap[] = [];
  let files = 0;
  let total = 0;

  const load = async (file: FileRef, what: Gap['what'], blinding = true): Promise<Uint8Array | undefined> => {
    files += 1;
    if (files > MAX_FILES || total > MAX_TOTAL) {
      gaps.push({ what, why: 'too-many', name: file.name, blinding });
      return undefined;
    }
    const result = await download(file, source);
    if ('bytes' in result) {
      total += result.bytes.byteLength;
      return result.bytes;
    }
    source.warn({ report: report.id, file: file.id, why: result.gap, detail: result.detail }, 'file not fetched');
    gaps.push({ what, why: result.gap, name: file.name, blinding });
    return undefined;
  };

  for (const part of report.parts) {
    const whole = await completed(part, source);
    if (whole.kind === 'text' || whole.kind === 'link') specimens.push(whole);
    else if (whole.kind === 'file') {
      const bytes = await load(whole.file, 'file');
      if (bytes) specimens.push(specimenOf(whole.file, bytes));
    } else {
      specimens.push(await slackMail(whole, load));
    }
  }
  return { specimens, gaps };
}

type Load = (file: FileRef, what: Gap['what'], blinding?: boolean) => Promise<Uint8Array | undefined>;

/** The mail's HTML and its attachments, as far as Slack gives them. Those without bytes are the parser's to miss. */
async function slackMail(part: Part & { kind: 'slack-mail' }, load: Load): Promise<Specimen> {
  // The plain text of a mail without its HTML hides where the links go: blinding either way.
  const html = part.html && (await load(part.html, 'mail'));
  const attachments: SlackMail['attachments'] = [];
  for (const [index, listed] of part.mail.attachments.entries()) {
    const file = part.attachments[index];
    const bytes = file?.url ? await load(file, 'attachment') : undefined;
    attachments.push({ ...listed, ...(bytes && { bytes }) });
  }
  return {
    kind: 'slack-mail',
    mail: { ...part.mail, attachments },
    ...(html && { html: new TextDecoder().decode(html) }),
  };
}

/** Slack Connect sends stubs: what they stand for has to be asked for. A stub that stays one ends as a gap. */
async function completed(part: Part, source: FileSource): Promise<Part> {
  if (part.kind !== 'file' || part.file.url) return part;
  try {
    const file = slackFile.safeParse(await source.fileInfo(part.file.id));
    return file.success ? partOfFile(file.data) : part;
  } catch (error) {
    source.warn({ file: part.file.id, reason: reasonOf(error) }, 'files.info failed');
    return part;
  }
}

function specimenOf(file: FileRef, bytes: Uint8Array): Specimen {
  return isMail(file, bytes) ? { kind: 'mail', bytes, name: file.name } : { kind: 'file', bytes, name: file.name };
}

const HEADERS =
  /^(?:received|from|to|subject|date|message-id|return-path|mime-version|content-type|delivered-to|reply-to|dkim-signature|authentication-results|x-[\w-]{1,60}|arc-[\w-]{1,60}):/i;

/** Mails come under any type and name (`.eml` mostly as application/octet-stream): the bytes tell. */
export function isMail(file: Pick<FileRef, 'name' | 'mimetype'>, bytes: Uint8Array): boolean {
  const name = file.name.toLowerCase();
  const isOle = Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0';
  if (isOle) return name.endsWith('.msg') || /ms-outlook/i.test(file.mimetype ?? '');
  if (name.endsWith('.eml')) return true;
  const head = Buffer.from(bytes.subarray(0, 8_192))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s{0,20}/, '');
  if (head.includes('\0')) return false;
  const lines = head.split(/\r\n|\r|\n/);
  const end = lines.indexOf('');
  const header = lines.slice(0, end < 0 ? lines.length : end);
  if (!/^(?:[a-z][\w-]{1,60}:|from )/i.test(header[0] ?? '')) return false;
  return (
    new Set(header.filter((line) => HEADERS.test(line)).map((line) => line.split(':')[0]?.toLowerCase())).size >= 3
  );
}
