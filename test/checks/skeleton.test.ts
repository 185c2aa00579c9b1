import { describe, expect, it } from 'vitest';
import { deceptiveHost, hasInvisible, mixedScriptWord, skeleton, skeletonWords } from '../../src/checks/skeleton.ts';

describe('skeleton', () => {
  it('makes one of what is drawn alike', () => {
    for (const disguise of ['раураl', 'PayPaI', 'paypa1', 'ｐａｙｐａｌ', 'pa\u200bypal', 'páypal']) {
      expect(skeleton(disguise), disguise).toBe(skeleton('paypal'));
    }
    expect(skeleton('rnicrosoft')).toBe(skeleton('microsoft'));
  });

  it('keeps apart what is not', () => {
    expect(skeleton('paypal')).not.toBe(skeleton('papal'));
  });

  it('joins spelt-out letters and leaves initials alone', () => {
    expect(skeletonWords('P a y P a l')).toBe(skeletonWords('PayPal'));
    expect(skeletonWords('J R R Tolkien').split(' ')).toHaveLength(4);
  });

  it('reads only the beginning of an endless name', () => {
    expect(skeleton('a'.repeat(1_000_000)).length).toBeLessThan(1_000);
  });
});

describe('mixedScriptWord and hasInvisible', () => {
  it('see disguised words', () => {
    expect(mixedScriptWord('the Αmаzon shop')).toBe('Αmаzon');
    expect(hasInvisible('T\u{e0139}rust')).toBe(true);
  });

  it('let honest writing pass', () => {
    expect(mixedScriptWord('Иван Ivan Γιώργος')).toBeUndefined();
    expect(hasInvisible('می\u200cخواهم 葛\u{e0100}城 👩\u200d⚕️ Kran\u00adken')).toBe(false);
  });
});

describe('deceptiveHost', () => {
  it('sees mixed labels and foreign ones in Latin shapes', () => {
    expect(deceptiveHost('xn--mazon-3ve.com')).toBe('аmazon.com');
    expect(deceptiveHost('xn--1-7sba6dbr.com')).toBe('раура1.com');
  });

  it('lets honest international names pass', () => {
    expect(deceptiveHost('xn--bcher-kva.example')).toBeUndefined();
    expect(deceptiveHost('xn--d1abbgf6aiiy.xn--p1ai')).toBeUndefined();
    expect(deceptiveHost('xn--fiqs8s.example')).toBeUndefined();
    expect(deceptiveHost('plain.example')).toBeUndefined();
  });
});
