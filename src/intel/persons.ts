import type { Evidence, Organisation } from '../model.ts';

/** Strings by which a person could be known, lower case: addresses, and the part of them before the @. */
export type Persons = readonly string[];

/** Shorter ones stand in every second word. */
const TELLING = 4;

/**
 * Whose traces must not leave: everybody to whom a message was sent, who forwarded it, and the people whom the
 * organisation named. Roles (`info`, `office`) are nobody.
 */
export function personsOf(organisation: Organisation, evidence: Evidence | undefined): Persons {
  const addresses = (evidence?.messages ?? []).flatMap(({ to, cc, forwardedBy }) =>
    [...to, ...cc, ...(forwardedBy ? [forwardedBy] : [])].map(({ address }) => address),
  );
  const names = organisation.vips.flatMap(({ name, addresses: own }) => [...own, name.replace(/\s+/g, '')]);
  const found = new Set<string>();
  for (const text of [...addresses, ...names]) {
    const whole = text.toLowerCase();
    const [local = ''] = whole.split('@');
    if (whole.length >= TELLING) found.add(whole);
    if (local.length >= TELLING && !ROLE.test(local)) {
      found.add(local);
      found.add(lettersOf(local));
    }
  }
  return [...found].filter((text) => text.length >= TELLING);
}

const ROLE = /^(?:info|office|admin|support|sales|service|contact|mail|team|help|news|undisclosed.*|postmaster)$/;
const RUNS = /[a-z0-9+/_=-]{6,4096}/gi;

/**
 * Whether a piece of a URL holds, or could hold, what points at one person: an address in any common coding, a known
 * person, or a token. Errs towards yes: then the host is asked instead.
 */
export function carriesPerson(text: string, persons: Persons): boolean {
  const forms = unfold(text);
  if (forms.some((form) => form.includes('@') || names(form, persons))) return true;
  for (const form of forms) {
    if (form.split(/[^\p{L}\p{N}]+/u).some(isToken) || form.split(/[^\w-]+/).some(isCoded)) return true;
    for (const [run] of form.matchAll(RUNS)) {
      for (const decoded of decodings(run)) {
        if (decoded.includes('@') || names(decoded, persons)) return true;
      }
    }
  }
  return false;
}

/**
 * Whether a piece of a URL holds an address or a known person, plainly or in any common coding. For short links, whose path
 * is a token by its nature: what it decodes to must look like an address, or one in twenty would seem to hold an `@`.
 */
export function namesPerson(text: string, persons: Persons): boolean {
  return unfold(text).some((form) => {
    if (form.includes('@') || names(form, persons)) return true;
    return [...form.matchAll(RUNS)].some(([run]) =>
      decodings(run).some((decoded) => ADDRESS.test(decoded) || names(decoded, persons)),
    );
  });
}
const ADDRESS = /[\w.+-]{2,64}@[\w-]{2,64}/;

function names(form: string, persons: Persons): boolean {
  const lower = form.toLowerCase();
  const letters = lettersOf(lower);
  return persons.some(
    (person) => lower.includes(person) || (person.length >= 6 && letters.includes(lettersOf(person))),
  );
}

/** Percent-escapes undone, several times over: attackers and rewriters nest them. */
function unfold(text: string): string[] {
  const forms = [text];
  for (let times = 0; times < 3; times += 1) {
    const next = undo(forms.at(-1) ?? '');
    if (next === forms.at(-1)) break;
    forms.push(next);
  }
  return forms;
}

function undo(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2}){1,2048}/gi, (escapes) => {
    const bytes = Buffer.from(escapes.replaceAll('%', ''), 'hex');
    return bytes.toString('utf8');
  });
}

/** Base64 at every alignment, and hex. A run that is neither decodes to bytes that hold no address. */
function decodings(run: string): string[] {
  const found: string[] = [];
  if (/^[0-9a-f]+$/i.test(run)) {
    found.push(Buffer.from(run, 'hex').toString('latin1'), Buffer.from(run.slice(1), 'hex').toString('latin1'));
  }
  for (let shift = 0; shift < 4; shift += 1) found.push(Buffer.from(run.slice(shift), 'base64').toString('latin1'));
  return found;
}

/**
 * A string that a machine made to tell one reader from another. Words, short numbers and `office365` are not; letters and
 * digits by turns, long runs and long numbers are.
 */
function isToken(word: string): boolean {
  const digits = word.replace(/\D/g, '').length;
  if (word.length >= 16) return true;
  if (digits === word.length) return digits >= 6;
  // Pieces of a UUID or of a hash.
  if (digits > 0 && /^[0-9a-f]{8,}$/i.test(word)) return true;
  const turns = word.match(/\d(?=\p{L})|\p{L}(?=\d)/gu)?.length ?? 0;
  if (turns >= 2 || digits >= 5) return true;
  // `aBcDeF`: a name in camel case changes at most twice.
  const cases = word.match(/\p{Ll}(?=\p{Lu})/gu)?.length ?? 0;
  if (cases >= 3 || (cases >= 1 && digits >= 1)) return true;
  const vowels = word.match(/[aeiouy]/gi)?.length ?? 0;
  return /^[a-z]{8,15}$/i.test(word) && vowels * 6 < word.length;
}

/** Base64 for URLs has hyphens in it, as titles of pages have; these are long without changing case. */
function isCoded(segment: string): boolean {
  return segment.length >= 16 && /[a-z]/.test(segment) && /[A-Z]/.test(segment);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
