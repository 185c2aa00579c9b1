import { randomBytes } from 'node:crypto';
import { viewJson } from '../posts.ts';
import type { FakeView, Json } from '../types.ts';
import { isObject } from '../validate/faults.ts';
import { faultsOfView } from '../validate/view.ts';
import { changed, newId, newTs, now, userOf, type World, withIds } from '../world.ts';
import { ApiError, type Args, type Method, required } from './method.ts';

const TRIGGER_MS = 3000;
/** A modal and two more on top of it. */
const DEEPEST = 3;

function checkedView(view: Json | undefined, type: 'modal' | 'home'): Record<string, Json> {
  if (!isObject(view)) throw new ApiError('invalid_arguments');
  const messages = faultsOfView(view);
  if (view.type !== type) messages.push(`[ERROR] must be ${type} [json-pointer:/view/type]`);
  if (messages.length > 0) throw new ApiError('invalid_arguments', { response_metadata: { messages } });
  return { ...view, blocks: withIds(view.blocks as Json[]) };
}

const newHash = (world: World) => `${newTs(world)}.${randomBytes(4).toString('hex')}`;

/** A view that has passed Slack's checks, as `user` will see it. Throws an ApiError when it has not. */
export function newView(
  world: World,
  user: string,
  view: Json | undefined,
  type: 'modal' | 'home' = 'modal',
): FakeView {
  return { id: newId('V'), user, hash: newHash(world), type, view: checkedView(view, type), errors: {} };
}

/** Replaces what a view shows. Throws an ApiError when the new content breaks a rule. */
export function replaceView(world: World, shown: FakeView, view: Json | undefined): void {
  const checked = checkedView(view, shown.type as 'modal' | 'home');
  Object.assign(shown, { view: checked, hash: newHash(world), errors: {} });
  changed(world);
}

/** The person behind a trigger, which is used up by this. */
function spend(world: World, args: Args): string {
  const trigger = world.triggers.get(required(args, 'trigger_id'));
  if (!trigger) throw new ApiError('invalid_trigger_id');
  if (trigger.used) throw new ApiError('exchanged_trigger_id');
  if (now(world) - trigger.issuedAt > TRIGGER_MS) throw new ApiError('expired_trigger_id');
  trigger.used = true;
  return trigger.user;
}

function findView(world: World, args: Args): FakeView {
  const all = [...world.views.values()].flat().concat(...world.homes.values());
  const found = args.view_id
    ? all.find((view) => view.id === args.view_id)
    : all.find((view) => args.external_id !== undefined && view.view.external_id === args.external_id);
  if (!found) throw new ApiError('not_found');
  return found;
}

function checkHash(args: Args, shown: FakeView): void {
  if (args.hash !== undefined && args.hash !== '' && args.hash !== shown.hash) throw new ApiError('hash_conflict');
}

export const VIEWS: Record<string, Method> = {
  'views.open': {
    args: ['trigger_id', 'view', 'interactivity_pointer'],
    run(world, args) {
      const user = spend(world, args);
      const view = newView(world, user, args.view);
      world.views.set(user, [view]);
      changed(world);
      return { view: viewJson(world, view) };
    },
  },
  'views.push': {
    args: ['trigger_id', 'view', 'interactivity_pointer'],
    run(world, args) {
      const user = spend(world, args);
      const view = newView(world, user, args.view);
      pushView(world, view);
      return { view: viewJson(world, view) };
    },
  },
  'views.update': {
    args: ['view', 'view_id', 'external_id', 'hash'],
    run(world, args) {
      const shown = findView(world, args);
      checkHash(args, shown);
      replaceView(world, shown, args.view);
      return { view: viewJson(world, shown) };
    },
  },
  'views.publish': {
    args: ['user_id', 'view', 'hash'],
    run(world, args) {
      const user = required(args, 'user_id');
      if (!userOf(world, user)) throw new ApiError('user_not_found');
      const shown = world.homes.get(user);
      if (shown) {
        checkHash(args, shown);
        replaceView(world, shown, args.view);
        return { view: viewJson(world, shown) };
      }
      const made = newView(world, user, args.view, 'home');
      world.homes.set(user, made);
      changed(world);
      return { view: viewJson(world, made) };
    },
  },
};

/** Puts a modal on top of those that the person has open. */
export function pushView(world: World, view: FakeView): void {
  const stack = world.views.get(view.user) ?? [];
  if (stack.length >= DEEPEST) throw new ApiError('push_limit_reached');
  world.views.set(view.user, [...stack, view]);
  changed(world);
}
