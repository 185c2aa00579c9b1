import { DECODERS, lettersOf, METHODS, plain, type Value } from './script-functions.ts';
import { scriptTokens, type Token } from './script-tokens.ts';

/** What a script makes of its strings, found by reckoning and without running it. */
export interface ScriptValues {
  /** Strings put together or decoded, each once. */
  made: string[];
  /** Those that the script writes into the page, or runs. */
  written: string[];
  /** Where it sends the reader. */
  goesTo: string[];
}

interface Found {
  value: Value;
  end: number;
  /** True when more was done than to name a string. */
  made: boolean;
}

const MOST_STEPS = 400_000;
const MOST_DEPTH = 40;
const MOST_LETTERS = 2_000_000;
const MOST_VALUES = 2_000;

const WRITES = new Set(
  'write writeln innerHTML outerHTML srcdoc insertAdjacentHTML createContextualFragment parseFromString html append eval Function setTimeout execScript'.split(
    ' ',
  ),
);
/** Where a page is sent to; `a.href` of some link is no sending, only that of `location`. */
const LEADS = new Set('href location replace assign navigate'.split(' '));

/** Follows assignments and calls of a script as far as they are made of constants. */
export function scriptValues(code: string): ScriptValues {
  return new Reckoner(scriptTokens(code)).run();
}

