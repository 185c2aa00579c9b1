import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import type { Json } from '../fake-slack/types.ts';

type Block = Record<string, Json>;

/** How people and channels are called, by id. */
export type Names = (id: string) => string;

/**
 * Blocks as Slack would show them. The renderer draws what can only be looked at; what can be pressed is drawn by us as
 * real forms, so that it works from the keyboard and without script.
 */
export function Blocks({
  blocks,
  names,
  press,
}: {
  blocks: Json[];
  names: Names;
  press?: (element: Block, block: Block) => ReactNode;
}): ReactNode {
  return blocks.map((json, index) => {
    const block = json as Block;
    const key = `${String(block.block_id ?? '')}${index}`;
    if (block.type === 'actions') {
      const elements = (block.elements as Block[]).map((element) => press?.(element, block));
      return h('div', { key, className: 'actions' }, ...elements);
    }
    if (block.type === 'section' && block.accessory) {
      const { accessory, ...rest } = block;
      const button = (accessory as Block).type === 'button' ? press?.(accessory as Block, block) : undefined;
      return h('div', { key, className: 'with-accessory' }, h(Drawn, { block: rest, names }), button);
    }
    return h(Drawn, { key, block, names });
  });
}

/** The renderer's mark-up with its links taken out: nothing that was reported may be followed from here. */
function Drawn({ block, names }: { block: Block; names: Names }): ReactNode {
  const markup = renderToStaticMarkup(
    h(Message, {
      blocks: [withoutVerbatim(block)] as never,
      logo: '',
      name: '',
      time: new Date(0),
      withoutWrapper: true,
      hooks: {
        user: ({ id }: { id: string }) => h('b', { className: 'mention' }, `@${names(id)}`),
        channel: ({ id }: { id: string }) => h('b', { className: 'mention' }, `#${names(id)}`),
      } as never,
    }),
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own output, with tags taken out; the page's CSP runs no inline script.
  return h('div', { className: 'block', dangerouslySetInnerHTML: { __html: unlinked(markup) } });
}

/**
 * React escapes every > inside an attribute, so a tag ends at the first one. Inline styles go as well: the page's CSP
 * refuses them, and the console would fill with complaints.
 */
function unlinked(markup: string): string {
  return markup
    .replace(/<a\b[^>]*>/g, '<span class="reported-link">')
    .replaceAll('</a>', '</span>')
    .replace(/(<[a-z][^>]*?) style="[^">]*"/g, '$1');
}

function withoutVerbatim(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutVerbatim);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'verbatim')
      .map(([name, inner]) => [name, withoutVerbatim(inner)]),
  );
}
