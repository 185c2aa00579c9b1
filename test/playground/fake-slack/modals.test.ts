import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { call, httpApp, soon, workspace } from './workspace.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'report',
  title: plain('Report'),
  submit: plain('Send'),
  blocks: [
    { type: 'input', block_id: 'note', label: plain('Note'), element: { type: 'plain_text_input', action_id: 'text' } },
    {
      type: 'input',
      block_id: 'why',
      optional: true,
      label: plain('Why'),
      element: { type: 'plain_text_input', action_id: 'text', initial_value: 'odd' },
    },
    {
      type: 'input',
      block_id: 'files',
      optional: true,
      label: plain('Files'),
      element: { type: 'file_input', action_id: 'up', max_files: 2 },
    },
  ],
  ...more,
});

/** A workspace whose app opens `view` on the shortcut `open`. */
async function withModal(wire: (app: App) => void, view: object = modal(), more = {}) {
  const slack = await workspace(more);
  const app = await httpApp(slack, (wired) => {
    wired.shortcut('open', async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: view as never });
    });
    wire(wired);
  });
  await slack.globalShortcut('U0NURSE', 'open');
  await soon(() => slack.openView('U0NURSE')).toBeDefined();
  return { slack, app };
}

describe('a modal', () => {
  test('goes there and back: what was typed, what it began with, and files', async () => {
    const got: Record<string, unknown>[] = [];
    const { slack } = await withModal((app) =>
      app.view('report', async ({ ack, body }) => {
        await ack();
        got.push(body as never);
      }),
    );
    const file = { name: 'mail.eml', bytes: Buffer.from('From: a@b.example\r\n\r\nhi') };
    const outcome = await slack.submit('U0NURSE', { note: { text: { type: 'plain_text_input', value: 'look' } } }, [
      file,
    ]);
    expect(outcome).toEqual({ closed: true, errors: {} });
    expect(slack.openView('U0NURSE')).toBeUndefined();
    expect(got).toMatchObject([
      {
        type: 'view_submission',
        user: { id: 'U0NURSE' },
        view: {
          callback_id: 'report',
          state: {
            values: {
              note: { text: { type: 'plain_text_input', value: 'look' } },
              why: { text: { value: 'odd' } },
              files: { up: { type: 'file_input', files: [{ name: 'mail.eml', size: 23, mode: 'hosted' }] } },
            },
          },
        },
      },
    ]);
  });

  test('what is required, or too much, is refused before the app hears of it', async () => {
    let heard = 0;
    const { slack } = await withModal((app) => app.view('report', async ({ ack }) => ack(void heard++)));
    const files = [1, 2, 3].map((n) => ({ name: `${n}.eml`, bytes: Buffer.from('x') }));
    const outcome = await slack.submit('U0NURSE', {}, files);
    expect(Object.keys(outcome.errors)).toEqual(['note', 'files']);
    expect(slack.openView('U0NURSE')?.errors).toEqual(outcome.errors);
    expect(heard).toBe(0);
  });

  test('errors of the app stand at their blocks; with one for a block that is not there the whole form fails', async () => {
    const errors: Record<string, string> = { note: 'no link in it' };
    const { slack } = await withModal((app) =>
      app.view('report', async ({ ack }) => ack({ response_action: 'errors', errors })),
    );
    expect(await slack.submit('U0NURSE', { note: { text: 'x' } })).toEqual({ closed: false, errors });
    errors.elsewhere = 'not here';
    const outcome = await slack.submit('U0NURSE', { note: { text: 'x' } });
    expect(outcome).toMatchObject({ errors: {}, error: expect.stringContaining('invalid_response_action') });
  });

  test('an answer may replace it, put another on top, or be broken', async () => {
    const answers = [
      { response_action: 'update', view: modal({ title: plain('Again') }) },
      { response_action: 'push', view: modal({ title: plain('On top') }) },
      { response_action: 'update', view: modal({ title: plain('x'.repeat(25)) }) },
    ];
    const { slack } = await withModal((app) => app.view('report', async ({ ack }) => ack(answers.shift() as never)));
    const title = () => (slack.openView('U0NURSE')?.view.title as { text: string } | undefined)?.text;
    const send = () => slack.submit('U0NURSE', { note: { text: 'x' } });
    expect((await send()).closed).toBe(false);
    expect(title()).toBe('Again');
    await send();
    expect(title()).toBe('On top');
    expect((await send()).error).toContain('invalid_arguments');
    slack.closeView('U0NURSE');
    expect(title()).toBe('Again');
  });

  test('an app that does not answer leaves it open with an error', async () => {
    const { slack } = await withModal(() => {}, modal(), { ackMs: 200 });
    expect(await slack.submit('U0NURSE', { note: { text: 'x' } })).toMatchObject({
      closed: false,
      error: expect.stringContaining('timeout'),
    });
    expect(slack.openView('U0NURSE')).toBeDefined();
  });

  test('closing is told to the app that asked for it', async () => {
    const closed: string[] = [];
    const { slack } = await withModal(
      (app) =>
        app.view({ callback_id: 'report', type: 'view_closed' }, async ({ ack, view }) => {
          await ack();
          closed.push(view.id);
        }),
      modal({ notify_on_close: true }),
    );
    const id = slack.openView('U0NURSE')?.id;
    slack.closeView('U0NURSE');
    await soon(() => closed).toEqual([id]);
  });

  test('a press inside it brings the view', async () => {
    const got: Record<string, unknown>[] = [];
    const button = { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] };
    const { slack } = await withModal(
      (app) => app.action('more', async ({ ack, body }) => ack(void got.push(body as never))),
      modal({ submit: undefined, blocks: [button] }),
    );
    await slack.pressInView('U0NURSE', 'more');
    expect(got).toMatchObject([
      { container: { type: 'view' }, view: { callback_id: 'report' }, actions: [{ action_id: 'more' }] },
    ]);
  });
});

