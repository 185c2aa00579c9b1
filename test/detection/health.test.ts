import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verdictOnFile } from '../helpers/judge.ts';

/** The lure of February 2020 in each form that it may be handed in, and honest mail of the same weeks. */
const files = readdirSync(new URL('../fixtures/health/', import.meta.url)).toSorted();

describe('bait of an epidemic', () => {
  it.each(files.filter((name) => name.startsWith('lure-')))('%s is high risk, with reasons', async (name) => {
    const { risk, findings } = await verdictOnFile(`health/${name}`);
    expect(findings.length).toBeGreaterThan(1);
    expect(risk).toBe('high');
  });

  it.each(files.filter((name) => name.startsWith('honest-')))('%s is not flagged', async (name) => {
    const { risk, findings } = await verdictOnFile(`health/${name}`);
    expect(['no-signs', 'unchecked'], JSON.stringify(findings)).toContain(risk);
  });

  it('is there in two languages as mail, forward, link and document, beside ten honest mails', () => {
    for (const language of ['en', 'zh']) {
      for (const form of ['attachment.eml', 'forward.eml', 'link.txt', 'document.xlsm', 'order.docx']) {
        expect(files).toContain(`lure-${language}-${form}`);
      }
    }
    expect(files.filter((name) => name.startsWith('honest-'))).toHaveLength(10);
  });
});
