import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../src/model.ts';
import { receiptBlock } from '../../../src/slack/blocks/receipts.ts';

const receipt = (provider: string, asked: string, outcome: Receipt['outcome'], answer: string): Receipt => ({
  provider,
  asked,
  at: '2026-11-25T00:00:00.000Z',
  outcome,
  answer,
});

/** Its lines as text. */
function linesOf(receipts: Receipt[]): string[] {
  const block = receiptBlock(receipts) as unknown as { elements: { elements: { elements?: { text: string }[] }[] }[] };
  return (block.elements.at(-1)?.elements ?? []).map(({ elements = [] }) => elements.map(({ text }) => text).join(''));
}

describe('the receipts on a card', () => {
  it('are a line for each service, what it knew first, defanged', () => {
    expect(
      linesOf([
        receipt('VirusTotal', 'fine.test', 'unknown', 'not known'),
        receipt('VirusTotal', 'https://evil.test/a', 'known', '9 of 90 engines: malicious'),
        receipt('RDAP', 'evil.test', 'failed', 'it took too long'),
      ]),
    ).toEqual([
      'VirusTotal: hxxps://evil[.]test/a → 9 of 90 engines: malicious; fine[.]test → not known',
      'RDAP: evil[.]test → it took too long',
    ]);
  });

  it('count what they do not show, and give each question’s last answer', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => receipt('RDAP', `${name}.test`, 'failed', 'down'));
    const [line] = linesOf([...many, receipt('RDAP', 'e.test', 'known', 'registered 2026-11-20')]);
    expect(line).toMatch(/^RDAP: e\[\.\]test → registered 2026-11-20; /);
    expect(line).toMatch(/; and 2 more$/);
  });

  it('are nothing where nobody was asked', () => {
    expect(receiptBlock([])).toBeUndefined();
  });
});
