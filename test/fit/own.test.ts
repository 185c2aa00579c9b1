import { describe, expect, it } from 'vitest';
import { type OwnMail, ownMails } from '../../src/fit/own.ts';

const mails = ownMails();

/** Written without spaces between words, so counted in characters. */
const UNSPACED = new Set(['zh', 'zh-tw', 'ja']);

function length(mail: OwnMail): number {
  return UNSPACED.has(mail.language) ? mail.text.replace(/\s/gu, '').length : mail.text.split(/\s+/u).length;
}

function normalised(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function shown(found: OwnMail[]): string[] {
  return found.map((mail) => `${mail.language}: ${mail.subject}`);
}

describe('mails of our own', () => {
  it('cover many languages, each with honest mail and frauds', () => {
    const languages = new Set(mails.map((mail) => mail.language));
    expect(languages.size).toBeGreaterThanOrEqual(15);
    for (const language of languages) {
      const classes = new Set(mails.filter((mail) => mail.language === language).map((mail) => mail.class));
      expect([language, ...[...classes].sort()]).toEqual([language, 'ham', 'phish']);
    }
  });

  it('never say the same twice', () => {
    const texts = mails.map((mail) => normalised(mail.text));
    const openings = texts.map((text) => text.slice(0, 60));
    expect(shown(mails.filter((_, at) => texts.indexOf(texts[at]!) < at))).toEqual([]);
    expect(shown(mails.filter((_, at) => openings.indexOf(openings[at]!) < at))).toEqual([]);
  });

  it('are as long as the beginning of a mail', () => {
    expect(shown(mails.filter((mail) => length(mail) < 20 || length(mail) > 160))).toEqual([]);
  });

  it('name no mailbox and no link, so nobody real is written to or visited', () => {
    const address =
      /\S@\S|https?:|www\.|\b[a-z0-9-]+\.(?:com|net|org|de|fr|it|es|nl|pt|br|pl|ru|cn|tw|jp|kr|tr|info)\b/iu;
    expect(shown(mails.filter((mail) => address.test(`${mail.subject} ${mail.text}`)))).toEqual([]);
  });
});
