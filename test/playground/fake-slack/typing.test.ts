import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mrkdwnOf, typed } from '../../../src/playground/fake-slack/typing.ts';

const world = {
  users: [{ id: 'U0BOT', name: 'lurecheck', realName: '', role: 'bot' as const, locale: 'en' }],
  channels: [{ id: 'C0REPORTS', name: 'reports', kind: 'public' as const, members: [] }],
};

test.each([
  ['a < b & c', 'a &lt; b &amp; c'],
  ['see https://evil.example/a?x=1&y=2.', 'see <https://evil.example/a?x=1&amp;y=2>.'],
  ['go to evil.example/login now', 'go to <http://evil.example/login|evil.example/login> now'],
  ['look (www.example.com)', 'look (<http://www.example.com|www.example.com>)'],
  ['mail it@helpdesk.example', 'mail <mailto:it@helpdesk.example|it@helpdesk.example>'],
  ['hxxps://evil[.]example', 'hxxps://evil[.]example'],
  ['hxxps://evil.example', 'hxxps://evil.example'],
  ['form.pdf and v1.2 and e.g. this', 'form.pdf and v1.2 and e.g. this'],
  ['run `curl evil.example` now', 'run `curl evil.example` now'],
  ['```\nhttps://evil.example\n```', '```https://evil.example```'],
  ['@lurecheck look, @nobody', '<@U0BOT> look, @nobody'],
  ['in #reports @here', 'in <#C0REPORTS> <!here>'],
])('%s', (text, mrkdwn) => {
  expect(typed(text, world).text).toBe(mrkdwn);
});

test('the same in rich text: links, an invented http, and code as text', () => {
  expect(typed('https://a.example b.example `c.example`', world).blocks).toMatchObject([
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'link', url: 'https://a.example' },
            { type: 'text', text: ' ' },
            { type: 'link', url: 'http://b.example', text: 'b.example' },
            { type: 'text', text: ' ' },
            { type: 'text', text: 'c.example', style: { code: true } },
          ],
        },
      ],
    },
  ]);
});

test('a link with a label of its own', () => {
  const link = { type: 'link', url: 'https://evil.example', text: 'bank.example' };
  const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] }];
  expect(mrkdwnOf(blocks)).toBe('<https://evil.example|bank.example>');
});

test('whatever is typed, no bare angle bracket or ampersand is left but in Slack’s own marks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
      const marked = typed(text, world).text;
      const rest = marked.replace(/<(https?:|mailto:|@U|#C|!)[^<>]*>/gi, '').replace(/&(amp|lt|gt);/g, '');
      expect(rest).not.toMatch(/[<>&]/);
    }),
  );
});
