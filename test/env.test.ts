import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, VARIABLES } from '../src/config.ts';

const blocks = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  .split(/\n{2,}/)
  .map((block) => block.trim().split('\n'))
  .map((lines) => ({
    comment: lines.filter((line) => line.startsWith('#')).join(' '),
    variables: lines.filter((line) => !line.startsWith('#')),
  }))
  .filter(({ variables }) => variables.length > 0);
const lines = blocks.flatMap(({ variables }) => variables);

describe('.env.example', () => {
  it('names the variables of config.ts, each once, in the same order', () => {
    expect(lines.map((line) => line.split('=')[0])).toEqual(VARIABLES);
  });

  it('says above each what it is', () => {
    for (const { comment, variables } of blocks) {
      expect(variables, 'one variable a block').toHaveLength(1);
      expect(comment.length, variables[0]).toBeGreaterThan(40);
    }
  });

  it('can be copied as it stands: its values are the defaults, and it holds no secret', () => {
    const copied = Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2)));
    expect(readConfig(copied)).toEqual(readConfig({}));
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN']) expect(copied[name]).toBe('');
  });
});
