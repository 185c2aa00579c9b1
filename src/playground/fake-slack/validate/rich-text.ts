import type { Json } from '../types.ts';
import { checkArray, checkString, checkUrl, type Fault, isObject, type JsonObject, onlyKeys } from './faults.ts';

const STYLES = ['bold', 'italic', 'strike', 'code', 'underline', 'highlight', 'client_highlight', 'unlink'];

/** Inline elements: the properties of each besides `type` and `style`, and the one that must be there. */
const INLINE: Record<string, { keys: string[]; required: string }> = {
  text: { keys: ['text'], required: 'text' },
  link: { keys: ['url', 'text', 'unsafe'], required: 'url' },
  user: { keys: ['user_id'], required: 'user_id' },
  usergroup: { keys: ['usergroup_id'], required: 'usergroup_id' },
  channel: { keys: ['channel_id'], required: 'channel_id' },
  team: { keys: ['team_id'], required: 'team_id' },
  broadcast: { keys: ['range'], required: 'range' },
  emoji: { keys: ['name', 'unicode', 'url', 'display_team_id', 'display_url', 'skin_tone'], required: 'name' },
  color: { keys: ['value'], required: 'value' },
  date: { keys: ['timestamp', 'format', 'url', 'fallback'], required: 'format' },
};

const CONTAINERS: Record<string, string[]> = {
  rich_text_section: [],
  rich_text_quote: ['border'],
  rich_text_preformatted: ['border', 'language'],
  rich_text_list: ['style', 'indent', 'offset', 'border'],
};

/** Checks the body of a rich_text block. */
export function checkRichText(block: JsonObject, path: string, fault: Fault) {
  checkArray(block.elements, `${path}/elements`, fault, { max: 1000 }, (element, at) =>
    checkContainer(element, at, fault),
  );
}

function checkContainer(element: Json, path: string, fault: Fault) {
  const own = isObject(element) ? CONTAINERS[String(element.type)] : undefined;
  if (!isObject(element) || own === undefined) return fault(path, 'unsupported rich text element');
  onlyKeys(element, ['type', 'elements', ...own], path, fault);
  checkArray(element.elements, `${path}/elements`, fault, { min: 0, max: 1000 }, (item, at) => {
    if (element.type !== 'rich_text_list')
      return checkInline(item, at, element.type === 'rich_text_preformatted', fault);
    if (!isObject(item) || item.type !== 'rich_text_section') return fault(at, 'must be a rich_text_section');
    checkContainer(item, at, fault);
  });
  if (element.type === 'rich_text_list' && element.style !== 'bullet' && element.style !== 'ordered') {
    fault(`${path}/style`, 'must be bullet or ordered');
  }
}

function checkInline(item: Json, path: string, preformatted: boolean, fault: Fault) {
  const kind = isObject(item) ? INLINE[String(item.type)] : undefined;
  if (!isObject(item) || kind === undefined || (preformatted && item.type !== 'text' && item.type !== 'link')) {
    return fault(path, 'unsupported rich text element');
  }
  onlyKeys(item, ['type', 'style', ...kind.keys], path, fault);
  if (item.type === 'link') checkUrl(item.url, `${path}/url`, fault);
  else checkString(item[kind.required], `${path}/${kind.required}`, fault, { max: 40_000, required: true });
  if (item.style === undefined) return;
  if (!isObject(item.style)) return fault(`${path}/style`, 'must be an object');
  onlyKeys(item.style, STYLES, `${path}/style`, fault);
}
