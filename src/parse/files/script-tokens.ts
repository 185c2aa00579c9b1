export interface Token {
  kind: 'string' | 'number' | 'name' | 'mark' | 'pattern';
  text: string;
}

const MOST_TOKENS = 250_000;

/**
 * The tokens of a script, strings with their escapes undone, comments left out. A template that holds names becomes the
 * sum of its parts. Nothing is run. Linear: every turn of the loop moves on.
 */
export function scriptTokens(code: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < code.length && tokens.length < MOST_TOKENS; ) {
    const letter = code[at] as string;
    if (/\s/.test(letter)) at += 1;
    else if (letter === '"' || letter === "'") at = readString(code, at, letter, tokens);
    else if (letter === '`') at = readTemplate(code, at, tokens);
    else if (letter === '/') at = readSlash(code, at, tokens);
    else if (/[\p{L}_$]/u.test(letter)) {
      WORD.lastIndex = at;
      const text = WORD.exec(code)?.[0] ?? letter;
      tokens.push({ kind: 'name', text });
      at += text.length;
    } else if (/\d/.test(letter)) {
      NUMBER.lastIndex = at;
      const text = NUMBER.exec(code)?.[0] ?? letter;
      tokens.push({ kind: 'number', text });
      at += text.length;
    } else {
      const text = code.startsWith('+=', at)
        ? '+='
        : /^[=!<>]=/.test(code.slice(at, at + 2))
          ? code.slice(at, at + 2)
          : letter;
      tokens.push({ kind: 'mark', text });
      at += text.length;
    }
  }
  return tokens;
}

const WORD = /[\p{L}\p{N}_$]{1,200}/uy;
const NUMBER = /0x[0-9a-f]{1,12}|\d{1,15}(?:\.\d{1,15})?/iy;

function readString(code: string, start: number, quote: string, tokens: Token[]): number {
  let at = start + 1;
  while (at < code.length && code[at] !== quote && code[at] !== '\n') at += code[at] === '\\' ? 2 : 1;
  tokens.push({ kind: 'string', text: unescaped(code.slice(start + 1, at)) });
  return at + 1;
}

function readTemplate(code: string, start: number, tokens: Token[]): number {
  let at = start + 1;
  let from = at;
  while (at < code.length && code[at] !== '`') {
    if (code[at] === '\\') at += 2;
    else if (code[at] === '$' && code[at + 1] === '{') {
      const end = code.indexOf('}', at);
      tokens.push({ kind: 'string', text: unescaped(code.slice(from, at)) });
      const name = end < 0 ? '' : code.slice(at + 2, end).trim();
      const known = /^[\w$]{1,100}$/.test(name);
      tokens.push({ kind: 'mark', text: '+' }, known ? { kind: 'name', text: name } : { kind: 'string', text: '' });
      tokens.push({ kind: 'mark', text: '+' });
      at = end < 0 ? code.length : end + 1;
      from = at;
    } else at += 1;
  }
  tokens.push({ kind: 'string', text: unescaped(code.slice(from, at)) });
  return at + 1;
}

/** A comment, a pattern, or a division. */
function readSlash(code: string, at: number, tokens: Token[]): number {
  if (code[at + 1] === '/') {
    const end = code.indexOf('\n', at);
    return end < 0 ? code.length : end;
  }
  if (code[at + 1] === '*') {
    const end = code.indexOf('*/', at + 2);
    return end < 0 ? code.length : end + 2;
  }
  const before = tokens.at(-1);
  const divides = before && before.kind !== 'mark' ? true : before?.text === ')' || before?.text === ']';
  const pattern = divides ? undefined : /^\/((?:\\.|[^/\\\n]){1,200})\/([gimsuy]{0,6})/.exec(code.slice(at, at + 210));
  tokens.push(pattern ? { kind: 'pattern', text: pattern[1] ?? '' } : { kind: 'mark', text: '/' });
  return at + (pattern?.[0].length ?? 1);
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '\n': '' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|([0-7]{1,3})|([\s\S]))/gi,
    (whole, x, braced, u, octal, other) => {
      if (other !== undefined) return ESCAPES[other] ?? other;
      const code = octal === undefined ? Number.parseInt(x ?? braced ?? u, 16) : Number.parseInt(octal, 8);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
