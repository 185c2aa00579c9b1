import type { Json } from '../types.ts';
import { checkElement, checkImage } from './elements.ts';
import {
  checkArray,
  checkBoolean,
  checkString,
  checkText,
  type Fault,
  isObject,
  type JsonObject,
  onlyKeys,
  type Surface,
} from './faults.ts';
import { checkRichText } from './rich-text.ts';

/**
 * Slack's rules for Block Kit, in the block types that an app of this kind uses. A type that is missing here is refused,
 * even where Slack knows it: add its rules before using it.
 */
interface BlockRule {
  on: Surface[];
  keys: string[];
  check(block: JsonObject, path: string, fault: Fault): void;
}

const EVERYWHERE: Surface[] = ['message', 'modal', 'home'];

const BLOCKS: Record<string, BlockRule> = {
  section: {
    on: EVERYWHERE,
    keys: ['text', 'fields', 'accessory', 'expand'],
    check(block, path, fault) {
      if (block.text === undefined && block.fields === undefined) fault(path, 'missing required field: text or fields');
      checkText(block.text, `${path}/text`, fault, { max: 3000, required: false });
      if (block.fields !== undefined) {
        checkArray(block.fields, `${path}/fields`, fault, { max: 10 }, (field, at) =>
          checkText(field, at, fault, { max: 2000 }),
        );
      }
      if (block.accessory !== undefined) checkElement(block.accessory, 'section', `${path}/accessory`, fault);
      checkBoolean(block.expand, `${path}/expand`, fault);
    },
  },
  header: {
    on: EVERYWHERE,
    keys: ['text'],
    check: (block, path, fault) => checkText(block.text, `${path}/text`, fault, { max: 150, plain: true }),
  },
  divider: { on: EVERYWHERE, keys: [], check: () => {} },
  context: {
    on: EVERYWHERE,
    keys: ['elements'],
    check(block, path, fault) {
      checkArray(block.elements, `${path}/elements`, fault, { max: 10 }, (element, at) => {
        if (isObject(element) && element.type === 'image') checkElement(element, 'context', at, fault);
        else checkText(element, at, fault, { max: 3000 });
      });
    },
  },
  actions: {
    on: EVERYWHERE,
    keys: ['elements'],
    check(block, path, fault) {
      const seen = new Set<Json>();
      checkArray(block.elements, `${path}/elements`, fault, { max: 25 }, (element, at) => {
        checkElement(element, 'actions', at, fault);
        if (!isObject(element) || element.action_id === undefined) return;
        if (seen.has(element.action_id)) fault(`${at}/action_id`, 'action_id already exists in this block');
        seen.add(element.action_id);
      });
    },
  },
  image: {
    on: EVERYWHERE,
    keys: ['image_url', 'alt_text', 'title', 'slack_file'],
    check(block, path, fault) {
      checkImage(block, path, fault);
      checkText(block.title, `${path}/title`, fault, { max: 2000, plain: true, required: false });
    },
  },
  rich_text: { on: EVERYWHERE, keys: ['elements'], check: checkRichText },
  markdown: {
    on: ['message'],
    keys: ['text'],
    check: (block, path, fault) => checkString(block.text, `${path}/text`, fault, { max: 12_000, required: true }),
  },
  table: {
    on: ['message'],
    keys: ['rows', 'column_settings'],
    check(block, path, fault) {
      checkArray(block.rows, `${path}/rows`, fault, { max: 100 }, (row, at) =>
        checkArray(row, at, fault, { max: 20 }, (cell, cellAt) => {
          if (!isObject(cell)) return fault(cellAt, 'must be a cell');
          if (cell.type === 'rich_text') checkRichText(cell, cellAt, fault);
          else if (cell.type === 'raw_text')
            checkString(cell.text, `${cellAt}/text`, fault, { max: 3000, required: true });
          else fault(`${cellAt}/type`, 'must be raw_text or rich_text');
        }),
      );
    },
  },
  input: {
    on: ['modal', 'home'],
    keys: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
    check(block, path, fault) {
      checkText(block.label, `${path}/label`, fault, { max: 2000, plain: true });
      checkText(block.hint, `${path}/hint`, fault, { max: 2000, plain: true, required: false });
      checkElement(block.element, 'input', `${path}/element`, fault);
      checkBoolean(block.optional, `${path}/optional`, fault);
      checkBoolean(block.dispatch_action, `${path}/dispatch_action`, fault);
    },
  },
};

/** Notes every broken rule of the blocks of a message or view. */
export function checkBlocks(blocks: Json | undefined, surface: Surface, path: string, fault: Fault) {
  const ids = new Set<Json>();
  const max = surface === 'message' ? 50 : 100;
  checkArray(blocks, path, fault, { min: 0, max }, (block, at) => {
    if (!isObject(block)) return fault(at, 'must be a block');
    const rule = BLOCKS[String(block.type)];
    if (!rule?.on.includes(surface)) return fault(`${at}/type`, `unsupported type: ${String(block.type)}`);
    onlyKeys(block, ['type', 'block_id', ...rule.keys], at, fault);
    checkString(block.block_id, `${at}/block_id`, fault, { max: 255 });
    if (block.block_id !== undefined) {
      if (ids.has(block.block_id)) fault(`${at}/block_id`, 'block_id already exists');
      ids.add(block.block_id);
    }
    rule.check(block, at, fault);
  });
}

/** The validator's messages for a message's blocks, worded as Slack's `response_metadata.messages`; none when valid. */
export function faultsOfBlocks(blocks: Json | undefined): string[] {
  return collect((fault) => checkBlocks(blocks, 'message', '/blocks', fault));
}

/** Runs a check and returns what it noted. */
export function collect(check: (fault: Fault) => void): string[] {
  const found: string[] = [];
  check((path, problem) => found.push(`[ERROR] ${problem} [json-pointer:${path}]`));
  return found;
}