describe('triggers and hashes', () => {
  /** A trigger, as the shortcut `keep` gave it to the app. */
  async function trigger(more = {}) {
    const slack = await workspace(more);
    let id = '';
    await httpApp(slack, (app) =>
      app.shortcut('keep', async ({ ack, shortcut }) => {
        await ack();
        id = shortcut.trigger_id;
      }),
    );
    await slack.globalShortcut('U0NURSE', 'keep');
    return { slack, open: () => call(slack, 'views.open', { trigger_id: id, view: modal() }) };
  }

  test('a trigger opens one modal', async () => {
    const { open } = await trigger();
    expect([(await open()).ok, (await open()).error]).toEqual([true, 'exchanged_trigger_id']);
  });

  test('a trigger lives for three seconds', async () => {
    let clock = 1_700_000_000_000;
    const { slack, open } = await trigger({ now: () => clock });
    clock += 3001;
    expect((await open()).error).toBe('expired_trigger_id');
    expect((await call(slack, 'views.open', { trigger_id: '1.2.3', view: modal() })).error).toBe('invalid_trigger_id');
  });

  test('an update with an old hash is refused, as are broken and missing views', async () => {
    const { slack, open } = await trigger();
    const { view } = (await open()) as unknown as { view: { id: string; hash: string } };
    const update = async (more: object) =>
      (await call(slack, 'views.update', { view_id: view.id, hash: view.hash, view: modal(), ...more })).error;
    expect(await update({})).toBeUndefined();
    expect(await update({})).toBe('hash_conflict');
    expect(await update({ hash: undefined, view: modal({ title: plain('x'.repeat(25)) }) })).toBe('invalid_arguments');
    expect(await update({ view_id: 'V0NONE' })).toBe('not_found');
  });

  test('a home tab is published, and shown again', async () => {
    const slack = await workspace();
    const home = { type: 'home', blocks: [{ type: 'section', text: plain('hello') }] };
    expect((await call(slack, 'views.publish', { user_id: 'U0NURSE', view: home })).ok).toBe(true);
    expect(slack.homeView('U0NURSE')?.view).toMatchObject(home);
    expect((await call(slack, 'views.publish', { user_id: 'U0NOBODY', view: home })).error).toBe('user_not_found');
  });
});
