/**
 * How much a name looks like those that people give to sites: pairs and triples of letters, counted in the names of the
 * best-known domains. `northgate` is spoken in many of them, `xvkqzt` in none.
 */
export interface Letters {
  /** Mean bits a letter: about 3 for a word, about 6 for chance. */
  bits(label: string): number;
}

const SYMBOLS = 38; // a–z, 0–9, hyphen, edge
const EDGE = 37;

const known = new WeakMap<ReadonlyMap<string, number>, Letters>();

/** Counted once a list, in every second name: the others are examples that the model is fitted to. */
export function lettersOf(popular: ReadonlyMap<string, number>): Letters {
  let letters = known.get(popular);
  if (!letters) {
    letters = count([...popular.keys()].filter((_, index) => index % 2 === 1));
    known.set(popular, letters);
  }
  return letters;
}

function count(domains: Iterable<string>): Letters {
  const one = new Float64Array(SYMBOLS).fill(1);
  const two = new Float64Array(SYMBOLS ** 2);
  const three = new Float64Array(SYMBOLS ** 3);
  const before = new Float64Array(SYMBOLS ** 2);
  let all = SYMBOLS;
  for (const domain of domains) {
    const name = domain.slice(0, Math.max(0, domain.indexOf('.')));
    if (name.startsWith('xn--')) continue;
    walk(name, (a, b, c) => {
      one[c] = (one[c] ?? 0) + 1;
      two[b * SYMBOLS + c] = (two[b * SYMBOLS + c] ?? 0) + 1;
      three[(a * SYMBOLS + b) * SYMBOLS + c] = (three[(a * SYMBOLS + b) * SYMBOLS + c] ?? 0) + 1;
      before[a * SYMBOLS + b] = (before[a * SYMBOLS + b] ?? 0) + 1;
      all += 1;
    });
  }
  const heads = new Float64Array(SYMBOLS);
  for (let pair = 0; pair < two.length; pair += 1) {
    const head = Math.floor(pair / SYMBOLS);
    heads[head] = (heads[head] ?? 0) + (two[pair] ?? 0);
  }
  return {
    bits(label) {
      let bits = 0;
      let letters = 0;
      walk(label.slice(0, 63), (a, b, c) => {
        // What was seen often counts by itself; what was not, by the shorter run.
        const alone = (one[c] ?? 0) / all;
        const paired = ((two[b * SYMBOLS + c] ?? 0) + 12 * alone) / ((heads[b] ?? 0) + 12);
        const tripled =
          ((three[(a * SYMBOLS + b) * SYMBOLS + c] ?? 0) + 6 * paired) / ((before[a * SYMBOLS + b] ?? 0) + 6);
        bits -= Math.log2(tripled);
        letters += 1;
      });
      return letters === 0 ? 0 : bits / letters;
    },
  };
}

function walk(label: string, visit: (a: number, b: number, c: number) => void): void {
  let a = EDGE;
  let b = EDGE;
  for (let at = 0; at <= label.length; at += 1) {
    const c = at === label.length ? EDGE : symbolOf(label.charCodeAt(at));
    visit(a, b, c);
    a = b;
    b = c;
  }
}

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return 26 + code - 48;
  return 36;
}
