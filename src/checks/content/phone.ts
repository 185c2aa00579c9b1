const NUMBER = /(?<![\w.:/-])\+?[\d(][\d ().·\u2010-\u2015-]{7,22}\d(?![\w/])/g;

/**
 * True when a text holds something that is dialled: 9 to 15 digits in groups, or written with a plus or a bracket. Runs
 * of digits alone are order numbers; dates and card numbers have other shapes.
 */
export function hasPhoneNumber(text: string): boolean {
  for (const [match] of text.slice(0, 50_000).normalize('NFKC').matchAll(NUMBER)) {
    const digits = match.replace(/\D/g, '');
    if (digits.length < 9 || digits.length > 15) continue;
    if (/^\+|^\(|^1\W|^[48]00\W|^0\d{2,4}\W|^\d{3}\W{1,3}\d{3}\W{1,3}\d{4}$/.test(match)) return true;
  }
  return false;
}
