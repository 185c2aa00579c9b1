import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from '../../src/defang.ts';
import { inert, inertPlain, mention, mrkdwn, permalink, plain } from '../../src/slack/inert.ts';
import { bitesIn } from './bites.ts';
import { hostile } from './hostile.ts';

describe('the judge of the tests', () => {
  it.each([
    'http://a',
    'evil.com',
    'www.evil.com',
    'evil。com',
    'a@b',
    'ada@evil.example',
    '<!channel>',
    '<@U1>',
    'mailto:a',
    'tel:5',
    ':smile:',
    '192.0.2.1',
    'x\u202ey',
    'evil.example',
  ])('sees that %j bites', (text) => {
    expect(bitesIn(text)).not.toEqual([]);
  });
});

describe('inert', () => {
  it('lets nothing bite, whatever comes', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 3, max: 400 }), (value, limit) => {
        for (const out of [inert(value, limit), inertPlain(value, limit)]) {
          expect(bitesIn(out)).toEqual([]);
          expect(out.length).toBeLessThanOrEqual(limit);
          expect(out).not.toMatch(/[<>\n\r]/);
          expect(out.isWellFormed()).toBe(true);
        }
        expect(inert(value, limit)).not.toMatch(/[*_~`]|&(?!(?:amp|lt|gt);)/);
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves what is defanged already as it is', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const once = defang(value.slice(0, 500));
        expect(defang(once)).toBe(once);
        const shown = inertPlain(value, 200);
        expect(inertPlain(shown, 200)).toBe(shown);
      }),
      { numRuns: 2_000 },
    );
    expect(inertPlain('hxxps://evil[.]example/a')).toBe('hxxps://evil[.]example/a');
  });

  it.each([
    ['https://evil.example/a?b=c', 'hxxps://evil[.]example/a?b=c'],
    ['a@b.example', 'a[@]b[.]example'],
    ['see invoice.pdf', 'see invoice.pdf'],
    ['setup.pdf.exe', 'setup.pdf.exe'],
    ['photo.zip', 'photo[.]zip'],
    ['3.5 MB on 24.11.2026, e.g. today', '3.5 MB on 24.11.2026, e.g. today'],
    ['192.0.2.7', '192[.]0[.]2[.]7'],
    ['2001:db8::1', '2001[:]db8[:][:]1'],
    ['请点击。谢谢', '请点击。谢谢'],
    ['evil。com', 'evil[.]com'],
    ['mailto:x', 'mailto[:]x'],
    ['tel:112', 'tel[:]112'],
    ['Subject: hello', 'Subject: hello'],
    ['<!channel> @here', '‹!channel› [@]here'],
    ['a\u202eb\u200bc\nd', 'abc d'],
    ['www.report.pdf', 'www[.]report.pdf'],
  ])('shows %j as %j', (value, shown) => {
    expect(inertPlain(value)).toBe(shown);
  });

  it('escapes markup for mrkdwn and keeps the words readable', () => {
    expect(inert('<https://evil.example|Bank & co> *now*')).toBe('&lt;hxxps://evil[.]example|Bank &amp; co&gt; ∗now∗');
  });

  it('cuts between graphemes and says so', () => {
    expect(inertPlain('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5)).toMatch(/^\p{Extended_Pictographic}+…$/u);
    expect(inert('&&&&', 11)).toBe('&amp;&amp;…');
    expect(inertPlain('evil.example', 6)).toBe('evil…');
  });

  it('takes long hostile text in its stride', () => {
    const start = performance.now();
    for (const piece of ['a.', 'a:', '@', ' ', '://', '[', 'é\u0301', '\u200b', '0:', '.', 'ﷺ', '\u1100'])
      inert(piece.repeat(500_000), 3_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('our own words', () => {
  it('mention only what is a user id', () => {
    expect(mention('U0123ABC')).toBe('<@U0123ABC>');
    expect(mention('U1> <!channel>')).not.toContain('<');
  });

  it('link only into our own workspace', () => {
    expect(permalink('https://team.slack.com/', { channel: 'C0123', ts: '1700000000.000100' }, mrkdwn`report`)).toBe(
      '<https://team.slack.com/archives/C0123/p1700000000000100|report>',
    );
    expect(permalink('https://team.slack.com/', { channel: 'C1|x', ts: '1.1' }, mrkdwn`x`)).toBeUndefined();
    expect(permalink('https://team.slack.com/', { channel: 'C0123', ts: '1>' }, mrkdwn`x`)).toBeUndefined();
  });

  it('cannot be built from a string that did not come through the door', () => {
    const raw: string = 'http://evil.example';
    // @ts-expect-error a string is no Inert
    mrkdwn`see ${raw}`;
    // @ts-expect-error nor plain
    plain`see ${raw}`;
    // @ts-expect-error mrkdwn's escapes would show in plain text
    plain`see ${inert('a')}`;
  });
});
