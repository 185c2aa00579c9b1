import { createElement as h, type ReactNode } from 'react';
import type { View } from './view.ts';

/** The hidden fields of every form: who acts, where the window is, and what the action needs. */
export function Hidden({ view, values = {} }: { view: View; values?: Record<string, string> }): ReactNode {
  const all = { as: view.me.id, at: view.channel.id, thread: view.thread ?? '', ...values };
  return Object.entries(all).map(([name, value]) => h('input', { key: name, type: 'hidden', name, value }));
}

/** `style` is Slack's `primary` or `danger`, or our `plain`. */
export function Button({ style = '', label }: { style?: string; label: string }): ReactNode {
  return h('button', { type: 'submit', className: `button ${style}` }, label);
}
