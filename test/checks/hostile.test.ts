import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { contextOf } from '../../src/checks/run.ts';
import type { Mailbox } from '../../src/model.ts';
import { urlParts } from '../../src/parse/url.ts';
import { evidence, knowledge, message } from '../helpers/evidence.ts';

const known = knowledge({
  organisation: { authservIds: ['mx.hospital.example'], vips: [{ name: 'Ada Chen', addresses: [] }] },
});
const checks = CHECKS.filter((check) => check.group === 'sender' || check.group === 'link');

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'PayPal',
    'paypal.com',
    'https://paypal.com',
    'xn--',
    '@',
    '%',
    '%zz',
    '.',
    '..',
    '\u202e',
    'а'.repeat(400),
  ),
);
const host = fc.oneof(
  fc.domain(),
  fc.constantFrom('', '.', 'xn--a', 'paypal.com.evil.example', '192.0.2.1', '[::1]', 'a'),
);
const box: fc.Arbitrary<Mailbox> = fc.record({ address: text, domain: fc.oneof(host, text), name: text });

/** Runs a check on its unit; fails with the check's name when it throws or names a value that is no string. */
function survives(check: Check, unit: Parameters<Check['run']>[0], whole: ReturnType<typeof evidence>): void {
  const data = check.run(unit, contextOf(whole, known));
  for (const value of Object.values(data ?? {})) expect(typeof value, check.id).toBe('string');
}

describe('sender and link checks', () => {
  it('survive whatever stands in a mail', () => {
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 3 }), text, text, (from, others, subject, words) => {
        const unit = {
          ...message({ subject, text: words, forms: [{ action: words, asksPassword: true }] }),
          from,
          senders: [from, ...others],
          replyTo: others,
          to: others,
        };
        for (const check of checks) if (check.on === 'message') survives(check, unit, evidence({ messages: [unit] }));
      }),
      { numRuns: 150 },
    );
  });

  it('survive whatever stands in a link', () => {
    const url = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.tuple(host, text, text).map(([name, path, query]) => `https://${name}/${path}?u=${query}`),
      fc
        .tuple(fc.constantFrom('file:', 'data:', 'javascript:', 'search-ms:', 'mailto:'), text)
        .map(([scheme, rest]) => scheme + rest),
    );
    fc.assert(
      fc.property(url, text, text, box, (target, shown, original, from) => {
        const parts = urlParts(target);
        if (!parts) return;
        const mail = { ...message(), from, to: [from] };
        const link = {
          id: 'l1',
          message: 'm1',
          source: 'anchor' as const,
          url: target,
          parts,
          shown,
          original,
          rewriters: [],
        };
        const whole = evidence({ messages: [mail], links: [link] });
        for (const check of checks) if (check.on === 'link') survives(check, link, whole);
      }),
      { numRuns: 300 },
    );
  });
});
