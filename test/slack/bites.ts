import { find } from 'linkifyjs';
import { parse } from 'tldts';

/**
 * What a client could still make clickable, mention, format or turn around in a text. An independent judge of
 * `src/slack/inert.ts`: it shares no code with it, and reads the text as the most eager client would.
 */
export function bitesIn(text: string): string[] {
  const bites: string[] = [];
  const bare = text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  if (bare !== text) bites.push('invisible or direction characters');
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/u.test(text)) bites.push('control characters');
  for (const form of [bare, bare.normalize('NFKC'), bare.normalize('NFKC').replace(/[。｡．․]/gu, '.')]) {
    const scheme = /\b(?:https?|ftp|file|slack|mailto|tel|javascript|data|sms|skype)\s*:(?=[^\s\]])/iu.exec(form);
    if (scheme) bites.push(`scheme ${scheme[0]}`);
    if (form.includes('://') && !/^(?:(?!:\/\/).|hxxps?:\/\/)*$/isu.test(form)) bites.push('://');
    for (const link of find(form)) bites.push(`link ${link.value}`);
    // Around an ideographic stop between ideographs stands a sentence end, unless a real ending follows.
    for (const [run] of form.matchAll(/[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/gu)) {
      const { isIcann, domain, isIp } = parse(run);
      if ((isIcann && domain) || isIp) bites.push(`domain ${run}`);
      if (/\.(?:example|test|invalid|onion|local)$/iu.test(run)) bites.push(`reserved name ${run}`);
    }
    if (/(?<!\[)@|@(?!\])/u.test(form.replace(/\[@\]/g, ''))) bites.push('at-sign');
  }
  if (/<[!@#]/.test(bare)) bites.push('mention');
  if (/:[0-9_+-]*[a-z][a-z0-9_+-]+:/i.test(bare)) bites.push('emoji code');
  return bites;
}

/** Every string in a JSON value, with the path that leads to it. */
export function stringsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${path}/${key}`));
}
