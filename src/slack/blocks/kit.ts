import type { types } from '@slack/bolt';
import type { Phrase } from '../../explain.ts';
import { type Inert, type InertPlain, inertPlain, join, plain } from '../inert.ts';

/**
 * Block Kit pieces that can only be built from inert text, within Slack's limits. The brand keeps literal objects out:
 * every block of a post or view comes from this file.
 */
declare const built: unique symbol;
export type Block = types.KnownBlock & { readonly [built]: true };

/** What is posted: the blocks, and the same in words for notifications and for the day that Slack refuses the blocks. */
export interface Post {
  text: Inert;
  blocks: Block[];
}

/** Slack's limits; a broken one costs the whole answer (`invalid_blocks`). */
const MOST_BLOCKS = 50;
const MOST_TEXT = 3_900;
const SECTION = 2_990;
const HEADER = 148;
const BUTTON = 75;
const OPTION = 75;
/** Not a limit that Slack documents; keeps a card readable. */
const RICH = 2_990;

export function post(text: Inert, blocks: (Block | undefined)[]): Post {
  return { text: clip(text, MOST_TEXT), blocks: blocks.filter((block) => block !== undefined).slice(0, MOST_BLOCKS) };
}

const block = (plainBlock: types.KnownBlock): Block => plainBlock as Block;

export function header(text: InertPlain): Block {
  return block({ type: 'header', text: { type: 'plain_text', text: clip(text, HEADER), emoji: false } });
}

export function section(text: Inert): Block {
  return block({ type: 'section', text: { type: 'mrkdwn', text: clip(text, SECTION), verbatim: true } });
}

export function context(text: Inert): Block {
  return block({ type: 'context', elements: [{ type: 'mrkdwn', text: clip(text, SECTION), verbatim: true }] });
}

export interface Button {
  id: string;
  text: InertPlain;
  /** Ids of ours only: Slack hands it back, and whoever sees the post can read it. */
  value: string;
  style?: 'primary' | 'danger';
}

export function actions(id: string, buttons: Button[]): Block | undefined {
  if (buttons.length === 0) return undefined;
  return block({ type: 'actions', block_id: id, elements: buttons.slice(0, 25).map(buttonElement) });
}

function buttonElement({ id, text, value, style }: Button): types.Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: clip(text, BUTTON), emoji: false },
    value,
    ...(style && { style }),
  };
}

/** A piece of rich text: shown as it stands, never read as markup. */
export interface Words {
  text: InertPlain;
  bold?: boolean;
  code?: boolean;
}
/** A mention that notifies nobody new in an edited post. Ids that are none are dropped by `person`. */
export type RichPiece = Words | { user: string };

export const words = (text: InertPlain, style: Omit<Words, 'text'> = {}): Words => ({ text, ...style });

/** Mentions a user by an id of Slack's. */
export function person(user: string): RichPiece {
  return /^[UW][A-Z0-9]{2,20}$/.test(user) ? { user } : words(inertPlain(user));
}

/** A sentence of ours with values of the report, which stand out as code. */
export function phrase(pieces: Phrase, limit = 200): RichPiece[] {
  return pieces.map((piece) =>
    'text' in piece ? words(ours(piece.text)) : words(inertPlain(piece.value || '(empty)', limit), { code: true }),
  );
}

/** The words of a check's own sentence. They come from our code; blanks at their ends matter. */
function ours(text: string): InertPlain {
  if (text.trim() === '') return plain` `;
  const before = /^\s/.test(text) ? ' ' : '';
  // A colon that a blank parts from the value is no scheme's: it need not be defanged.
  const words = /:\s+$/.test(text) ? text.trim().slice(0, -1) : text;
  const after = words === text ? (/\s$/.test(text) ? ' ' : '') : ': ';
  return `${before}${words === '' ? '' : inertPlain(words, 600)}${after}` as InertPlain;
}

export function paragraph(pieces: RichPiece[]): Block {
  return block({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: elements(pieces) }] });
}

export function list(items: RichPiece[][], title?: InertPlain): Block | undefined {
  if (items.length === 0) return undefined;
  const bullets: types.RichTextList = {
    type: 'rich_text_list',
    style: 'bullet',
    elements: items.map((item) => ({ type: 'rich_text_section', elements: elements(item) })),
  };
  const heading: types.RichTextSection[] = title
    ? [{ type: 'rich_text_section', elements: [{ type: 'text', text: title, style: { bold: true } }] }]
    : [];
  return block({ type: 'rich_text', elements: [...heading, bullets] });
}

