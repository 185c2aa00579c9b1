import type { FakePost, Json } from './types.ts';
import { isObject, type JsonObject } from './validate/faults.ts';

export type Values = Record<string, Record<string, Json>>;

/** An interactive element and the block that holds it. */
export interface Placed {
  blockId: string;
  block: JsonObject;
  element: JsonObject;
}

/** All interactive elements of some blocks, in order. */
export function elementsOf(blocks: readonly Json[]): Placed[] {
  return blocks.filter(isObject).flatMap((block) => {
    const held =
      block.type === 'actions' && Array.isArray(block.elements) ? block.elements : [block.accessory, block.element];
    return held
      .filter((element) => isObject(element))
      .filter((element) => typeof element.action_id === 'string')
      .map((element) => ({ blockId: String(block.block_id), block, element }));
  });
}

/** All interactive elements of a post, those in its attachments included. */
export function elementsOfPost(post: FakePost): Placed[] {
  const nested = post.attachments.filter(isObject).flatMap((one) => (Array.isArray(one.blocks) ? one.blocks : []));
  return elementsOf([...post.blocks, ...nested]);
}

function optionsOf(element: JsonObject): JsonObject[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : [];
  const all = [element.options, ...groups.map((group) => group.options)];
  return all.flatMap((options) => (Array.isArray(options) ? options.filter(isObject) : []));
}

/** The property of a state value that holds what was chosen, by the element's type; undefined for buttons and images. */
const HOLDS: Record<string, string> = {
  static_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  file_input: 'files',
  plain_text_input: 'value',
  url_text_input: 'value',
  email_text_input: 'value',
};

/** What Slack calls a choice: `{ type, selected_option: { text, value } }` and the like. Several values: comma-separated. */
export function choiceOf(element: JsonObject, value: string): JsonObject {
  const type = String(element.type);
  const holds = HOLDS[type];
  if (holds === undefined) return {};
  const pick = (wanted: string) => {
    const option = optionsOf(element).find((one) => one.value === wanted);
    if (!option) throw new Error(`there is no option ${wanted} in ${String(element.action_id)}`);
    return option;
  };
  if (holds === 'selected_option') return { type, [holds]: pick(value) };
  if (holds === 'selected_options') return { type, [holds]: value === '' ? [] : value.split(',').map(pick) };
  return { type, [holds]: value === '' ? null : value };
}

/** An element's state before anyone touched it. */
function initialOf(element: JsonObject): JsonObject | undefined {
  const type = String(element.type);
  const holds = HOLDS[type];
  if (holds === undefined || type === 'overflow') return;
  const initial =
    element[holds.replace(/^(selected|value)/, (word) => (word === 'value' ? 'initial_value' : 'initial'))];
  return { type, [holds]: initial ?? (holds.endsWith('s') ? [] : null) };
}

/** The state of all inputs: what was picked or typed, else what they began with. */
export function stateOf(placed: Placed[], chosen: Values): Values {
  const values: Values = {};
  for (const { blockId, element } of placed) {
    const initial = initialOf(element);
    if (!initial) continue;
    const actionId = String(element.action_id);
    const given = chosen[blockId]?.[actionId];
    values[blockId] ??= {};
    values[blockId][actionId] =
      given === undefined
        ? initial
        : isObject(given)
          ? { ...initial, ...given }
          : choiceOf(element, String(given ?? ''));
  }
  return values;
}

/** What Slack's client itself refuses before the app hears of it: by block id. */
export function clientErrors(placed: Placed[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { blockId, block, element } of placed) {
    const state = values[blockId]?.[String(element.action_id)];
    if (block.type !== 'input' || !isObject(state)) continue;
    const held = state[HOLDS[String(element.type)] ?? ''];
    const empty = held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
    if (empty && block.optional !== true) errors[blockId] = 'Please complete this required field.';
    if (typeof held === 'string' && held !== '') {
      const { min_length: min, max_length: max } = element;
      if (typeof min === 'number' && held.length < min) errors[blockId] = `Please enter at least ${min} characters.`;
      if (typeof max === 'number' && held.length > max) errors[blockId] = `Please enter at most ${max} characters.`;
    }
    if (element.type === 'file_input' && Array.isArray(held) && held.length > Number(element.max_files ?? 10)) {
      errors[blockId] = `Please choose at most ${Number(element.max_files ?? 10)} files.`;
    }
  }
  return errors;
}
