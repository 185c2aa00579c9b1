import { type ListedKind, listedKey } from './keys.ts';

/** One thing that a list names, as it stood there. */
export interface Listed {
  kind: ListedKind;
  value: string;
  /** Under which the store keeps it. */
  key: string;
  note?: string;
  listedAt?: Date;
}

/** What became of the pieces of a list; a parser yields them as it goes. */
export type Parsed = Listed | 'unreadable' | 'ignored';

/** What a value of a list without types is, by its form. Undefined for what is none of them. */
export function listedOf(text: string): Listed | undefined {
  const value = text.includes('[') || /^hxxp/i.test(text) ? refanged(text) : text;
  const kind = kindOf(value);
  return kind && listedAs(kind, kind === 'url' && !/^https?:/i.test(value) ? `http://${value}` : value);
}

/** A value of a known kind; undefined when it cannot be one. */
export function listedAs(
  kind: ListedKind,
  value: string,
  more: { note?: string; listedAt?: Date } = {},
): Listed | undefined {
  const key = listedKey(kind, value);
  if (key === undefined) return undefined;
  const { note, listedAt } = more;
  return { kind, value, key, ...(note && { note }), ...(listedAt && { listedAt }) };
}

function kindOf(value: string): ListedKind | undefined {
  if (/^https?:/i.test(value)) return 'url';
  if (/^[\da-f]{32,64}$/i.test(value)) return 'hash';
  if (value.includes('@')) return 'address';
  if (/^[\d.]+(?:\/\d{1,2})?$|^[\da-f]{0,4}:[\da-f:.]*(?:\/\d{1,3})?$/i.test(value)) return 'ip';
  // `evil.example/login`: a link without its scheme.
  if (/^[^\s/:]+\.[^\s/:]+(?::\d+)?\/\S+$/.test(value)) return 'url';
  return value.includes('.') && !/[\s/:]/.test(value) ? 'domain' : undefined;
}

function refanged(text: string): string {
  return text.replace(/^hxxp/i, 'http').replace(/\[(\.|:|:\/\/|@)\]/g, '$1');
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/;

/** A date as lists write it, or seconds since 1970; without a zone it is UTC. Undefined for anything else. */
export function dateOf(text: string | undefined): Date | undefined {
  if (!text) return undefined;
  if (/^\d{9,10}$/.test(text)) return new Date(Number(text) * 1000);
  const [, day, time = '00:00', zone = 'Z'] = DATE.exec(text.trim()) ?? [];
  if (!day) return undefined;
  const date = new Date(`${day}T${time}${zone === 'UTC' ? 'Z' : zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A note in one short line: it is the list's text, and goes to analysts. */
export function noteOf(...parts: (string | undefined)[]): string | undefined {
  const text = parts
    .filter((part): part is string => !!part && part !== 'None')
    .join(', ')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return text === '' ? undefined : text.slice(0, 160);
}
