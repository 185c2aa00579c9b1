import { describe, expect, it } from 'vitest';
import { boltLogger, openLog } from '../../src/slack/log.ts';

function lines(write: (log: ReturnType<typeof openLog>) => void, level = 'trace'): Record<string, unknown>[] {
  const out: string[] = [];
  write(openLog(level, { write: (line: string) => void out.push(line) }));
  return out.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('writes JSON lines with fields and a message', () => {
    expect(lines((log) => log.info({ report: 'r1', parts: 2 }, 'report stored'))).toMatchObject([
      { report: 'r1', parts: 2, msg: 'report stored' },
    ]);
  });

  it('never shows a token, wherever it stands', () => {
    const said = JSON.stringify(
      lines((log) => {
        log.error(
          { reason: 'Error: xoxb-1234-secretpart refused', token: 'xoxb-9-y', nested: { botToken: 'abc' } },
          'with xapp-1-A0-secretpart',
        );
        log.warn({ reason: 'wss://host/link?ticket=secretpart' }, 'https://hooks.slack.com/commands/T1/2/secretpart');
      }),
    );
    expect(said).not.toMatch(/secretpart|xoxb-9|abc/);
  });

  it('drops content that a field carries by mistake', () => {
    const said = JSON.stringify(
      lines((log) => log.info({ text: 'Dear nurse', blocks: ['Dear nurse'], event: { text: 'Dear nurse' } }, 'x')),
    );
    expect(said).not.toContain('nurse');
  });

  it('keeps Bolt’s requests out at every level, and its errors to a line', () => {
    const said = lines((log) => {
      const logger = boltLogger(log);
      logger.debug('http request body: {"text":"Dear nurse"}');
      logger.error('failed', new Error('no\nDear nurse'), { body: 'Dear nurse' });
      logger.warn('first\nDear nurse');
    });
    expect(said).toHaveLength(2);
    expect(said[1]).toMatchObject({ from: 'bolt', msg: 'first' });
    expect(said[0]?.msg).toMatch(/^failed Error: no/);
    expect(JSON.stringify(said)).not.toContain('nurse');
  });

  it('is silent when told to be', () => {
    expect(lines((log) => log.error({}, 'x'), 'silent')).toEqual([]);
  });
});
