import { describe, expect, it } from 'vitest';
import { byInterest } from '../../src/intel/interest.ts';
import type { Observable } from '../../src/model.ts';
import { observablesOf } from '../../src/parse/observables.ts';
import { attachment, evidence, knowledge, link, message } from '../helpers/evidence.ts';

const order = (parts: Parameters<typeof evidence>[0]): string[] => {
  const whole = evidence(parts);
  return byInterest(observablesOf(whole), whole, knowledge()).map(({ value }) => value);
};
const hash = (letter: string) => letter.repeat(64);

describe('the order of asking', () => {
  it('is: what was reported, what a lure wants pressed, the sender', () => {
    const found = order({
      messages: [message({ from: 'a@sender.test' })],
      links: [
        link('https://text.test/a', { source: 'text' }),
        link('https://code.test/a', { source: 'qr' }),
        link('https://reported.test/a', { source: 'reported', message: undefined }),
      ],
    });
    const first = (name: string) => found.findIndex((value) => value.includes(name));
    expect([first('reported'), first('code'), first('text'), first('sender')]).toEqual([0, 2, 4, 6]);
  });

  it('puts where a link was found to lead before what lies open', () => {
    const found = order({
      messages: [message()],
      links: [
        link('https://open.test/a'),
        link('https://hidden.test/a', { source: 'redirect', chain: ['https://short.test/a'] }),
      ],
    });
    expect(found[0]).toContain('hidden.test');
  });

  it('puts programs before documents, and leaves pictures out', () => {
    const found = order({
      messages: [message()],
      attachments: [
        attachment('logo.png', { type: 'png', sha256: hash('a') }),
        attachment('letter.pdf', { type: 'pdf', sha256: hash('b') }),
        attachment('run.scr', { type: 'exe', sha256: hash('c') }),
        attachment('sheet.xlsx', { type: 'xlsx', traits: ['macro'], sha256: hash('d') }),
      ],
    });
    expect(found).toEqual([hash('c'), hash('d'), hash('b')]);
  });

  it('does not take a program for a picture because of its name', () => {
    const found = order({
      messages: [message()],
      attachments: [attachment('x.png', { type: 'exe', sha256: hash('a') })],
    });
    expect(found).toEqual([hash('a')]);
  });

  it('is that of the observables where nothing more is known', () => {
    const observables: Observable[] = [{ kind: 'domain', value: 'evil.test' }];
    expect(byInterest(observables, undefined, knowledge())).toEqual(observables);
  });
});
