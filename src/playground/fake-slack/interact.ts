import { ApiError } from './api/method.ts';
import type { Ack, Delivery } from './deliver/delivery.ts';
import { choiceOf, elementsOf, elementsOfPost, type Placed, stateOf, type Values } from './elements.ts';
import { personJson, postJson, viewJson } from './posts.ts';
import { answerPerson } from './respond.ts';
import type { ApiCall, FakeChannel, FakePost, FakeView, Json } from './types.ts';
import { changed, channelOf, newResponseUrl, newTrigger, newTs, now, userOf, type World } from './world.ts';

export interface Outcome {
  error?: string;
}

/** Slack's names for places that have none. */
function channelJson(channel: FakeChannel): { id: string; name: string } {
  const names = { public: channel.name, private: 'privategroup', im: 'directmessage' };
  return { id: channel.id, name: names[channel.kind] };
}

/** The channel, if this person is in it. Anything else is a mistake of the test or the page. */
export function openTo(world: World, user: string, id: string): FakeChannel {
  const channel = channelOf(world, id);
  if (!channel?.members.includes(user)) throw new Error(`${user} is not in channel ${id}`);
  return channel;
}

/** What all interactions carry. */
function base(world: World, user: string): Record<string, Json> {
  const { team, bot } = world.options;
  return {
    user: personJson(world, user),
    team: { id: team.id, domain: team.domain },
    api_app_id: bot.appId,
    token: 'verification-token-of-old',
    is_enterprise_install: false,
    enterprise: null,
    trigger_id: newTrigger(world, user),
  };
}

/** What a person is told when the app did not take an interaction. */
export function refusal(what: string, ack: Ack): Outcome {
  if (ack.ok) return {};
  const code = ack.error === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
  return { error: `${what} failed with the error "${code}"` };
}

/** A slash command. Its acknowledgement may carry the answer. */
export async function command(
  world: World,
  delivery: Delivery,
  user: string,
  channelId: string,
  name: string,
  text: string,
): Promise<Outcome> {
  const channel = openTo(world, user, channelId);
  const { team, bot, commands, scopes } = world.options;
  if (!commands.includes(name) || !scopes.includes('commands')) return { error: `${name} is not a valid command.` };
  const right = { user, channel: channel.id };
  const { id, name: channelName } = channelJson(channel);
  const ack = await delivery.interact('slash_commands', {
    token: 'verification-token-of-old',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: id,
    channel_name: channelName,
    user_id: user,
    user_name: userOf(world, user)?.name ?? user,
    command: name,
    text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(world, 'commands', right),
    trigger_id: newTrigger(world, user),
  });
  if (!ack.ok) return refusal(name, ack);
  if (Object.keys(ack.body).length === 0) return {};
  const call: ApiCall = { at: now(world), method: 'ack', args: ack.body, ok: false };
  world.log.push(call);
  try {
    answerPerson(world, ack.body, right, call);
    return {};
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    call.error = error.code;
    return { error: `${name} failed with the error "${error.code}"` };
  }
}

export async function messageShortcut(
  world: World,
  delivery: Delivery,
  user: string,
  post: FakePost,
  callbackId: string,
): Promise<Outcome> {
  const channel = openTo(world, user, post.channel);
  if (!declared(world, callbackId)) return { error: `There is no shortcut ${callbackId}.` };
  const ack = await delivery.interact('interactive', {
    type: 'message_action',
    callback_id: callbackId,
    action_ts: newTs(world),
    message_ts: post.ts,
    message: postJson(world, post),
    channel: channelJson(channel),
    response_url: newResponseUrl(world, 'app', { user, channel: channel.id }),
    ...base(world, user),
  });
  return refusal('The shortcut', ack);
}

export async function globalShortcut(
  world: World,
  delivery: Delivery,
  user: string,
  callbackId: string,
): Promise<Outcome> {
  if (!declared(world, callbackId)) return { error: `There is no shortcut ${callbackId}.` };
  const payload = { type: 'shortcut', callback_id: callbackId, action_ts: newTs(world), ...base(world, user) };
  return refusal('The shortcut', await delivery.interact('interactive', payload));
}

const declared = ({ options }: World, callbackId: string) =>
  options.scopes.includes('commands') && (options.shortcuts?.includes(callbackId) ?? true);

export interface Choice {
  value?: string;
  blockId?: string;
}

function findElement(placed: Placed[], actionId: string, { blockId }: Choice): Placed {
  const found = placed.find((one) => one.element.action_id === actionId && (!blockId || one.blockId === blockId));
  if (!found) throw new Error(`there is no element ${actionId} to press`);
  return found;
}

/** The action of a payload, with what was chosen remembered as the element's state. */
function actionOf(world: World, key: string, { blockId, element }: Placed, choice: Choice): Record<string, Json> {
  const { type = '', action_id = '', text, value, style } = element;
  const chosen = choiceOf(element, choice.value ?? '');
  if (Object.keys(chosen).length > 0) {
    const picked: Values = world.picked.get(key) ?? {};
    picked[blockId] = { ...picked[blockId], [String(action_id)]: chosen };
    world.picked.set(key, picked);
  }
  const button = {
    ...(text === undefined ? {} : { text }),
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
  };
  return { type, action_id, block_id: blockId, action_ts: newTs(world), ...(type === 'button' ? button : chosen) };
}

/** Presses a button or picks from a menu in a post. */
export async function press(
  world: World,
  delivery: Delivery,
  user: string,
  post: FakePost,
  actionId: string,
  choice: Choice,
): Promise<Outcome> {
  const channel = openTo(world, user, post.channel);
  const placed = elementsOfPost(post);
  const action = actionOf(world, post.ts, findElement(placed, actionId, choice), choice);
  const ephemeral = post.ephemeralTo !== undefined;
  const ack = await delivery.interact('interactive', {
    type: 'block_actions',
    ...base(world, user),
    container: {
      type: 'message',
      message_ts: post.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(post.threadTs ? { thread_ts: post.threadTs } : {}),
    },
    channel: channelJson(channel),
    // Slack keeps no ephemeral posts, so it cannot show them to the app again.
    ...(ephemeral ? {} : { message: postJson(world, post) }),
    state: { values: stateOf(placed, world.picked.get(post.ts) ?? {}) },
    response_url: newResponseUrl(world, 'actions', { user, channel: channel.id, source: post }),
    actions: [action],
  });
  return refusal('The action', ack);
}

/** Presses a button or picks from a menu in a modal or Home tab. */
export async function pressInView(
  world: World,
  delivery: Delivery,
  view: FakeView,
  actionId: string,
  choice: Choice,
): Promise<Outcome> {
  const placed = elementsOf(view.view.blocks as Json[]);
  const action = actionOf(world, view.id, findElement(placed, actionId, choice), choice);
  const values = stateOf(placed, world.picked.get(view.id) ?? {});
  changed(world);
  const ack = await delivery.interact('interactive', {
    type: 'block_actions',
    ...base(world, view.user),
    container: { type: 'view', view_id: view.id },
    view: viewJson(world, view, values),
    actions: [action],
  });
  return refusal('The action', ack);
}

/** `view_submission`, or `view_closed`, which alone gives out no trigger: nobody waits for a modal then. */
export function viewPayload(
  world: World,
  view: FakeView,
  type: 'view_submission' | 'view_closed',
  values: Values,
  more: Record<string, Json> = {},
): Record<string, Json> {
  const { trigger_id: trigger, ...rest } = base(world, view.user);
  const payload = { type, ...rest, view: viewJson(world, view, values), ...more };
  return type === 'view_closed' ? payload : { ...payload, trigger_id: trigger ?? null };
}
