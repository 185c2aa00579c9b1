import { createElement as h, type ReactNode } from 'react';
import type { FakeView, Json } from '../fake-slack/types.ts';
import { Blocks } from './blocks.ts';
import { Button, Hidden } from './forms.ts';
import { nameOf, type View } from './view.ts';

type Block = Record<string, Json>;

/** An open modal: what can only be read is drawn as in a post, inputs are real form fields named `block/action`. */
export function Modal({ view, modal }: { view: View; modal: FakeView }): ReactNode {
  const { title, submit, close, blocks } = modal.view;
  const names = (id: string): string => nameOf(view.slack, id);
  return h(
    'dialog',
    { open: true, className: 'modal', 'aria-labelledby': 'modal-title', id: `modal-${modal.id}` },
    h(
      'form',
      { method: 'post', action: '/do/submit', encType: 'multipart/form-data' },
      h(Hidden, { view }),
      h('h2', { id: 'modal-title' }, plain(title)),
      h(
        'div',
        { className: 'modal-body' },
        ((blocks ?? []) as Block[]).map((block, index) =>
          block.type === 'input'
            ? h(Input, { key: String(block.block_id), block, error: modal.errors[String(block.block_id)] })
            : h(Blocks, { key: `b${index}`, blocks: [block], names }),
        ),
      ),
      h(
        'div',
        { className: 'modal-foot' },
        h(
          'button',
          { type: 'submit', className: 'button', formAction: '/do/close', formNoValidate: true },
          close ? plain(close) : 'Cancel',
        ),
        submit && h(Button, { style: 'primary', label: plain(submit) }),
      ),
    ),
  );
}

function Input({ block, error }: { block: Block; error?: string }): ReactNode {
  const id = String(block.block_id);
  const element = block.element as Block;
  const required = block.optional !== true;
  return h(
    'div',
    { className: `input${error ? ' wrong' : ''}` },
    h('label', { htmlFor: id }, plain(block.label), !required && h('small', null, ' (optional)')),
    h(Field, { id, name: `field/${id}/${String(element.action_id)}`, element, required }),
    block.hint && h('p', { className: 'hint' }, plain(block.hint)),
    error && h('p', { className: 'error', role: 'alert' }, error),
  );
}

function Field({
  id,
  name,
  element,
  required,
}: {
  id: string;
  name: string;
  element: Block;
  required: boolean;
}): ReactNode {
  const common = { id, name, required };
  const options = (element.options ?? []) as Block[];
  switch (element.type) {
    case 'plain_text_input':
    case 'url_text_input':
    case 'email_text_input': {
      const attributes = {
        ...common,
        defaultValue: String(element.initial_value ?? ''),
        placeholder: plain(element.placeholder),
        maxLength: Number(element.max_length ?? 3000),
      };
      return element.multiline
        ? h('textarea', { ...attributes, rows: 4 })
        : h('input', { ...attributes, type: 'text' });
    }
    case 'static_select':
    case 'radio_buttons': {
      const initial = (element.initial_option as Block | undefined)?.value;
      return h(
        'select',
        { ...common, defaultValue: initial ? String(initial) : '' },
        !initial && h('option', { value: '' }, plain(element.placeholder) || 'Choose…'),
        options.map((option) =>
          h('option', { key: String(option.value), value: String(option.value) }, plain(option.text)),
        ),
      );
    }
    case 'checkboxes': {
      const ticked = new Set(((element.initial_options ?? []) as Block[]).map((option) => option.value));
      return h(
        'fieldset',
        { id },
        options.map((option) =>
          h(
            'label',
            { key: String(option.value), className: 'check' },
            h('input', {
              type: 'checkbox',
              name,
              value: String(option.value),
              defaultChecked: ticked.has(option.value ?? null),
            }),
            ' ',
            plain(option.text),
          ),
        ),
      );
    }
    case 'file_input':
      return h('input', { ...common, type: 'file', multiple: true });
    default:
      return h('p', { className: 'error' }, `The local workspace cannot draw a ${String(element.type)}.`);
  }
}

function plain(text: Json | undefined): string {
  return text && typeof text === 'object' && !Array.isArray(text) ? String(text.text ?? '') : '';
}
