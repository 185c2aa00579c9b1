import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from '../src/defang.ts';

describe('defang', () => {
  it.each([
    ['https://evil.example/a?b=c.de', 'hxxps://evil[.]example/a?b=c[.]de'],
    ['see evil.example.', 'see evil[.]example.'],
    ['boss@evil.example', 'boss[@]evil[.]example'],
    ['192.0.2.7', '192[.]0[.]2[.]7'],
    ['mailto:a', 'mailto[:]a'],
    ['two\nlines', 'two lines'],
    ['a\u202eb\u200bc', 'abc'],
  ])('makes %j harmless', (value, harmless) => {
    expect(defang(value)).toBe(harmless);
  });

  it.each(['invoice.pdf', 'At 3.5 GB on 24.11.2026, e.g. today.', 'hxxps://evil[.]example'])(
    'leaves %j as it is',
    (value) => {
      expect(defang(value)).toBe(value);
    },
  );

  it('does nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (value) => {
        const once = defang(value);
        expect(defang(once)).toBe(once);
      }),
    );
  });
});
