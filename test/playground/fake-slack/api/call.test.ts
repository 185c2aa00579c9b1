import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsOfBlocks } from '../../../../src/playground/fake-slack/validate/blocks.ts';
import { faultsOfView } from '../../../../src/playground/fake-slack/validate/view.ts';
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
    { numRuns: 400 },
  );
});

test('whatever stands in blocks and views is judged, never thrown at', () => {
  const type = fc.constantFrom(
    'section',
    'actions',
    'context',
    'rich_text',
    'input',
    'image',
    'table',
    'button',
    'static_select',
  );
  const node = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }), tie('block')),
    block: fc.record(
      {
        type,
        text: tie('node'),
        elements: fc.array(tie('node'), { maxLength: 3 }),
        element: tie('node'),
        fields: tie('node'),
        options: tie('node'),
        option_groups: tie('node'),
        accessory: tie('node'),
        confirm: tie('node'),
        rows: tie('node'),
        initial_option: tie('node'),
        style: tie('node'),
      },
      { requiredKeys: ['type'] },
    ),
  }));
  fc.assert(
    fc.property(fc.array(node.block, { maxLength: 4 }), (blocks) => {
      expect(Array.isArray(faultsOfBlocks(blocks as never))).toBe(true);
      expect(Array.isArray(faultsOfView({ type: 'modal', blocks } as never))).toBe(true);
    }),
  );
});
