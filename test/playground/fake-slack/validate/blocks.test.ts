import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/playground/fake-slack/types.ts';
import { faultsOfBlocks } from '../../../../src/playground/fake-slack/validate/blocks.ts';
import { faultOfMetadata } from '../../../../src/playground/fake-slack/validate/metadata.ts';
import { faultsOfView } from '../../../../src/playground/fake-slack/validate/view.ts';

const plain = (size: number): Json => ({ type: 'plain_text', text: 'x'.repeat(size) });
const mrkdwn = (size: number): Json => ({ type: 'mrkdwn', text: 'x'.repeat(size) });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const section = (more: Record<string, Json> = {}): Json => ({ type: 'section', text: mrkdwn(5), ...more });
const button = (more: Record<string, Json> = {}): Json => ({
  type: 'button',
  text: plain(5),
  action_id: 'press',
  ...more,
});
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const option = (more: Record<string, Json> = {}): Json => ({ text: plain(5), value: 'v', ...more });
const select = (more: Record<string, Json> = {}): Json => ({
  type: 'static_select',
  action_id: 'pick',
  options: [option()],
  ...more,
});
const rich = (...elements: Json[]): Json => ({ type: 'rich_text', elements });
const richSection = (...elements: Json[]): Json => rich({ type: 'rich_text_section', elements });
const input = (element: Json, more: Record<string, Json> = {}): Json => ({
  type: 'input',
  label: plain(5),
  element,
  ...more,
});
const textInput = (more: Record<string, Json> = {}): Json => ({ type: 'plain_text_input', action_id: 'note', ...more });
const modal = (more: Record<string, Json> = {}): Json => ({ type: 'modal', title: plain(24), blocks: [], ...more });

describe('blocks at their limits', () => {
  /** What is just within a limit, what is just beyond it, and what Slack says to that. */
  const limits: [name: string, within: Json[], beyond: Json[], says: RegExp][] = [
    [
      'blocks in a message',
      times(50, () => section()),
      times(51, () => section()),
      /no more than 50 items.*\/blocks\]/,
    ],
    ['section text', [section({ text: mrkdwn(3000) })], [section({ text: mrkdwn(3001) })], /3001 characters/],
    [
      'section fields',
      [section({ fields: times(10, () => mrkdwn(1)) })],
      [section({ fields: times(11, () => mrkdwn(1)) })],
      /10 items/,
    ],
    ['field text', [section({ fields: [mrkdwn(2000)] })], [section({ fields: [mrkdwn(2001)] })], /2001 characters/],
    ['header text', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }], /151 characters/],
    [
      'context elements',
      [{ type: 'context', elements: times(10, () => mrkdwn(1)) }],
      [{ type: 'context', elements: times(11, () => mrkdwn(1)) }],
      /10 items/,
    ],
    [
      'buttons in a row',
      [actions(...times(25, (n) => button({ action_id: `a${n}` })))],
      [actions(...times(26, (n) => button({ action_id: `a${n}` })))],
      /25 items/,
    ],
    ['button text', [actions(button({ text: plain(75) }))], [actions(button({ text: plain(76) }))], /76 characters/],
    [
      'button value',
      [actions(button({ value: 'x'.repeat(2000) }))],
      [actions(button({ value: 'x'.repeat(2001) }))],
      /2001 characters/,
    ],
    [
      'action_id',
      [actions(button({ action_id: 'x'.repeat(255) }))],
      [actions(button({ action_id: 'x'.repeat(256) }))],
      /256 characters/,
    ],
    ['block_id', [section({ block_id: 'x'.repeat(255) })], [section({ block_id: 'x'.repeat(256) })], /256 characters/],
    [
      'options of a select',
      [actions(select({ options: times(100, () => option()) }))],
      [actions(select({ options: times(101, () => option()) }))],
      /100 items/,
    ],
    [
      'option text',
      [actions(select({ options: [option({ text: plain(75) })] }))],
      [actions(select({ options: [option({ text: plain(76) })] }))],
      /76 characters/,
    ],
    [
      'option value',
      [actions(select({ options: [option({ value: 'x'.repeat(75) })] }))],
      [actions(select({ options: [option({ value: 'x'.repeat(76) })] }))],
      /76 characters/,
    ],
    [
      'placeholder',
      [actions(select({ placeholder: plain(150) }))],
      [actions(select({ placeholder: plain(151) }))],
      /151 characters/,
    ],
    [
      'checkboxes',
      [actions({ type: 'checkboxes', action_id: 'c', options: times(10, () => option()) })],
      [actions({ type: 'checkboxes', action_id: 'c', options: times(11, () => option()) })],
      /10 items/,
    ],
    [
      'overflow options',
      [section({ accessory: { type: 'overflow', action_id: 'o', options: times(5, () => option()) } })],
      [section({ accessory: { type: 'overflow', action_id: 'o', options: times(6, () => option()) } })],
      /5 items/,
    ],
  ];
  test.each(limits)('%s', (_, within, beyond, says) => {
    expect(faultsOfBlocks(within)).toEqual([]);
    expect(faultsOfBlocks(beyond).join('\n')).toMatch(says);
  });
});

