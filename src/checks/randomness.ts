/** Pairs that hardly stand side by side in a word or abbreviation of any language written in Latin letters. */
const RARE_PAIR = /[bcdfghjklmnpqrstvwxz]{5,}|[jqxz][bcdfghjklmnpqrstvwxz]{2}|[bcdfghjklmnpqrstvwxz]{2}[jqx]/;

/**
 * Whether a host label looks made up by a machine: long, with digits among the letters or runs that nobody can speak.
 * Asks for two signs, so that abbreviations (`mhlw`, `bvgpartner`) and numbered names (`cloud9`, `web2day`) pass.
 */
export function looksRandom(label: string): boolean {
  if (label.length < 9 || label.length > 63 || !/^[a-z0-9]+$/.test(label)) return false;
  const letters = label.replace(/\d/g, '');
  const switches = label.match(/[a-z]\d|\d[a-z]/g)?.length ?? 0;
  const vowels = letters.match(/[aeiouy]/g)?.length ?? 0;
  // Words alone may be hard to speak (`strengthlengths`); without digits hardly a vowel must be left.
  if (switches === 0) return letters.length >= 10 && vowels / letters.length < 0.12;
  let signs = 0;
  if (switches >= 3) signs += 1;
  if (switches >= 5) signs += 1;
  if (letters.length >= 7 && vowels / letters.length < 0.2) signs += 1;
  if (RARE_PAIR.test(letters)) signs += 1;
  if (label.length >= 14 && entropy(label) > 3.6 && switches >= 1) signs += 1;
  return signs >= 2;
}

/** Shannon entropy in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
