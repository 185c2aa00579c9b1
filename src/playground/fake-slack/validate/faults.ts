import type { Json } from '../types.ts';

/** Where a message or view is shown: some blocks exist on some surfaces only. */
export type Surface = 'message' | 'modal' | 'home';

/** Notes one broken rule at a JSON pointer. */
export type Fault = (path: string, problem: string) => void;

export type JsonObject = Record<string, Json>;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Slack refuses properties that it does not know, which is how a misspelt one comes to light. */
export function onlyKeys(value: JsonObject, allowed: readonly string[], path: string, fault: Fault) {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) fault(path, `invalid additional property: ${key}`);
  }
}

/** A string of `min` to `max` UTF-16 units (the stricter way to count). A missing one is a fault only when required. */
export function checkString(
  value: Json | undefined,
  path: string,
  fault: Fault,
  { min = 1, max, required = false }: { min?: number; max: number; required?: boolean },
) {
  if (value === undefined) {
    if (required) fault(path, 'missing required field');
    return;
  }
  if (typeof value !== 'string') return fault(path, 'must be a string');
  if (value.length < min) fault(path, `must be more than ${min - 1} characters`);
  if (value.length > max) fault(path, `must be less than ${max + 1} characters`);
}

/** An array of `min` to `max` items, handed to `each`. */
export function checkArray(
  value: Json | undefined,
  path: string,
  fault: Fault,
  { min = 1, max }: { min?: number; max: number },
  each: (item: Json, path: string) => void,
) {
  if (!Array.isArray(value)) return fault(path, 'must be an array');
  if (value.length < min) fault(path, `no fewer than ${min} items allowed`);
  if (value.length > max) fault(path, `no more than ${max} items allowed`);
  value.forEach((item, index) => {
    each(item, `${path}/${index}`);
  });
}

export function checkBoolean(value: Json | undefined, path: string, fault: Fault) {
  if (value !== undefined && typeof value !== 'boolean') fault(path, 'must be a boolean');
}

/** A text object. `plain` forbids mrkdwn, as labels, titles and buttons do. */
export function checkText(
  value: Json | undefined,
  path: string,
  fault: Fault,
  { max, plain = false, required = true }: { max: number; plain?: boolean; required?: boolean },
) {
  if (value === undefined) {
    if (required) fault(path, 'missing required field');
    return;
  }
  if (!isObject(value)) return fault(path, 'must be a text object');
  if (value.type !== 'plain_text' && (plain || value.type !== 'mrkdwn')) {
    return fault(`${path}/type`, `must be plain_text${plain ? '' : ' or mrkdwn'}`);
  }
  onlyKeys(value, value.type === 'mrkdwn' ? ['type', 'text', 'verbatim'] : ['type', 'text', 'emoji'], path, fault);
  checkString(value.text, `${path}/text`, fault, { max, required: true });
}

/** An absolute web or mail address. */
export function checkUrl(value: Json | undefined, path: string, fault: Fault, required = true) {
  if (value === undefined && !required) return;
  checkString(value, path, fault, { max: 3000, required: true });
  if (typeof value === 'string' && !/^(https?:\/\/|mailto:|tel:)./i.test(value)) fault(path, 'must be a valid URL');
}