describe('blocks that are built wrongly', () => {
  const broken: [name: string, block: Json, says: RegExp][] = [
    ['an unknown type', { type: 'fancy' }, /unsupported type: fancy/],
    ['no type', { text: mrkdwn(3) }, /unsupported type/],
    ['a block that is none', 'hello', /must be a block/],
    ['a section with nothing in it', { type: 'section' }, /text or fields/],
    ['an empty text', section({ text: mrkdwn(0) }), /more than 0 characters/],
    ['a misspelt property', section({ acessory: button() }), /additional property: acessory/],
    ['mrkdwn in a header', { type: 'header', text: mrkdwn(3) }, /must be plain_text/],
    ['mrkdwn on a button', actions(button({ text: mrkdwn(3) })), /must be plain_text/],
    ['a text as a bare string', section({ text: 'hello' }), /must be a text object/],
    ['emoji in mrkdwn', section({ text: { type: 'mrkdwn', text: 'x', emoji: true } }), /additional property: emoji/],
    ['actions without elements', { type: 'actions', elements: [] }, /no fewer than 1/],
    ['the same action_id twice in one block', actions(button(), button()), /action_id already exists/],
    ['an input in a message', input(textInput()), /unsupported type: input/],
    ['a text field outside of an input', actions(textInput()), /plain_text_input in actions/],
    ['a button in a context', { type: 'context', elements: [button()] }, /plain_text or mrkdwn/],
    ['a button with an unknown style', actions(button({ style: 'warning' })), /primary or danger/],
    ['a button that leads nowhere', actions(button({ url: 'javascript:alert(1)' })), /valid URL/],
    ['a select without options', actions(select({ options: [] })), /no fewer than 1/],
    [
      'an initial option that is not offered',
      actions(select({ initial_option: option({ value: 'other' }) })),
      /one of the options/,
    ],
    ['an image without words', { type: 'image', image_url: 'https://x.example/a.png' }, /missing required field/],
    ['an unfinished confirmation', actions(button({ confirm: { text: plain(3) } })), /confirm\/title/],
    ['an empty rich text', rich(), /no fewer than 1/],
    ['text straight inside rich text', rich({ type: 'text', text: 'x' }), /unsupported rich text element/],
    ['an empty text in rich text', richSection({ type: 'text', text: '' }), /more than 0 characters/],
    ['an unknown style in rich text', richSection({ type: 'text', text: 'x', style: { blink: true } }), /blink/],
    [
      'a mention in preformatted text',
      rich({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
      /unsupported/,
    ],
    [
      'a list of bare texts',
      rich({ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'x' }] }),
      /rich_text_section/,
    ],
    ['a list without a style', rich({ type: 'rich_text_list', elements: [] }), /bullet or ordered/],
  ];
  test.each(broken)('%s', (_, block, says) => {
    expect(faultsOfBlocks([block]).join('\n')).toMatch(says);
  });

  test('the same block_id twice', () => {
    expect(faultsOfBlocks([section({ block_id: 'a' }), section({ block_id: 'a' })]).join()).toMatch(
      /block_id already exists/,
    );
  });

  test('blocks that are no list', () => {
    expect(faultsOfBlocks({ type: 'section' }).join()).toMatch(/must be an array/);
  });
});

test('a message with everything in it passes', () => {
  expect(
    faultsOfBlocks([
      { type: 'header', text: plain(10) },
      section({
        accessory: button({
          style: 'danger',
          confirm: { title: plain(3), text: mrkdwn(3), confirm: plain(3), deny: plain(3) },
        }),
      }),
      { type: 'divider' },
      {
        type: 'context',
        elements: [mrkdwn(3), plain(3), { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'a' }],
      },
      actions(button(), select({ initial_option: option() })),
      rich(
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'x', style: { bold: true, code: true } },
            { type: 'link', url: 'https://x.example' },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'hxxps://evil[.]example' }], border: 0 },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
        },
      ),
      { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
    ]),
  ).toEqual([]);
});

