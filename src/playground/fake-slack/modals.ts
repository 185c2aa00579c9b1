import { ApiError } from './api/method.ts';
import { newView, pushView, replaceView } from './api/views.ts';
import type { Delivery } from './deliver/delivery.ts';
import { clientErrors, elementsOf, stateOf, type Values } from './elements.ts';
import { uploaded } from './files.ts';
import { refusal, viewPayload } from './interact.ts';
import type { ApiCall, FakeView, Json, Upload } from './types.ts';
import { isObject, type JsonObject } from './validate/faults.ts';
import { changed, now, type World } from './world.ts';

interface Submitted {
  closed: boolean;
  errors: Record<string, string>;
  error?: string;
}

/** The modal that a person sees. */
export function topView(world: World, user: string): FakeView | undefined {
  return world.views.get(user)?.at(-1);
}

/** Submits the topmost modal and does what the acknowledgement says. */
export async function submit(
  world: World,
  delivery: Delivery,
  user: string,
  given: Values,
  files: Upload[],
): Promise<Submitted> {
  const view = topView(world, user);
  if (!view) throw new Error(`${user} has no modal open`);
  const placed = elementsOf(view.view.blocks as Json[]);
  const chosen: Values = { ...world.picked.get(view.id), ...given };
  const target = placed.find(({ element }) => element.type === 'file_input');
  if (target && files.length > 0) {
    const objects = files.map((file) => uploaded(world, user, file).object);
    chosen[target.blockId] = { ...chosen[target.blockId], [String(target.element.action_id)]: { files: objects } };
  }
  const values = stateOf(placed, chosen);
  const refused = (errors: Record<string, string>): Submitted => {
    view.errors = errors;
    changed(world);
    return { closed: false, errors };
  };
  const errors = clientErrors(placed, values);
  if (Object.keys(errors).length > 0) return refused(errors);

  view.errors = {};
  const ack = await delivery.interact(
    'interactive',
    viewPayload(world, view, 'view_submission', values, { response_urls: [] }),
  );
  if (!ack.ok) return { closed: false, errors: {}, ...refusal('The form', ack) };
  const { body } = ack;
  if (Object.keys(body).length === 0) {
    takeAway(world, view);
    return { closed: true, errors: {} };
  }
  const call: ApiCall = { at: now(world), method: 'ack', args: body, ok: true };
  world.log.push(call);
  if (body.response_action === 'errors') {
    const said = isObject(body.errors) ? body.errors : {};
    const inputs = placed.filter(({ block }) => block.type === 'input').map(({ blockId }) => blockId);
    const known = Object.entries(said).filter(([blockId]) => inputs.includes(blockId));
    if (known.length > 0 && known.length === Object.keys(said).length) {
      return refused(Object.fromEntries(known.map(([blockId, text]) => [blockId, String(text)])));
    }
  }
  try {
    respond(world, view, body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    Object.assign(call, { ok: false, error: error.code });
    return { closed: false, errors: {}, error: `The form failed with the error "${error.code}"` };
  }
  return { closed: !world.views.get(user)?.includes(view), errors: {} };
}

function respond(world: World, view: FakeView, body: JsonObject): void {
  if (body.response_action === 'clear') world.views.delete(view.user);
  else if (body.response_action === 'update') replaceView(world, view, body.view);
  else if (body.response_action === 'push') pushView(world, newView(world, view.user, body.view));
  else throw new ApiError('invalid_response_action');
  changed(world);
}

function takeAway(world: World, view: FakeView): void {
  const rest = (world.views.get(view.user) ?? []).filter((one) => one !== view);
  if (rest.length > 0) world.views.set(view.user, rest);
  else world.views.delete(view.user);
  changed(world);
}

/** Closes the topmost modal, or all of them where it says so; the app hears of it where it asked to. */
export function closeView(world: World, delivery: Delivery, user: string): void {
  const view = topView(world, user);
  if (!view) return;
  const all = view.view.clear_on_close === true;
  const payload = viewPayload(world, view, 'view_closed', {}, { is_cleared: all });
  if (all) world.views.delete(user);
  else takeAway(world, view);
  changed(world);
  if (view.view.notify_on_close === true) void delivery.interact('interactive', payload);
}
