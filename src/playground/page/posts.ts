import { createElement as h, type ReactNode } from 'react';
import type { FakeFile, FakePost, Json } from '../fake-slack/types.ts';
import { Blocks } from './blocks.ts';
import { Button, Hidden } from './forms.ts';
import { addressOf, nameOf, type View } from './view.ts';

const EMOJI: Record<string, string> = { eyes: '👀', white_check_mark: '✅', warning: '⚠️', rotating_light: '🚨' };

/** A list of posts, oldest first. `inThread` hides the way into the thread that is open already. */
export function Posts({ view, posts, inThread }: { view: View; posts: FakePost[]; inThread: boolean }): ReactNode {
  if (posts.length === 0)
    return h('p', { className: 'empty' }, 'Nothing here yet. Forward a sample, drop a mail, or paste a link below.');
  return h(
    'ol',
    { className: 'posts' },
    posts.map((post) => h(Post, { key: `${post.ts}${post.ephemeralTo ?? ''}`, view, post, inThread })),
  );
}

function Post({ view, post, inThread }: { view: View; post: FakePost; inThread: boolean }): ReactNode {
  const { slack } = view;
  const isBot = post.user === slack.options.bot.userId;
  const replies = slack.posts(post.channel).filter((reply) => reply.threadTs === post.ts && reply.ts !== post.ts);
  const who = isBot ? slack.options.bot.name : nameOf(slack, post.user);
  return h(
    'li',
    { className: `post${post.ephemeralTo ? ' ephemeral' : ''}`, id: `p${inThread ? 't' : ''}${post.ts}` },
    h('div', { className: `avatar${isBot ? ' bot' : ''}`, 'aria-hidden': true }, isBot ? 'lc' : who.slice(0, 1)),
    h(
      'div',
      { className: 'body' },
      post.ephemeralTo && h('p', { className: 'only-you' }, '👁 Only visible to you'),
      h(
        'p',
        { className: 'who' },
        h('b', null, who),
        isBot && h('span', { className: 'app' }, 'APP'),
        h('time', null, timeOf(post.ts)),
        post.edited && h('span', { className: 'edited' }, '(edited)'),
      ),
      h(Content, { view, post }),
      post.files.map((file) => h(File, { key: file.id, file })),
      post.reactions.map(({ name, users }) =>
        h('span', { key: name, className: 'reaction', title: name }, `${EMOJI[name] ?? `:${name}:`} ${users.length}`),
      ),
      !inThread &&
        replies.length > 0 &&
        h(
          'a',
          { className: 'replies', href: addressOf(view, { thread: post.ts }) },
          `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`,
        ),
    ),
    !post.ephemeralTo && h(Menu, { view, post, inThread }),
  );
}

function Content({ view, post }: { view: View; post: FakePost }): ReactNode {
  const names = (id: string): string => nameOf(view.slack, id);
  const press = (element: Record<string, Json>, block: Record<string, Json>): ReactNode =>
    h(PressForm, { key: String(element.action_id), view, post, element, block });
  const shared = post.attachments.map((json) => json as Record<string, Json>);
  return h(
    'div',
    { className: 'content' },
    post.blocks.length > 0
      ? h(Blocks, { blocks: post.blocks, names, press })
      : post.text && h('p', { className: 'text' }, readable(post.text, names)),
    shared.map((attachment) =>
      h(
        'blockquote',
        { key: String(attachment.ts), className: 'shared' },
        h('b', null, String(attachment.author_name ?? '')),
        h('p', null, readable(String(attachment.text ?? ''), names)),
      ),
    ),
  );
}

function PressForm({
  view,
  post,
  element,
  block,
}: {
  view: View;
  post: FakePost;
  element: Record<string, Json>;
  block: Record<string, Json>;
}): ReactNode {
  if (element.type !== 'button') return undefined;
  const label = (element.text as Record<string, Json>).text;
  return h(
    'form',
    { method: 'post', action: '/do/press' },
    h(Hidden, {
      view,
      values: {
        channel: post.channel,
        ts: post.ts,
        action: String(element.action_id),
        block: String(block.block_id ?? ''),
        value: String(element.value ?? ''),
      },
    }),
    h(Button, { style: String(element.style ?? ''), label: String(label) }),
  );
}

function File({ file }: { file: FakeFile }): ReactNode {
  const email = file.email;
  if (!email)
    return h(
      'p',
      { className: 'file' },
      `📄 ${file.name} `,
      h('small', null, `${Math.max(1, Math.round(file.size / 1024))} kB`),
    );
  const [from] = (email.from ?? []) as Record<string, Json>[];
  return h(
    'details',
    { className: 'file mail' },
    h(
      'summary',
      null,
      '✉️ ',
      h('b', null, String(email.subject ?? file.title)),
      h('small', null, ` from ${String(from?.original ?? from?.address ?? '')}`),
    ),
    h('pre', null, String(email.plain_text ?? '')),
  );
}

/** Slack hides these behind "⋯": the thread, forwarding, and the message shortcut. */
function Menu({ view, post, inThread }: { view: View; post: FakePost; inThread: boolean }): ReactNode {
  const values = { channel: post.channel, ts: post.ts };
  const targets = view.slack.channels.filter(
    (channel) => channel.kind !== 'im' && channel.id !== post.channel && channel.members.includes(view.me.id),
  );
  return h(
    'details',
    { className: 'menu' },
    h('summary', { 'aria-label': 'More actions', title: 'More actions' }, '⋯'),
    h(
      'div',
      { className: 'menu-items' },
      !inThread && h('a', { href: addressOf(view, { thread: post.threadTs ?? post.ts }) }, 'Reply in thread'),
      h(
        'form',
        { method: 'post', action: '/do/message-shortcut' },
        h(Hidden, { view, values }),
        h(Button, { style: 'plain', label: 'Report as suspicious' }),
      ),
      targets.map((target) =>
        h(
          'form',
          { key: target.id, method: 'post', action: '/do/share' },
          h(Hidden, { view, values: { ...values, to: target.id } }),
          h(Button, { style: 'plain', label: `Forward to #${target.name}` }),
        ),
      ),
    ),
  );
}

/** Slack's mark-up as words: mentions by name, links as the text that stands on them. */
function readable(text: string, names: (id: string) => string): string {
  return text
    .replace(/<([@#])([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, sign: string, id: string) => `${sign}${names(id)}`)
    .replace(/<(?:[^|>]+\|)?([^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function timeOf(ts: string): string {
  return new Date(Number(ts) * 1000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