/** As many of the lines as one block may hold: whoever shows them says how many are missing. */
export function fitting(lines: InertPlain[]): InertPlain[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > RICH;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** Lines to copy, as they stand. */
export function copyable(lines: InertPlain[]): Block | undefined {
  if (lines.length === 0) return undefined;
  const text = join(fitting(lines), '\n');
  return block({
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  });
}

function elements(pieces: RichPiece[]): types.RichTextElement[] {
  return pieces
    .filter((piece) => 'user' in piece || piece.text !== '')
    .map((piece) =>
      'user' in piece ? { type: 'user', user_id: piece.user } : { type: 'text', text: piece.text, ...styleOf(piece) },
    );
}

function styleOf({ bold, code }: Words): { style?: { bold?: boolean; code?: boolean } } {
  return bold || code ? { style: { ...(bold && { bold }), ...(code && { code }) } } : {};
}

export interface Option {
  text: InertPlain;
  /** An id of ours, at most 75 characters. */
  value: string;
  description?: InertPlain;
}

const optionElement = ({ text, value, description }: Option): types.PlainTextOption => ({
  text: { type: 'plain_text', text: clip(text, OPTION), emoji: false },
  value,
  ...(description && { description: { type: 'plain_text', text: clip(description, OPTION), emoji: false } }),
});

interface Input {
  id: string;
  label: InertPlain;
  hint?: InertPlain;
  optional?: boolean;
}

function input({ id, label, hint, optional = false }: Input, element: types.InputBlock['element']): Block {
  return block({
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: clip(label, 150), emoji: false },
    ...(hint && { hint: { type: 'plain_text', text: clip(hint, 150), emoji: false } }),
    optional,
    element,
  });
}

/** Every input's action has this id: the block id tells them apart. */
export const VALUE = 'value';

export function textInput(shape: Input & { multiline?: boolean; max?: number; initial?: InertPlain }): Block {
  const { multiline = false, max = 3_000, initial } = shape;
  return input(shape, {
    type: 'plain_text_input',
    action_id: VALUE,
    multiline,
    max_length: max,
    ...(initial && { initial_value: clip(initial, max) }),
  });
}

export function selectInput(shape: Input & { options: Option[]; initial?: Option }): Block {
  const { options, initial } = shape;
  return input(shape, {
    type: 'static_select',
    action_id: VALUE,
    options: options.slice(0, 100).map(optionElement),
    ...(initial && { initial_option: optionElement(initial) }),
  });
}

export function checkboxInput(shape: Input & { options: Option[]; ticked?: Option[] }): Block {
  const { options, ticked = [] } = shape;
  return input(shape, {
    type: 'checkboxes',
    action_id: VALUE,
    options: options.slice(0, 10).map(optionElement),
    ...(ticked.length > 0 && { initial_options: ticked.map(optionElement) }),
  });
}

export function fileInput(shape: Input): Block {
  return input(shape, { type: 'file_input', action_id: VALUE, max_files: 10 });
}

export function modal(shape: {
  id: string;
  title: InertPlain;
  blocks: (Block | undefined)[];
  submit?: InertPlain;
  /** Ids of ours only. */
  metadata?: string;
}): types.ModalView {
  return {
    type: 'modal',
    callback_id: shape.id,
    title: { type: 'plain_text', text: clip(shape.title, 24) },
    close: { type: 'plain_text', text: shape.submit ? 'Cancel' : 'Close' },
    ...(shape.submit && { submit: { type: 'plain_text', text: clip(shape.submit, 24) } }),
    ...(shape.metadata && { private_metadata: shape.metadata }),
    blocks: shape.blocks.filter((block) => block !== undefined).slice(0, 100),
  };
}

/** The last resort against a broken limit: values were cut before, so that this hardly ever cuts. */
function clip<T extends string>(text: T, limit: number): T {
  if (text.length <= limit) return text;
  const kept = text
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/&[a-z]{0,4}$/, '')
    .replace(/<[^>]*$/, '');
  return `${kept}…` as T;
}
