/** One element bigger than this is no indicator. */
const MAX_ELEMENT = 2 * 1024 * 1024;
const MAX_DEPTH = 64;

/** An element of an array, and the keys that lead to the array: `Event.Attribute`. */
export interface JsonElement {
  path: string;
  value: unknown;
}

/**
 * Reads a big JSON text without ever holding it whole: the elements of the arrays at the paths wanted, one after the
 * other. What stands elsewhere is only counted through, but `onText` hears the short texts of the outermost object. Throws at what is no JSON, or ends in the middle.
 */
export async function* elementsOf(
  bytes: AsyncIterable<Uint8Array>,
  paths: readonly string[],
  onText: (key: string, text: string) => void = () => {},
): AsyncGenerator<JsonElement[]> {
  const walker = new Walker(new Set(paths), onText);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes) {
    const found = walker.feed(decoder.decode(chunk, { stream: true }));
    if (found.length > 0) yield found;
  }
  const found = walker.feed(decoder.decode());
  if (found.length > 0) yield found;
  walker.end();
}

interface Level {
  array: boolean;
  /** The key under which the value to come stands. */
  key: string;
  path: string;
  wanted: boolean;
}

/** Keeps its place between chunks: hence a class. */
class Walker {
  #wanted: ReadonlySet<string>;
  #levels: Level[] = [];
  /** Inside of a string, and whether a backslash was the last. */
  #quoted = false;
  #slash = false;
  /** Text of the last string, where it could be a key. */
  #string = '';
  #hasString = false;
  /** Text of the element that is being cut out, and the depth at which it began. */
  #taken: string[] | undefined;
  #takenSize = 0;
  #takenDepth = 0;
  #begun = false;

  #onText: (key: string, text: string) => void;

  constructor(wanted: ReadonlySet<string>, onText: (key: string, text: string) => void) {
    this.#wanted = wanted;
    this.#onText = onText;
  }

  feed(text: string): JsonElement[] {
    const found: JsonElement[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#quoted) {
        if (this.#slash) this.#slash = false;
        else if (code === 92) this.#slash = true;
        else if (code === 34) this.#quoted = false;
        if (this.#quoted && !this.#taken && this.#string.length < 100) this.#string += text[at];
        continue;
      }
      if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff) continue;
      const level = this.#levels.at(-1);
      const starts = level?.wanted === true && !this.#taken && code !== 44 && code !== 93;
      if (starts) {
        this.#taken = [];
        this.#takenSize = 0;
        this.#takenDepth = this.#levels.length;
        from = at;
      }
      const ends = this.#taken && this.#levels.length === this.#takenDepth && !starts && (code === 44 || code === 93);
      if (ends) {
        found.push(this.#finish(text.slice(from, at), level as Level));
      }
      if ((code === 44 || code === 125) && this.#levels.length === 1 && level && !level.array && this.#hasString) {
        this.#onText(level.key, this.#string);
        this.#hasString = false;
      }
      if (code === 34) {
        this.#quoted = true;
        this.#string = '';
        this.#hasString = true;
      } else if (code === 58) {
        if (level && !level.array && this.#hasString) level.key = this.#string;
        this.#hasString = false;
      } else if (code === 123 || code === 91) this.#open(code === 91);
      else if (code === 125 || code === 93) this.#close(code === 93);
      else if (!this.#begun) throw new Error('it is not JSON');
    }
    if (this.#taken) {
      this.#taken.push(text.slice(from));
      this.#takenSize += text.length - from;
      if (this.#takenSize > MAX_ELEMENT) throw new Error('one of its elements is too large');
    }
    return found;
  }

  end(): void {
    if (!this.#begun || this.#levels.length > 0 || this.#quoted) throw new Error('it ends in the middle');
  }

  #finish(last: string, level: Level): JsonElement {
    const text = [...(this.#taken ?? []), last].join('');
    this.#taken = undefined;
    try {
      return { path: level.path, value: JSON.parse(text) };
    } catch {
      throw new Error('it is not JSON');
    }
  }

  #open(array: boolean): void {
    const above = this.#levels.at(-1);
    if (this.#levels.length >= MAX_DEPTH) throw new Error('it is nested too deeply');
    const key = above && !above.array ? above.key : '';
    const path = above?.path ? (key ? `${above.path}.${key}` : above.path) : key;
    this.#begun = true;
    this.#hasString = false;
    this.#levels.push({ array, key: '', path, wanted: array && this.#wanted.has(path) && !above?.wanted });
  }

  #close(array: boolean): void {
    if (this.#levels.pop()?.array !== array) throw new Error('it is not JSON');
    this.#hasString = false;
  }
}
