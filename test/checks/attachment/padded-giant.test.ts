import { describe, expect, it } from 'vitest';
import { paddedGiant } from '../../../src/checks/attachment/padded-giant.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('padded-giant', () => {
  it('catches a program blown up with nothing', () => {
    expect(
      runCheck(paddedGiant, {
        attachments: [
          attachment('a.zip', {
            size: 900_000,
            entries: [{ name: 'invoice.exe', size: 700_000_000, encrypted: false }],
          }),
        ],
      }),
    ).toEqual({ name: 'a.zip', giant: 'invoice.exe' });
  });

  it.each(['a.js', 'a.iso', 'a.docm'])('catches %s of that size', (name) => {
    const entries = [{ name, size: 700_000_000, encrypted: false }];
    expect(runCheck(paddedGiant, { attachments: [attachment('a.zip', { size: 900_000, entries })] })).toBeDefined();
  });

  it('lets a film pass: large, and it does not shrink', () => {
    expect(
      runCheck(paddedGiant, {
        attachments: [
          attachment('a.zip', {
            size: 690_000_000,
            entries: [{ name: 'film.mp4', size: 700_000_000, encrypted: false }],
          }),
        ],
      }),
    ).toBeUndefined();
  });

  it('lets a document that shrinks well pass', () => {
    expect(
      runCheck(paddedGiant, {
        attachments: [
          attachment('a.zip', { size: 20_000, entries: [{ name: 'table.xls', size: 3_000_000, encrypted: false }] }),
        ],
      }),
    ).toBeUndefined();
  });

  it('lets a table of measurements pass: it opens in nothing that runs it', () => {
    expect(
      runCheck(paddedGiant, {
        attachments: [
          attachment('a.zip', { size: 900_000, entries: [{ name: 'data.csv', size: 700_000_000, encrypted: false }] }),
        ],
      }),
    ).toBeUndefined();
  });
});
