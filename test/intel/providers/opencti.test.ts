import { describe, expect, it } from 'vitest';
import { openCti } from '../../../src/intel/providers/opencti.ts';
import { asking, HASH, httpFaults } from './contract.ts';

const open = (base: string) => openCti('SECRET-KEY', base);
const scored = (...scores: (number | null)[]) => ({
  json: { data: { stixCyberObservables: { edges: scores.map((x_opencti_score) => ({ node: { x_opencti_score } })) } } },
});

describe('OpenCTI', () => {
  it.each([
    ['evil.example', 'value'],
    [HASH, 'hashes.SHA-256'],
  ])('is asked for %s by its exact %s', async (value, key) => {
    const { request } = await asking(open, value, scored());
    expect(request).toMatchObject({ method: 'POST', path: '/graphql' });
    expect(JSON.parse(request.body).variables.filters.filters).toEqual([{ key, values: [value] }]);
    expect(request.headers.authorization).toBe('Bearer SECRET-KEY');
  });

  it.each([
    ['bad', [10, 90], 'malicious'],
    ['doubtful', [60], 'suspicious'],
    ['merely seen', [50], undefined],
    ['without a score', [null], undefined],
    ['unknown', [], undefined],
  ])('scores what is %s', async (_, scores, level) => {
    expect((await asking(open, 'evil.example', scored(...scores))).reply.opinion?.level).toBe(level);
  });

  it('tells a token that is not accepted, which comes with status 200', async () => {
    const answer = { json: { data: null, errors: [{ message: 'no', extensions: { code: 'AUTH_REQUIRED' } }] } };
    await expect(asking(open, 'evil.example', answer)).rejects.toMatchObject({ why: 'refused' });
  });

  it('tells of a question that it does not understand', async () => {
    const answer = { json: { errors: [{ message: 'Unknown argument' }] } };
    await expect(asking(open, 'evil.example', answer)).rejects.toMatchObject({ why: 'rubbish' });
  });

  httpFaults(open, 'evil.example');
});
