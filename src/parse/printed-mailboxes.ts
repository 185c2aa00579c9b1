import type { Mailbox } from '../model.ts';
import { mailboxOf } from './mailboxes.ts';
import { INVISIBLE } from './refang.ts';

const MOST = 200;
const MAX_VALUE = 20_000;

/** "assistant@… on behalf of Ada <ada@…>": the reader takes Ada for the sender. */
const ON_BEHALF =
  /^.{1,300}?\s(?:on behalf of|im auftrag von|de la part de|en nombre de|em nome de|per conto di|namens|на поръчка на|от имени|代表|を代表して|을 대신하여)[\s:：]/iu;

/**
 * Mailboxes as clients print them for people, which is not how a header writes them: names without quotes and with
 * commas, `;` between them, `[mailto:…]`, an address with its own link behind it, names alone.
 */
export function printedMailboxes(value: string): Mailbox[] {
  const plain = clean(value);
  const found: Mailbox[] = [];
  for (const piece of pieces(plain)) {
    if (found.length >= MOST) break;
    const box = boxOf(piece);
    if (box) found.push(box);
  }
  return found;
}

/** The one sender that a block names; a second address in his name is a part of the name. */
export function printedSender(value: string): Mailbox | undefined {
  const plain = clean(value)
    .replace(/[;,\s]+$/, '')
    .replace(ON_BEHALF, '');
  return boxOf(plain);
}

function clean(value: string): string {
  return (
    value
      .slice(0, MAX_VALUE)
      .replace(/[＜《〈]/g, '<')
      .replace(/[＞》〉]/g, '>')
      .replace(/[；、]/g, ';')
      .replace(/，/g, ',')
      .replace(/＠/g, '@')
      .replace(/[\u00a0\ufeff]/g, ' ')
      .replace(/(?:\[|<|\()\s?mailto:\s?([^\]>)\s?]{3,320})(?:\?[^\]>)]{0,200})?(?:\]|>|\))/gi, '<$1>')
      .replace(/<<([^<>]{3,320})>>/g, '<$1>')
      // `<a@b.example<a@b.example>>`, `a@b.example <a@b.example>`: a link printed behind its own words.
      .replace(/([^\s<>()]{1,200}@[^\s<>()]{1,200})\s?<\1>/gi, '$1')
      .replace(/\*/g, '')
      .trim()
  );
}

function pieces(value: string): string[] {
  if (/;/.test(value)) return value.split(';');
  if (/<[^<>]{3,320}>/.test(value)) return value.split(/(?<=>)\s?,?/);
  return value.split(',');
}

/** Invisible characters stay in the name, where a check looks for them; an address has none. */
function boxOf(piece: string): Mailbox | undefined {
  const text = piece.replace(/^[\s,]+|[\s,]+$/g, '');
  if (text === '') return undefined;
  const bracketed = [...text.matchAll(/[<(]\s?([^\s<>()@]{1,200}@[^\s<>()@]{1,255})\s?[>)]/g)].at(-1);
  if (bracketed)
    return mailboxOf(
      visible(bracketed[1]),
      nameFrom(text.slice(0, bracketed.index)) || nameFrom(text.slice(bracketed.index + bracketed[0].length)),
    );
  const alone = /[^\s<>()"',[\]]{1,200}@[^\s<>()"',[\]]{1,255}/.exec(text);
  if (alone) {
    const address = visible(alone[0]).replace(/[.;:]+$/, '');
    return mailboxOf(
      address,
      nameFrom(text.slice(0, alone.index)) || nameFrom(text.slice(alone.index + alone[0].length)),
    );
  }
  return mailboxOf('', nameFrom(text));
}

function nameFrom(text: string): string {
  return text
    .replace(/[<>[\]]/g, ' ')
    .trim()
    .replace(/^["'“”‘’\s]+|["'“”‘’\s,]+$/g, '')
    .replace(/\s+/g, ' ');
}

function visible(address = ''): string {
  return address.replace(INVISIBLE, '');
}
