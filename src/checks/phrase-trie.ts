/**
 * A set of phrases as one tree of letters, for the question: which of them begin here? A search that asks it only where a
 * word begins takes one or two steps a letter, whatever the number of phrases, and needs no links for failed matches: the
 * tree of fifty thousand phrases is built in some tenths of a second for sixteen languages.
 */
export interface PhraseTrie {
  /** Calls `met` for each phrase that `text` holds at `start`, shortest first, with its place among the given ones. */
  phrasesAt(text: string, start: number, met: (phrase: number, end: number) => void): void;
}

/** Steps between nodes lie in one open hash table of numbers, `node × letters + letter → node`. Empty phrases never match. */
export function phraseTrie(phrases: readonly string[]): PhraseTrie {
  const letterOf = new Uint16Array(0x10000);
  let letters = 1;
  for (const phrase of phrases) {
    for (let at = 0; at < phrase.length; at += 1) {
      const unit = phrase.charCodeAt(at);
      if (letterOf[unit] === 0) {
        letterOf[unit] = letters;
        letters += 1;
      }
    }
  }
  const most = phrases.reduce((sum, phrase) => sum + phrase.length, 1);
  const phraseAt = new Int32Array(most).fill(-1);
  let table = openTable(1 << 10);
  let nodes = 1;

  phrases.forEach((phrase, number) => {
    let node = 0;
    for (let at = 0; at < phrase.length; at += 1) {
      const key = node * letters + (letterOf[phrase.charCodeAt(at)] as number);
      let slot = slotOf(table, key);
      if (table.keys[slot] === EMPTY) {
        if (nodes * 2 > table.keys.length) {
          table = grown(table);
          slot = slotOf(table, key);
        }
        table.keys[slot] = key;
        table.values[slot] = nodes;
        nodes += 1;
      }
      node = table.values[slot] as number;
    }
    if (phraseAt[node] === -1) phraseAt[node] = number;
  });

  const ends = phraseAt.slice(0, nodes);
  return {
    phrasesAt(text, start, met) {
      let node = 0;
      for (let at = start; at < text.length; at += 1) {
        const letter = letterOf[text.charCodeAt(at)] as number;
        if (letter === 0) return;
        const slot = slotOf(table, node * letters + letter);
        if (table.keys[slot] === EMPTY) return;
        node = table.values[slot] as number;
        const phrase = ends[node] as number;
        if (phrase !== -1) met(phrase, at + 1);
      }
    },
  };
}

interface Table {
  /** Floats, since a key may pass what 32 bits hold: nodes times letters. */
  keys: Float64Array;
  values: Int32Array;
}

const EMPTY = -1;

function openTable(size: number): Table {
  return { keys: new Float64Array(size).fill(EMPTY), values: new Int32Array(size) };
}

/** The slot that holds the key, or the empty one where it would go. */
function slotOf({ keys }: Table, key: number): number {
  const mask = keys.length - 1;
  const mixed = Math.imul(key, 0x9e3779b1);
  let slot = (mixed ^ (mixed >>> 15)) & mask;
  while (keys[slot] !== key && keys[slot] !== EMPTY) slot = (slot + 1) & mask;
  return slot;
}

function grown(table: Table): Table {
  const larger = openTable(table.keys.length * 2);
  table.keys.forEach((key, at) => {
    if (key === EMPTY) return;
    const slot = slotOf(larger, key);
    larger.keys[slot] = key;
    larger.values[slot] = table.values[at] as number;
  });
  return larger;
}
