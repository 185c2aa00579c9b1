import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call, workspace } from '../workspace.ts';

const METHODS = [
  'chat.postMessage',
  'chat.update',
  'chat.delete',
  'chat.postEphemeral',
  'chat.getPermalink',
  'conversations.replies',
  'conversations.history',
  'conversations.info',
  'conversations.members',
  'conversations.open',
  'views.open',
  'views.push',
  'views.update',
  'views.publish',
  'users.info',
  'usergroups.users.list',
  'files.info',
  'reactions.add',
  'team.info',
  'api.test',
];

test('whatever is sent, the answer is one of Slack’s own errors, never a failure of the stand-in', async () => {
  const slack = await workspace({
    scopes: [
      ...['chat:write', 'files:read', 'channels:history', 'channels:read', 'im:write', 'users:read'],
      ...['usergroups:read', 'reactions:write', 'team:read'],
    ],
  });
  const { ts } = await slack.say('U0NURSE', 'C0REPORTS', { text: 'x' });
  const value = fc.oneof(fc.constantFrom('C0REPORTS', 'U0NURSE', ts, ''), fc.jsonValue({ maxDepth: 3 }));
  const keys = fc.constantFrom(
    ...['channel', 'ts', 'text', 'blocks', 'attachments', 'metadata', 'thread_ts', 'user', 'users', 'view', 'user_id'],
    ...['trigger_id', 'view_id', 'hash', 'file', 'timestamp', 'name', 'cursor', 'limit', 'oldest', 'message_ts'],
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...METHODS), fc.dictionary(keys, value), async (method, args) => {
      const answer = await call(slack, method, args);
      expect(typeof answer.ok).toBe('boolean');
      expect(slack.log.at(-1)?.error).not.toBe('internal_error');
    }),
    { numRuns: 150 },
  );
});
