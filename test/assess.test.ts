import { describe, expect, it, vi } from 'vitest';
import { type Assessor, assess } from '../src/assess.ts';
import { lookalikeLinkDomain } from '../src/checks/link/lookalike-link-domain.ts';
import { shortenedLink } from '../src/checks/link/shortened-link.ts';
import { loadLists, loadScoring } from '../src/data/load.ts';
import type { Expanded } from '../src/intel/expand/expand.ts';
import { openGather } from '../src/intel/gather.ts';
import type { Indicator, Observable } from '../src/model.ts';
import { observablesOf } from '../src/parse/observables.ts';
import { evidence, link } from './helpers/evidence.ts';

const SHORT = 'https://bit.ly/3xYz9Ab';
const END = 'https://paypa1.test/login';

function assessor(parts: Partial<Assessor> = {}): Assessor {
  return {
    read: async () => {
      const links = [link(SHORT, { message: undefined, source: 'reported' })];
      return evidence({ links, observables: observablesOf({ messages: [], links, attachments: [] }) });
    },
    gather: openGather(async () => new Map()),
    checks: [shortenedLink, lookalikeLinkDomain],
    knowledge: { organisation: { domains: [], names: [], vips: [], authservIds: [] }, lists: loadLists() },
    scoring: loadScoring(),
    ...parts,
  };
}

const followed = (): Expanded => {
  const links = [link(END, { message: undefined, source: 'redirect', chain: [SHORT] })];
  return {
    links,
    observables: observablesOf({ messages: [], links, attachments: [] }),
    gaps: [],
    receipts: [
      { provider: 'Following links', asked: SHORT, at: '2026-02-03', outcome: 'known', answer: `leads to ${END}` },
    ],
    asked: [],
    left: [],
  };
};

describe('assessing with links that are followed', () => {
  it('asks lists about the target, judges it, keeps the way, and loses no hint', async () => {
    const listed: Indicator = { feed: 'own', matched: 'paypa1.test', kind: 'domain', listedAt: '2026-01-01' };
    const find = vi.fn(
      async (all: Observable[]) =>
        new Map(all.filter(({ value }) => value === 'paypa1.test').map((one) => [one, [listed]])),
    );
    const found = await assess([], [], assessor({ expand: async () => followed(), gather: openGather(find) }));
    expect(find).toHaveBeenCalledTimes(1);
    expect(find.mock.calls[0]?.[0].map(({ value }) => value)).toEqual([SHORT, 'bit.ly', END, 'paypa1.test']);
    expect(found.verdict.findings.map(({ check, data }) => [check, data])).toEqual([
      ['lookalike-link-domain', expect.objectContaining({ domain: 'paypa1.test' })],
      ['shortened-link', { host: 'bit.ly' }],
    ]);
    expect(found.sightings.filter(({ indicators }) => indicators.length > 0)).toHaveLength(1);
    expect(found.evidence.links.at(-1)).toMatchObject({ url: END, chain: [SHORT] });
    expect(found.receipts).toEqual(followed().receipts);
  });

  it('says what could not be followed, which hides nothing that was seen', async () => {
    const failed: Expanded = {
      ...followed(),
      links: [],
      observables: [],
      gaps: [{ what: 'link', why: 'timeout', name: 'bit.ly', blinding: false }],
    };
    const { verdict } = await assess([], [], assessor({ expand: async () => failed }));
    expect(verdict).toMatchObject({ risk: 'no-signs', gaps: failed.gaps });
  });

  it('asks nobody where it is off', async () => {
    const { evidence: kept, receipts } = await assess([], [], assessor());
    expect(kept.links).toHaveLength(1);
    expect(receipts).toEqual([]);
  });
});
