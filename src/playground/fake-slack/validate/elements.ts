import type { Json } from '../types.ts';
import {
  checkArray,
  checkBoolean,
  checkString,
  checkText,
  checkUrl,
  type Fault,
  isObject,
  type JsonObject,
  onlyKeys,
} from './faults.ts';

type Check = (element: JsonObject, path: string, fault: Fault) => void;
interface ElementRule {
  /** Block types that may hold it. */
  in: string[];
  keys: string[];
  check?: Check;
}

const PICKER = ['confirm', 'focus_on_load', 'placeholder'];
const ANYWHERE = ['actions', 'section', 'input'];

const placeholder: Check = (element, path, fault) =>
  checkText(element.placeholder, `${path}/placeholder`, fault, { max: 150, plain: true, required: false });

/** Options of menus, checkboxes and radio buttons; `mrkdwn` where their texts may be formatted. */
function options(max: number, mrkdwn = false): Check {
  return (element, path, fault) => {
    const values: Json[] = [];
    const option = (item: Json, at: string) => {
      if (!isObject(item)) return fault(at, 'must be an option');
      onlyKeys(item, ['text', 'value', 'description', 'url'], at, fault);
      checkText(item.text, `${at}/text`, fault, { max: 75, plain: !mrkdwn });
      checkString(item.value, `${at}/value`, fault, { max: 75, required: true });
      checkText(item.description, `${at}/description`, fault, { max: 75, plain: !mrkdwn, required: false });
      if (item.url !== undefined) checkUrl(item.url, `${at}/url`, fault);
      values.push(item.value ?? null);
    };
    if (element.option_groups !== undefined) {
      if (element.options !== undefined) fault(path, 'options and option_groups exclude each other');
      checkArray(element.option_groups, `${path}/option_groups`, fault, { max: 100 }, (group, at) => {
        if (!isObject(group)) return fault(at, 'must be an option group');
        checkText(group.label, `${at}/label`, fault, { max: 75, plain: true });
        checkArray(group.options, `${at}/options`, fault, { max }, option);
      });
    } else {
      checkArray(element.options, `${path}/options`, fault, { max }, option);
    }
    const initial = element.initial_option === undefined ? element.initial_options : [element.initial_option];
    if (initial === undefined) return;
    checkArray(initial, `${path}/initial_options`, fault, { max }, (item, at) => {
      if (!isObject(item) || !values.includes(item.value ?? null)) fault(at, 'must be one of the options');
    });
  };
}

const both =
  (...checks: Check[]): Check =>
  (element, path, fault) => {
    for (const check of checks) check(element, path, fault);
  };