/** One reckoning over one script: a class because every step shares the names known so far and what is left to spend. */
class Reckoner {
  readonly #tokens: Token[];
  readonly #names = new Map<string, Value>();
  readonly #made = new Set<string>();
  readonly #written = new Set<string>();
  readonly #goesTo = new Set<string>();
  #steps = 0;
  #letters = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  run(): ScriptValues {
    for (let at = 0; at < this.#tokens.length && this.#steps < MOST_STEPS; ) at = this.#statement(at);
    return { made: [...this.#made], written: [...this.#written], goesTo: [...this.#goesTo] };
  }

  /** Takes one step; returns where to go on. */
  #statement(at: number): number {
    const token = this.#tokens[at] as Token;
    const next = this.#text(at + 1);
    if (token.kind === 'name' && (next === '=' || next === '+=')) {
      const found = this.#sum(at + 2, 0);
      if (!found) return at + 2;
      const before = next === '+=' ? this.#names.get(token.text) : '';
      const value = next === '+=' && typeof before === 'string' ? this.#join(before, found.value) : found.value;
      if (this.#names.size < MOST_VALUES) this.#names.set(token.text, value);
      this.#sink(at, value);
      if (found.made || next === '+=' || Array.isArray(value)) this.#keep(value);
      return found.end;
    }
    if (token.kind === 'name' && next === '(' && (WRITES.has(token.text) || LEADS.has(token.text))) {
      // Of `insertAdjacentHTML('beforeend', x)` the second counts, of the others the first.
      let from = at + 2;
      for (let argument = 0; argument < 2; argument += 1) {
        const found = this.#sum(from, 0);
        if (!found) return argument === 0 ? at + 2 : from;
        this.#sink(at, found.value);
        if (found.made) this.#keep(found.value);
        from = found.end + 1;
        if (this.#text(found.end) !== ',') return found.end;
      }
      return from - 1;
    }
    const found = token.kind === 'name' || token.kind === 'string' || token.text === '[' ? this.#sum(at, 0) : undefined;
    if (!found) return at + 1;
    if (found.made) this.#keep(found.value);
    return Math.max(found.end, at + 1);
  }

  #sink(at: number, value: Value): void {
    const name = this.#tokens[at]?.text ?? '';
    if (typeof value !== 'string' || value.length < 4 || this.#written.size + this.#goesTo.size > MOST_VALUES) return;
    const leads = name === 'location' || name === 'navigate' || this.#tokens[at - 2]?.text === 'location';
    if (WRITES.has(name)) this.#written.add(value);
    else if (LEADS.has(name) && leads && LEADING.test(value)) this.#goesTo.add(value);
  }

  #keep(value: Value): void {
    const text = Array.isArray(value) && value.length > 15 ? lettersOf(value) : value;
    if (typeof text === 'string' && text.length >= 8 && this.#made.size < MOST_VALUES) this.#made.add(text);
  }

  #text(at: number): string | undefined {
    const token = this.#tokens[at];
    return token && (token.kind === 'mark' || token.kind === 'name') ? token.text : undefined;
  }

  #sum(at: number, depth: number): Found | undefined {
    let left = this.#term(at, depth);
    while (left && this.#text(left.end) === '+') {
      const right = this.#term(left.end + 1, depth);
      // What cannot be told (a reader's address) is left out of the sum.
      if (!right) return { ...left, made: true };
      left = { value: this.#join(left.value, right.value), end: right.end, made: true };
    }
    return left;
  }

  #term(at: number, depth: number): Found | undefined {
    this.#steps += 1;
    if (depth > MOST_DEPTH || this.#steps > MOST_STEPS) return undefined;
    let found = this.#primary(at, depth);
    while (found) {
      const after: Found | undefined = this.#method(found, depth);
      if (!after) return found;
      found = after;
    }
    return undefined;
  }

  #primary(at: number, depth: number): Found | undefined {
    const token = this.#tokens[at];
    if (!token) return undefined;
    if (token.kind === 'string') return { value: token.text, end: at + 1, made: false };
    if (token.kind === 'number') return { value: Number(token.text), end: at + 1, made: false };
    if (token.kind === 'pattern') return { value: token.text.replace(/\\(.)/g, '$1'), end: at + 1, made: false };
    if (token.text === '(') {
      const inner = this.#sum(at + 1, depth + 1);
      return inner && this.#text(inner.end) === ')' ? { ...inner, end: inner.end + 1 } : undefined;
    }
    if (token.text === '[') return this.#list(at + 1, ']', depth);
    if (token.kind !== 'name') return undefined;
    if (token.text === 'null' || token.text === 'undefined') return { value: 0, end: at + 1, made: false };
    if (/^(?:window|self|globalThis|top|parent|String|new|Buffer|this)$/.test(token.text))
      return this.#member(at, depth);
    if (this.#text(at + 1) === '(') return this.#call(token.text, at + 1, depth);
    const known = this.#names.get(token.text);
    return known === undefined || this.#text(at + 1) === '=' ? undefined : { value: known, end: at + 1, made: false };
  }

  /** `window.atob(…)`, `window["at" + "ob"](…)`, `String.fromCharCode(…)`. */
  #member(at: number, depth: number): Found | undefined {
    const mark = this.#text(at + 1);
    if (mark === '.') {
      const name = this.#tokens[at + 2]?.text ?? '';
      const applied = this.#text(at + 3) === '.' && this.#text(at + 4) === 'apply' && this.#text(at + 5) === '(';
      if (applied) return this.#call(name, at + 5, depth, true);
      return this.#text(at + 3) === '(' ? this.#call(name, at + 3, depth) : undefined;
    }
    if (mark !== '[') return undefined;
    const name = this.#sum(at + 2, depth + 1);
    if (!name || typeof name.value !== 'string' || this.#text(name.end) !== ']') return undefined;
    return this.#text(name.end + 1) === '(' ? this.#call(name.value, name.end + 1, depth) : undefined;
  }

  #list(at: number, close: string, depth: number): Found | undefined {
    const values: Value[] = [];
    let end = at;
    while (this.#text(end) !== close) {
      const item = this.#sum(end, depth + 1);
      if (!item) return undefined;
      values.push(item.value);
      end = item.end;
      if (this.#text(end) === ',') end += 1;
      else if (this.#text(end) !== close) return undefined;
    }
    return { value: values, end: end + 1, made: false };
  }

  #call(name: string, open: number, depth: number, applied = false): Found | undefined {
    const decode = DECODERS[name];
    if (!decode) return undefined;
    const list = this.#list(open + 1, ')', depth + 1);
    if (!list || !Array.isArray(list.value)) return undefined;
    const [, values] = list.value;
    const value = decode(applied && Array.isArray(values) ? values : list.value);
    if (value === undefined || !this.#spend(value)) return undefined;
    return { value, end: list.end, made: true };
  }

  /** `.split("").reverse().join("")` and its like on a value. */
  #method({ value, end, made }: Found, depth: number): Found | undefined {
    const mark = this.#text(end);
    if (mark === '[' && Array.isArray(value)) {
      const index = this.#sum(end + 1, depth + 1);
      const item = index && value[Number(index.value)];
      return item !== undefined && index && this.#text(index.end) === ']'
        ? { value: item, end: index.end + 1, made }
        : undefined;
    }
    if (mark !== '.' || this.#text(end + 2) !== '(') return undefined;
    const method = METHODS[this.#tokens[end + 1]?.text ?? ''];
    const list = method && this.#list(end + 3, ')', depth + 1);
    if (!list || !Array.isArray(list.value)) return undefined;
    const result = method(value, list.value);
    return result !== undefined && this.#spend(result) ? { value: result, end: list.end, made: true } : undefined;
  }

  #join(left: Value, right: Value): Value {
    if (typeof left === 'number' && typeof right === 'number') return left + right;
    const text = `${plain(left)}${plain(right)}`;
    return this.#spend(text) ? text : '';
  }

  #spend(value: Value): boolean {
    this.#letters += typeof value === 'string' ? value.length : Array.isArray(value) ? value.length : 0;
    return this.#letters <= MOST_LETTERS * 4;
  }
}

const LEADING = /^(?:https?:)?\/\/[^\s]|^https?:|^data:text\/html/i;