describe('views', () => {
  const limits: [name: string, within: Record<string, Json>, beyond: Record<string, Json>, says: RegExp][] = [
    ['title', { title: plain(24) }, { title: plain(25) }, /25 characters.*title/],
    ['submit', { submit: plain(24) }, { submit: plain(25) }, /25 characters.*submit/],
    ['close', { close: plain(24) }, { close: plain(25) }, /25 characters.*close/],
    [
      'private_metadata',
      { private_metadata: 'x'.repeat(3000) },
      { private_metadata: 'x'.repeat(3001) },
      /3001 characters/,
    ],
    ['callback_id', { callback_id: 'x'.repeat(255) }, { callback_id: 'x'.repeat(256) }, /256 characters/],
    ['blocks', { blocks: times(100, () => section()) }, { blocks: times(101, () => section()) }, /100 items/],
  ];
  test.each(limits)('%s', (_, within, beyond, says) => {
    expect(faultsOfView(modal(within))).toEqual([]);
    expect(faultsOfView(modal(beyond)).join('\n')).toMatch(says);
  });

  test('a modal without a title, or with inputs and no way to send them, is refused', () => {
    expect(faultsOfView({ type: 'modal', blocks: [] }).join()).toMatch(/\/view\/title/);
    expect(faultsOfView(modal({ blocks: [input(textInput())] })).join()).toMatch(/\/view\/submit/);
    expect(faultsOfView(modal({ blocks: [input(textInput())], submit: plain(4) }))).toEqual([]);
  });

  test('a home tab has no title', () => {
    expect(faultsOfView({ type: 'home', blocks: [section()] })).toEqual([]);
    expect(faultsOfView({ type: 'home', blocks: [], title: plain(4) }).join()).toMatch(/additional property: title/);
  });

  test('a file input takes one to ten files', () => {
    const files = (count: number) =>
      modal({ blocks: [input({ type: 'file_input', action_id: 'f', max_files: count })], submit: plain(4) });
    expect(faultsOfView(files(10))).toEqual([]);
    expect(faultsOfView(files(11)).join()).toMatch(/from 1 to 10/);
  });
});

test.each([
  [{ event_type: 'case', event_payload: { id: 'c1', seq: 3, open: true } }, undefined],
  [{ event_type: 'case', event_payload: { spot: { ts: '1.2' }, all: [{ ts: '1.2' }] } }, undefined],
  [{}, undefined],
  [{ event_type: 'case', event_payload: { deep: { deeper: { deepest: 1 } } } }, 'invalid_metadata_schema'],
  [{ event_type: 'case', event_payload: { none: null } }, 'invalid_metadata_schema'],
  [{ event_type: 'case' }, 'invalid_metadata_format'],
  [{ event_type: '', event_payload: {} }, 'invalid_metadata_format'],
  [{ event_type: 'case', event_payload: { id: 'x'.repeat(9000) } }, 'metadata_too_large'],
  ['case', 'invalid_metadata_format'],
])('metadata %j: %s', (metadata, fault) => {
  expect(faultOfMetadata(metadata as Json)).toBe(fault);
});

test('whatever stands in blocks and views is judged, never thrown at', () => {
  const types = ['section', 'actions', 'context', 'rich_text', 'rich_text_list', 'input', 'image', 'table', 'button'];
  const keys = [
    'text',
    'elements',
    'element',
    'fields',
    'options',
    'accessory',
    'confirm',
    'rows',
    'style',
    'block_id',
  ];
  /** Blocks in blocks, in places where they belong and where they do not. */
  const nested = (depth: number): fc.Arbitrary<Json> => {
    const leaf = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom<Json[]>(null, 1, true, [], {}));
    if (depth === 0) return leaf;
    const inner = nested(depth - 1);
    const block = fc
      .tuple(
        fc.constantFrom(...types, ...types, 'static_select'),
        fc.dictionary(fc.constantFrom(...keys), inner, { maxKeys: 4 }),
      )
      .map(([type, rest]): Json => ({ ...rest, type }));
    return fc.oneof(leaf, block, fc.array(inner, { maxLength: 3 }));
  };
  fc.assert(
    fc.property(fc.array(nested(3), { maxLength: 3 }), (blocks) => {
      expect(Array.isArray(faultsOfBlocks(blocks))).toBe(true);
      expect(Array.isArray(faultsOfView({ type: 'modal', blocks }))).toBe(true);
    }),
  );
});
