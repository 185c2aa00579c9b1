/** What the strings of a script are made of and turned into, as far as it can be told without running it. */
export type Value = string | number | Value[];

/** Letters of one constant that are decoded. */
const MOST_LETTERS = 2_000_000;

/** A value as a script makes text of it. */
export function plain(value: Value): string {
  return Array.isArray(value) ? value.map((one) => plain(one)).join(',') : String(value);
}

/** An array of character codes as text; undefined for other numbers. */
export function lettersOf(values: Value[]): string | undefined {
  const codes = values.map(Number);
  const readable = codes.every((code) => Number.isInteger(code) && code >= 9 && code < 0x3000);
  return readable ? String.fromCharCode(...codes.slice(0, 60_000)) : undefined;
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

function fromBase64(packed: string): string | undefined {
  return /^[A-Za-z0-9+/=_\s-]{4,}$/.test(packed) && packed.length < MOST_LETTERS
    ? utf8(Buffer.from(packed, 'base64'))
    : undefined;
}

function fromPercents(text: string): string {
  const bytes = text.replace(/%u([0-9a-f]{4})/gi, (_, code) =>
    encodeURIComponent(String.fromCharCode(Number.parseInt(code, 16))),
  );
  return utf8(
    Buffer.from(
      bytes.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
  );
}

/** Functions that turn one constant into another. No prototype: a script may call `constructor`. */
export const DECODERS: Record<string, (values: Value[]) => Value | undefined> = {
  __proto__: null as never,
  atob: ([text]) => (typeof text === 'string' ? fromBase64(text) : undefined),
  from: ([text, kind]) => (typeof text === 'string' && kind === 'base64' ? fromBase64(text) : undefined),
  unescape: ([text]) => (typeof text === 'string' && text.length < MOST_LETTERS ? fromPercents(text) : undefined),
  decodeURIComponent: ([text]) =>
    typeof text === 'string' && text.length < MOST_LETTERS ? fromPercents(text) : undefined,
  decodeURI: ([text]) => (typeof text === 'string' && text.length < MOST_LETTERS ? fromPercents(text) : undefined),
  // `decodeURIComponent(escape(atob(x)))` is how old pages read UTF-8: the bytes are read as that already.
  escape: ([text]) => text,
  fromCharCode: (values) => lettersOf(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
  fromCodePoint: (values) => lettersOf(values),
  String: ([text]) => text,
  parseInt: ([text]) => Number.parseInt(String(text), 10),
};

/** Methods of strings and lists. */
export const METHODS: Record<string, (value: Value, values: Value[]) => Value | undefined> = {
  __proto__: null as never,
  split: (value, [by]) => (typeof value === 'string' && typeof by === 'string' ? value.split(by, 200_000) : undefined),
  reverse: (value) => (Array.isArray(value) ? value.toReversed() : undefined),
  join: (value, [by]) =>
    Array.isArray(value) ? value.map((one) => plain(one)).join(by === undefined ? ',' : plain(by)) : undefined,
  concat: (value, [more]) => (typeof value === 'string' && more !== undefined ? value + plain(more) : undefined),
  replace: replaced,
  replaceAll: replaced,
  trim: (value) => (typeof value === 'string' ? value.trim() : undefined),
  toString: (value: Value) => (typeof value === 'string' ? value : undefined),
  toLowerCase: (value: Value) => (typeof value === 'string' ? value.toLowerCase() : undefined),
  slice: cut,
  substring: cut,
};

/** Every place, whatever the flags of the pattern: what stuffs an address with letters stuffs it in many places. */
function replaced(value: Value, [what, by]: Value[]): Value | undefined {
  if (typeof value !== 'string' || typeof what !== 'string' || typeof by !== 'string' || what === '') return undefined;
  return value.split(what, 200_000).join(by.slice(0, 100));
}

function cut(value: Value, [from, to]: Value[]): Value | undefined {
  return typeof value === 'string'
    ? value.slice(Number(from ?? 0), to === undefined ? undefined : Number(to))
    : undefined;
}