const ELEMENTS: Record<string, ElementRule> = {
  button: {
    in: ['actions', 'section'],
    keys: ['text', 'value', 'url', 'style', 'confirm', 'accessibility_label'],
    check(element, path, fault) {
      checkText(element.text, `${path}/text`, fault, { max: 75, plain: true });
      checkString(element.value, `${path}/value`, fault, { min: 0, max: 2000 });
      checkUrl(element.url, `${path}/url`, fault, false);
      checkString(element.accessibility_label, `${path}/accessibility_label`, fault, { max: 75 });
      if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger') {
        fault(`${path}/style`, 'must be primary or danger');
      }
    },
  },
  image: {
    in: ['section', 'context'],
    keys: ['image_url', 'alt_text', 'slack_file'],
    check: checkImage,
  },
  static_select: {
    in: ANYWHERE,
    keys: [...PICKER, 'options', 'option_groups', 'initial_option'],
    check: both(placeholder, options(100)),
  },
  multi_static_select: {
    in: ['section', 'input'],
    keys: [...PICKER, 'options', 'option_groups', 'initial_options', 'max_selected_items'],
    check: both(placeholder, options(100)),
  },
  users_select: { in: ANYWHERE, keys: [...PICKER, 'initial_user'], check: placeholder },
  conversations_select: {
    in: ANYWHERE,
    keys: [...PICKER, 'initial_conversation', 'default_to_current_conversation', 'response_url_enabled', 'filter'],
    check: placeholder,
  },
  channels_select: {
    in: ANYWHERE,
    keys: [...PICKER, 'initial_channel', 'response_url_enabled'],
    check: placeholder,
  },
  overflow: { in: ['actions', 'section'], keys: ['options', 'confirm'], check: options(5) },
  checkboxes: {
    in: ANYWHERE,
    keys: ['options', 'initial_options', 'confirm', 'focus_on_load'],
    check: options(10, true),
  },
  radio_buttons: {
    in: ANYWHERE,
    keys: ['options', 'initial_option', 'confirm', 'focus_on_load'],
    check: options(10, true),
  },
  datepicker: { in: ANYWHERE, keys: [...PICKER, 'initial_date'], check: placeholder },
  timepicker: { in: ANYWHERE, keys: [...PICKER, 'initial_time', 'timezone'], check: placeholder },
  plain_text_input: {
    in: ['input'],
    keys: [
      'placeholder',
      'initial_value',
      'multiline',
      'min_length',
      'max_length',
      'dispatch_action_config',
      'focus_on_load',
    ],
    check(element, path, fault) {
      placeholder(element, path, fault);
      checkBoolean(element.multiline, `${path}/multiline`, fault);
      checkLength(element.min_length, `${path}/min_length`, 0, fault);
      checkLength(element.max_length, `${path}/max_length`, 1, fault);
      checkString(element.initial_value, `${path}/initial_value`, fault, { min: 0, max: 3000 });
    },
  },
  url_text_input: { in: ['input'], keys: ['placeholder', 'initial_value', 'focus_on_load'], check: placeholder },
  email_text_input: { in: ['input'], keys: ['placeholder', 'initial_value', 'focus_on_load'], check: placeholder },
  file_input: {
    in: ['input'],
    keys: ['filetypes', 'max_files'],
    check(element, path, fault) {
      const files = element.max_files;
      if (files !== undefined && (typeof files !== 'number' || files < 1 || files > 10)) {
        fault(`${path}/max_files`, 'must be from 1 to 10');
      }
    },
  },
};

function checkLength(value: Json | undefined, path: string, low: number, fault: Fault) {
  if (value === undefined) return;
  if (typeof value !== 'number' || value < low || value > 3000) fault(path, `must be from ${low} to 3000`);
}

/** An image block or element: where it comes from, and what it says to those who cannot see it. */
export function checkImage(image: JsonObject, path: string, fault: Fault) {
  if (image.slack_file === undefined) checkUrl(image.image_url, `${path}/image_url`, fault);
  checkString(image.alt_text, `${path}/alt_text`, fault, { max: 2000, required: true });
}

/** An element inside a block of type `holder`. */
export function checkElement(element: Json | undefined, holder: string, path: string, fault: Fault) {
  if (!isObject(element)) return fault(path, 'must be an element');
  const rule = ELEMENTS[String(element.type)];
  if (!rule?.in.includes(holder)) {
    return fault(`${path}/type`, `unsupported type: ${String(element.type)} in ${holder}`);
  }
  const named = element.type === 'image' ? [] : ['action_id'];
  onlyKeys(element, ['type', ...named, ...rule.keys], path, fault);
  checkString(element.action_id, `${path}/action_id`, fault, { max: 255 });
  rule.check?.(element, path, fault);
  if (element.confirm !== undefined) checkConfirm(element.confirm, `${path}/confirm`, fault);
}

function checkConfirm(confirm: Json, path: string, fault: Fault) {
  if (!isObject(confirm)) return fault(path, 'must be an object');
  onlyKeys(confirm, ['title', 'text', 'confirm', 'deny', 'style'], path, fault);
  checkText(confirm.title, `${path}/title`, fault, { max: 100, plain: true });
  checkText(confirm.text, `${path}/text`, fault, { max: 300 });
  checkText(confirm.confirm, `${path}/confirm`, fault, { max: 30, plain: true });
  checkText(confirm.deny, `${path}/deny`, fault, { max: 30, plain: true });
}
