import { createElement as h, type ReactNode } from 'react';
import { SAMPLES } from '../samples.ts';
import { Button, Hidden } from './forms.ts';
import { channelLabel, type View } from './view.ts';

/** Where people write: text, files, `/checklink`, the global shortcut, and the samples. */
export function Composer({ view, inThread }: { view: View; inThread: boolean }): ReactNode {
  const id = inThread ? 'thread-text' : 'text';
  return h(
    'div',
    { className: 'composer' },
    h(
      'form',
      { method: 'post', action: '/do/say', encType: 'multipart/form-data' },
      h(Hidden, { view, values: inThread ? { reply: view.thread ?? '' } : {} }),
      h('label', { className: 'sr', htmlFor: id }, inThread ? 'Reply' : 'Message'),
      h('textarea', {
        id,
        name: 'text',
        rows: 2,
        placeholder: inThread ? 'Reply…' : `Message ${channelLabel(view.slack, view.channel)}, or /checklink <links>`,
      }),
      h(
        'div',
        { className: 'tools' },
        h('input', { type: 'file', name: 'files', id: `${id}-files`, multiple: true, 'aria-label': 'Add files' }),
        h(Button, { style: 'primary', label: 'Send' }),
      ),
    ),
    !inThread && h(Extras, { view }),
  );
}

function Extras({ view }: { view: View }): ReactNode {
  return h(
    'div',
    { className: 'extras' },
    h(
      'details',
      { id: 'samples' },
      h('summary', null, 'Samples'),
      h(
        'ul',
        null,
        SAMPLES.map((sample) =>
          h(
            'li',
            { key: sample.id },
            h('span', null, sample.title),
            view.channel.kind !== 'im' &&
              h(
                'form',
                { method: 'post', action: '/do/forward-sample' },
                h(Hidden, { view, values: { sample: sample.id } }),
                h(Button, { style: 'small', label: 'Forward by e-mail' }),
              ),
            h(
              'form',
              { method: 'post', action: '/do/drop-sample' },
              h(Hidden, { view, values: { sample: sample.id } }),
              h(Button, { style: 'small', label: 'Drop the .eml' }),
            ),
          ),
        ),
      ),
    ),
    h(
      'form',
      { method: 'post', action: '/do/global-shortcut' },
      h(Hidden, { view }),
      h(Button, { style: 'small', label: '⚡ Report something' }),
    ),
  );
}
