/**
 * Characters that a file list does not show or that turn the reading direction (`invoice` + U+202E + `fdp.exe` reads
 * `invoiceexe.pdf`): controls, format characters, variation selectors and blank letters.
 */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Variation_Selector}|[\u034f\u115f\u1160\u2028\u2029\u3164\uffa0]/gu;

/**
 * The last extension of a file name as an operating system would read it: lower case, no dot, `''` when there is none.
 * Path parts, unseen characters and the dots and spaces that Windows drops from the end do not count; of
 * `report.pdf:stream` Windows opens what stands before the colon. Full-width letters are folded: no system runs them,
 * but people read them.
 */
export function extensionOf(name: string): string {
  const file = name.slice(-1024).normalize('NFKC').replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? '';
  const bare = withoutTail(file.split(':')[0] ?? '');
  const dot = bare.lastIndexOf('.');
  return dot < 0
    ? ''
    : bare
        .slice(dot + 1)
        .trim()
        .toLowerCase()
        .slice(0, 32);
}

function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
