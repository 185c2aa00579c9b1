import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import type { Specimen, Verdict } from '../../src/model.ts';
import { mergeEvidence, readSpecimen } from '../../src/parse/read.ts';
import { ORGANISATION, USERS } from '../../src/playground/cast.ts';
import { SAMPLES, sampleFile, sampleForward } from '../../src/playground/samples.ts';

const knowledge = {
  lists: loadLists(),
  organisation: {
    domains: ORGANISATION.domains,
    names: ORGANISATION.names,
    vips: [],
    authservIds: ORGANISATION.authservs,
  },
};

async function verdictOn(specimen: Specimen): Promise<Verdict> {
  const { verdict } = await assess([specimen], [], {
    read: async (specimens) =>
      mergeEvidence(await Promise.all(specimens.map((one, index) => readSpecimen(one, `s${index}`)))),
    gather: async () => ({ sightings: [], gaps: [] }),
    checks: CHECKS,
    knowledge,
    scoring: loadScoring(),
  });
  return verdict;
}

const EXPECTED: Record<string, RegExp> = {
  epidemic: /^high$/,
  password: /^high$/,
  bank: /^high$/,
  parcel: /^(high|suspicious)$/,
  newsletter: /^no-signs$/,
  colleague: /^no-signs$/,
};

describe.each(SAMPLES)('the sample "$title"', (sample) => {
  it('is judged as its title says when its file is dropped', async () => {
    const { bytes, name } = await sampleFile(sample);
    expect((await verdictOn({ kind: 'mail', bytes, name })).risk).toMatch(EXPECTED[sample.id] as RegExp);
  });

  it('is judged the same when a colleague forwards it, and the colleague is not accused', async () => {
    const user = USERS[0];
    if (!user) throw new Error('nobody there');
    const mail = await sampleForward(sample, user);
    const verdict = await verdictOn({
      kind: 'slack-mail',
      mail: {
        id: 'F1',
        subject: mail.subject,
        from: [mail.from],
        to: mail.to,
        cc: [],
        plainText: mail.text,
        headers: { messageId: mail.messageId },
        attachments: [],
      },
      html: mail.html,
    });
    expect(verdict.risk).toMatch(EXPECTED[sample.id] as RegExp);
    expect(JSON.stringify(verdict.findings)).not.toContain(mail.from.address);
  });

  it('names nothing that exists: reserved domains and addresses only', async () => {
    const text = Buffer.from((await sampleFile(sample)).bytes).toString('utf8');
    const hosts = [...text.matchAll(/(?:@|:\/\/)([a-z0-9.-]+)/gi)].map(([, host]) => host);
    const real = hosts.filter((host) => !/(\.example|\.test|\.invalid)$/.test(host ?? ''));
    // The real authority's address is the one that the lure shows and does not lead to.
    expect(real.filter((host) => host !== 'www.nhc.gov.cn')).toEqual([]);
  });
});
