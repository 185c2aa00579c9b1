import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { FakePost } from '../fake-slack/types.ts';
import { Composer } from './composer.ts';
import { Modal } from './modal.ts';
import { Posts } from './posts.ts';
import { addressOf, channelLabel, channelsOf, type View } from './view.ts';

/**
 * The whole page. `version` counts the changes of the world: by it the page knows whether it is behind. `notice` is what
 * the last action has to say to the person, such as Slack's own error.
 */
export function renderPage(view: View, version: number, notice = ''): string {
  return `<!doctype html>${renderToStaticMarkup(
    h(
      'html',
      { lang: 'en' },
      h(
        'head',
        null,
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', null, `${channelLabel(view.slack, view.channel)} · lurecheck local workspace`),
        h('link', { rel: 'icon', href: 'data:,' }),
        h('link', { rel: 'stylesheet', href: '/blocks.css' }),
        h('link', { rel: 'stylesheet', href: '/style.css' }),
        h('script', { src: '/client.js', defer: true }),
      ),
      h('body', null, h(Workspace, { view, version, notice })),
    ),
  )}`;
}

function Workspace({ view, version, notice }: { view: View; version: number; notice: string }): ReactNode {
  const { slack, me, channel, thread } = view;
  const all = slack.posts(channel.id);
  const mine = slack.ephemerals(me.id).filter((post) => post.channel === channel.id);
  const main = inOrder([
    ...all.filter((post) => !post.threadTs || post.threadTs === post.ts || post.broadcast),
    ...mine.filter((post) => !post.threadTs),
  ]);
  const replies = thread
    ? inOrder([
        ...all.filter((post) => post.threadTs === thread || post.ts === thread),
        ...mine.filter((post) => post.threadTs === thread),
      ])
    : [];
  const modal = slack.openView(me.id);
  return h(
    'div',
    { id: 'workspace', className: thread ? 'with-thread' : '', 'data-version': version },
    h(
      'p',
      { className: 'banner', role: 'note' },
      'This is a local workspace on your own machine, not Slack. Nothing in it leaves this machine.',
    ),
    h(Sidebar, { view }),
    h(
      'main',
      null,
      h('header', null, h('h1', null, channelLabel(slack, channel))),
      notice && h('p', { className: 'notice', role: 'alert' }, notice),
      h('div', { className: 'scroll', id: 'main-scroll' }, h(Posts, { view, posts: main, inThread: false })),
      h(Composer, { view, inThread: false }),
    ),
    thread &&
      h(
        'aside',
        { className: 'thread', 'aria-label': 'Thread' },
        h(
          'header',
          null,
          h('h2', null, 'Thread'),
          h('a', { href: addressOf(view), className: 'close', 'aria-label': 'Close thread' }, '✕'),
        ),
        h('div', { className: 'scroll', id: 'thread-scroll' }, h(Posts, { view, posts: replies, inThread: true })),
        h(Composer, { view, inThread: true }),
      ),
    modal && h('div', { className: 'backdrop' }, h(Modal, { view, modal })),
  );
}

function Sidebar({ view }: { view: View }): ReactNode {
  const { slack, me, channel } = view;
  return h(
    'nav',
    { className: 'sidebar', 'aria-label': 'Workspace' },
    h('h2', null, slack.options.team.name),
    h('p', { className: 'label' }, 'You are'),
    h(
      'ul',
      null,
      slack.users
        .filter((user) => user.role !== 'bot')
        .map((user) => {
          const [name, work] = user.realName.split(', ');
          return h(
            'li',
            { key: user.id },
            h(
              'a',
              { href: addressOf(view, { as: user.id }), 'aria-current': user.id === me.id ? 'true' : undefined },
              name,
              h('small', null, work),
            ),
          );
        }),
    ),
    h('p', { className: 'label' }, 'Channels'),
    h(
      'ul',
      null,
      channelsOf(slack, me).map((each) =>
        h(
          'li',
          { key: each.id },
          h(
            'a',
            { href: addressOf(view, { at: each.id }), 'aria-current': each.id === channel.id ? 'page' : undefined },
            channelLabel(slack, each),
          ),
        ),
      ),
    ),
  );
}

function inOrder(posts: FakePost[]): FakePost[] {
  return posts.toSorted((a, b) => Number(a.ts) - Number(b.ts));
}
