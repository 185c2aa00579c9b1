import type { Json } from '../types.ts';
import { isObject } from './faults.ts';

const plain = (value: Json) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
const flat = (value: Json) => isObject(value) && Object.values(value).every(plain);

/** Slack's error for a message's metadata; undefined when it is valid. An empty object takes metadata away. */
export function faultOfMetadata(metadata: Json): string | undefined {
  if (!isObject(metadata)) return 'invalid_metadata_format';
  if (Object.keys(metadata).length === 0) return;
  const { event_type: type, event_payload: payload, ...rest } = metadata;
  if (Object.keys(rest).length > 0 || typeof type !== 'string' || !/^[\w.:-]{1,255}$/.test(type)) {
    return 'invalid_metadata_format';
  }
  if (!isObject(payload)) return 'invalid_metadata_format';
  const fits = Object.values(payload).every(
    (value) => plain(value) || flat(value) || (Array.isArray(value) && value.every(flat)),
  );
  if (!fits) return 'invalid_metadata_schema';
  // Slack names no figure for this error; what an id needs is far below any.
  if (JSON.stringify(metadata).length > 8000) return 'metadata_too_large';
}
