import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertJson, inertText, oneLine } from '../../src/cli/terminal.ts';

/** What a terminal obeys, and what turns the reading direction. */
const COMMANDS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

describe('attacker text on the terminal', () => {
  it.each([
    ['a verdict painted over', '\u001b[2K\u001b[1A\u001b[32mNo known signs found', 'No known signs found'],
    ['a one-byte escape', 'a\u009b31mb', 'ab'],
    ['a title', '\u001b]0;pwned\u0007subject', 'subject'],
    ['a hidden link', '\u001b]8;;https://evil.example/\u0007bank\u001b]8;;\u0007', 'bank'],
    ['a carriage return over the line', 'evil\rgood', 'evil good'],
    ['a second line', 'Subject\n\n  No known signs found', 'Subject No known signs found'],
    ['reversed direction', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['zero-width letters', 'pay\u200bpal', 'paypal'],
  ])('never lets through %s', (_, text, shown) => {
    expect(inertText(text)).toBe(shown);
  });

  it.each([
    ['https://evil.example/a?b=c', 'hxxps://evil[.]example/a?b=c'],
    ['HTTP://login.bank.com', 'hxxp://login[.]bank[.]com'],
    ['ftp://files.example', 'ftp[:]//files[.]example'],
    ['ada@hospital.example', 'ada[@]hospital[.]example'],
    ['192.0.2.7', '192[.]0[.]2[.]7'],
    ['see evil.com. Then pay', 'see evil[.]com. Then pay'],
    ['hxxps://evil[.]example', 'hxxps://evil[.]example'],
  ])('is defanged: %s', (text, shown) => {
    expect(inertText(text)).toBe(shown);
  });

  it.each(['invoice.pdf', '武汉旅行信息收集申请表.xlsm', '3.5 points', 'Ms. Chen'])('stays readable: %s', (text) => {
    expect(inertText(text)).toBe(text);
  });

  it('is cut between letters', () => {
    expect(inertText('😀'.repeat(300), 10)).toBe(`${'😀'.repeat(9)}…`);
  });

  it('holds whatever the attacker writes', () => {
    const nasty = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\u001b[', '\u009b', '\u001b]8;;', '\u202e', 'https://', '@', '.com'),
      ),
    );
    fc.assert(
      fc.property(nasty, (pieces) => {
        const shown = inertText(pieces.join(''));
        expect(shown).not.toMatch(COMMANDS);
        expect(shown).not.toMatch(/https?:/i);
        expect(shown.replaceAll('[@]', '')).not.toContain('@');
        expect([...oneLine(pieces.join(''))].length).toBeLessThanOrEqual(400);
      }),
      { numRuns: 300 },
    );
  });

  it('takes no time to make harmless, however long', () => {
    const started = performance.now();
    for (const piece of ['a.', 'a', '\u001b[', 'http', '.', '-', '\u0301']) inertText(piece.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('JSON on the terminal', () => {
  it('means the same, and holds nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = inertJson({ text });
        expect(JSON.parse(line)).toEqual({ text });
        expect(line).not.toMatch(COMMANDS);
      }),
    );
    expect(inertJson('\u009b31m\u202e')).toBe('"\\u009b31m\\u202e"');
  });
});
