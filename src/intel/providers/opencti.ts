import { z } from 'zod';
import { callJson } from '../http.ts';
import { HOUR, MINUTE, type Provider, ServiceError, UNKNOWN } from '../provider.ts';

/** Scores of 0 to 100, as OpenCTI ships them: from 70 on an indicator, around 50 the default for anything seen. */
const BAD = 70;
const DOUBTFUL = 51;

/** An organisation's own OpenCTI, by GraphQL: the score of an observable with exactly this value or hash. */
export function openCti(token: string, base: string): Provider {
  return {
    name: 'OpenCTI',
    about: 'links, hosts, numeric addresses, files by hash',
    tells: 'harm',
    takes: ({ url, host, ip, sha256 }) => url ?? host ?? ip ?? sha256,
    keepMs: { known: HOUR, unknown: 10 * MINUTE },
    quota: { calls: 300, perMs: MINUTE },
    trial: { ask: 'example.com' },
    async ask(value, signal) {
      const key = /^[0-9a-f]{64}$/.test(value) ? 'hashes.SHA-256' : 'value';
      const filters = { mode: 'and', filters: [{ key, values: [value] }], filterGroups: [] };
      const found = await callJson(answer, {
        url: `${base}/graphql`,
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUERY, variables: { filters } }),
        signal,
      });
      if (!found.data) {
        // GraphQL says everything with status 200, that a token is not valid included.
        const refused = found.errors?.some(({ extensions }) => /AUTH|FORBIDDEN/.test(extensions?.code ?? ''));
        throw new ServiceError(
          refused ? 'refused' : 'rubbish',
          refused ? 'the token is not accepted' : 'it reports an error',
        );
      }
      const scores = found.data.stixCyberObservables.edges.map(({ node }) => node.x_opencti_score ?? 0);
      if (scores.length === 0) return UNKNOWN;
      const score = Math.max(...scores);
      const answered = `score ${score} of 100`;
      if (score >= BAD)
        return {
          opinion: { level: 'malicious', detail: `your own OpenCTI scores this ${score} of 100` },
          answer: answered,
        };
      if (score >= DOUBTFUL)
        return {
          opinion: { level: 'suspicious', detail: `your own OpenCTI scores this ${score} of 100` },
          answer: answered,
        };
      return { answer: answered };
    },
  };
}

const QUERY = `query Lookup($filters: FilterGroup) {
  stixCyberObservables(filters: $filters, first: 5) { edges { node { x_opencti_score } } }
}`;

const answer = z.object({
  data: z
    .object({
      stixCyberObservables: z.object({
        edges: z.array(z.object({ node: z.object({ x_opencti_score: z.number().min(0).max(100).nullish() }) })),
      }),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string().optional() }).optional() })).optional(),
});
