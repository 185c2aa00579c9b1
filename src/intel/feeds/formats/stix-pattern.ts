import type { ListedKind } from '../keys.ts';

/** A longer pattern is a rule, not a list entry. */
const MAX_PATTERN = 16_384;
const MOST_TERMS = 500;

const KINDS: Record<string, ListedKind> = {
  'url:value': 'url',
  'domain-name:value': 'domain',
  'ipv4-addr:value': 'ip',
  'ipv6-addr:value': 'ip',
  'email-addr:value': 'address',
  'email-message:from_ref.value': 'address',
  'email-message:sender_ref.value': 'address',
};
const HASH = /^file:hashes\.(?:'?(?:MD5|SHA-1|SHA-256|SHA1|SHA256)'?)$/i;

/** A string, a bracket, or a run of anything else; each is found in one pass, whatever the text. */
const TOKEN = /'(?:[^'\\]|\\.)*'|[[\](),=]|[^\s'[\](),=]+/sy;

/**
 * The things that a STIX pattern names, where any one of them is enough by itself: comparisons joined by OR. Undefined
 * when it asks for several at once, for an order or a number of times, or for the absence of something: half of such a
 * pattern would accuse the innocent.
 */
export function termsOf(pattern: string): { kind: ListedKind; value: string }[] | undefined {
  const tokens = pattern.length > MAX_PATTERN ? undefined : tokensOf(pattern);
  if (!tokens) return undefined;
  const terms: { kind: ListedKind; value: string }[] = [];
  let depth = 0;
  let at = 0;
  for (let count = 0; count < MOST_TERMS; count += 1) {
    for (; tokens[at] === '[' || tokens[at] === '('; at += 1) depth += 1;
    const term = comparison(tokens, at);
    if (!term) return undefined;
    terms.push(...term.found);
    at = term.end;
    for (; tokens[at] === ']' || tokens[at] === ')'; at += 1) depth -= 1;
    if (at === tokens.length) return depth === 0 ? terms : undefined;
    if (tokens[at] !== 'OR') return undefined;
    at += 1;
  }
  return undefined;
}

function tokensOf(pattern: string): string[] | undefined {
  const tokens: string[] = [];
  let at = 0;
  while (at < pattern.length) {
    if (/\s/.test(pattern[at] ?? '')) {
      at += 1;
      continue;
    }
    TOKEN.lastIndex = at;
    let [token] = TOKEN.exec(pattern) ?? [];
    if (token === undefined) return undefined;
    // A key in quotes belongs to its path: `file:hashes.'SHA-256'`.
    if (token.startsWith("'") && tokens.at(-1)?.endsWith('.')) token = (tokens.pop() ?? '') + token;
    tokens.push(token);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function comparison(
  tokens: string[],
  at: number,
): { found: { kind: ListedKind; value: string }[]; end: number } | undefined {
  const [path = '', operator, first] = tokens.slice(at, at + 3);
  const kind = KINDS[path] ?? (HASH.test(path) ? 'hash' : undefined);
  if (!kind) return undefined;
  let end = at + 3;
  const strings: string[] = [];
  if (operator === 'IN' && first === '(') {
    while (end < tokens.length && tokens[end] !== ')') {
      if (tokens[end] !== ',') strings.push(tokens[end] ?? '');
      end += 1;
    }
    end += 1;
  } else if (operator === '=' || operator === 'ISSUBSET') strings.push(first ?? '');
  else return undefined;
  if (end > tokens.length || strings.some((text) => !/^'.*'$/s.test(text))) return undefined;
  const values = strings.map((text) => text.slice(1, -1).replace(/\\(.)/gs, '$1'));
  return { found: values.map((value) => ({ kind, value })), end };
}
