/**
 * Characters that a file list does not show or that turn the reading direction (`invoice‮fdp.exe` reads
 * `invoiceexe.pdf`): controls, soft hyphen, zero-width and direction marks, byte-order mark, and tags.
 */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/gu;

/**
 * The last extension of a file name as an operating system would read it: lower case, no dot, `''` when there is none.
 * Path parts, unseen characters and the dots and spaces that Windows drops from the end do not count, and of
 * `report.pdf::$DATA` or `x.exe:stream` Windows opens what stands before the colon.
 */
export function extensionOf(name: string): string {
  const file = name.slice(-1024).replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? '';
  // Full-width letters and dots open the same program on no system, but people read them so: fold them.
  const bare = trimDots((file.normalize('NFKC').split(':')[0] ?? '').trim());
  const dot = bare.lastIndexOf('.');
  return dot < 0
    ? ''
    : bare
        .slice(dot + 1)
        .trim()
        .toLowerCase()
        .slice(0, 32);
}

function trimDots(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
