import { z } from 'zod';
import type { FakeSlack, FakeUser, Json, Upload } from './fake-slack/types.ts';
import { SAMPLES, sampleFile, sampleForward } from './samples.ts';

/** Returns what the person should be told when the action did not go through; nothing when all is well. */
type Action = (slack: FakeSlack, me: FakeUser, form: FormData) => Promise<string | undefined>;

const SHORTCUTS = { message: 'report_message', global: 'report_something' };

/** What a person can do on the page, by the last part of the form's address. */
export const ACTIONS: Record<string, Action> = {
  async say(slack, me, form) {
    const { at, reply } = read(form, { at: z.string(), reply: z.string().default('') });
    const text = String(form.get('text') ?? '').trim();
    const files = await uploads(form.getAll('files'));
    const [, command, words = ''] = /^(\/[\w-]+)\s*([\s\S]*)$/.exec(text) ?? [];
    if (command && slack.options.commands.includes(command)) {
      if (reply) return 'Slack has no slash commands in threads. Type it in the channel.';
      return (await slack.command(me.id, at, command, words)).error;
    }
    if (text || files.length > 0) await slack.say(me.id, at, { text, files, threadTs: reply || undefined });
    return undefined;
  },

  async 'forward-sample'(slack, me, form) {
    const { at, sample } = read(form, { at: z.string(), sample: z.string() });
    const chosen = SAMPLES.find(({ id }) => id === sample);
    if (chosen) await slack.mailInto(at, await sampleForward(chosen, me));
    return undefined;
  },

  async 'drop-sample'(slack, me, form) {
    const { at, sample } = read(form, { at: z.string(), sample: z.string() });
    const chosen = SAMPLES.find(({ id }) => id === sample);
    if (chosen) await slack.say(me.id, at, { files: [await sampleFile(chosen)] });
    return undefined;
  },

  async press(slack, me, form) {
    const { channel, ts, action, block, value } = read(form, {
      channel: z.string(),
      ts: z.string(),
      action: z.string(),
      block: z.string(),
      value: z.string(),
    });
    return (await slack.press(me.id, { channel, ts }, action, { blockId: block, value })).error;
  },

  async 'message-shortcut'(slack, me, form) {
    const { channel, ts } = read(form, { channel: z.string(), ts: z.string() });
    return (await slack.messageShortcut(me.id, { channel, ts }, SHORTCUTS.message)).error;
  },

  async 'global-shortcut'(slack, me) {
    return (await slack.globalShortcut(me.id, SHORTCUTS.global)).error;
  },

  async share(slack, me, form) {
    const { channel, ts, to } = read(form, { channel: z.string(), ts: z.string(), to: z.string() });
    await slack.share(me.id, { channel, ts }, to);
    return undefined;
  },

  async submit(slack, me, form) {
    const modal = slack.openView(me.id);
    if (!modal) return 'The window was closed already.';
    const blocks = (modal.view.blocks ?? []) as Record<string, Json>[];
    const values: Record<string, Record<string, Json>> = {};
    const files: Upload[] = [];
    for (const block of blocks.filter(({ type }) => type === 'input')) {
      const id = String(block.block_id);
      const element = block.element as Record<string, Json>;
      const given = form.getAll(`field/${id}/${String(element.action_id)}`);
      if (element.type === 'file_input') files.push(...(await uploads(given)));
      else values[id] = { [String(element.action_id)]: stateOf(element, given.map(String)) };
    }
    return (await slack.submit(me.id, values, files)).error;
  },

  async close(slack, me) {
    slack.closeView(me.id);
    return undefined;
  },
};

/** A field's part of the view state, as Slack sends it. */
function stateOf(element: Record<string, Json>, given: string[]): Json {
  const type = element.type as Json;
  const options = ((element.options ?? []) as Record<string, Json>[]).filter(({ value }) =>
    given.includes(String(value)),
  );
  if (type === 'checkboxes') return { type, selected_options: options };
  if (type === 'static_select' || type === 'radio_buttons') return { type, selected_option: options[0] ?? null };
  return { type, value: given[0] ? given[0] : null };
}

async function uploads(entries: FormDataEntryValue[]): Promise<Upload[]> {
  const files = entries.filter((entry) => typeof entry !== 'string').filter((file) => file.size > 0);
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      mimetype: file.type || undefined,
    })),
  );
}

function read<Shape extends z.ZodRawShape>(form: FormData, shape: Shape): z.output<z.ZodObject<Shape>> {
  const entries = [...form.entries()].filter(([, value]) => typeof value === 'string');
  return z.object(shape).parse(Object.fromEntries(entries));
}
