import type { Attachment, Message } from '../../model.ts';
import { type InertPlain, inertPlain, plain } from '../inert.ts';
import { type Block, list, type RichPiece, words } from './kit.ts';

const MOST_FILES = 10;

/**
 * Subject and sender of each message, the innermost being what matters in a forward. A text without a subject shows its
 * beginning: it may have come by direct message, where nobody but the reporter can read it.
 */
export function messageBlocks(messages: Message[]): (Block | undefined)[] {
  return messages.slice(0, 3).map((message) => {
    const items: RichPiece[][] = [];
    const row = (label: InertPlain, value: string): void => {
      if (value.trim()) items.push([words(label), words(plain` `), words(inertPlain(value, 250), { code: true })]);
    };
    row(plain`Subject:`, message.subject);
    row(plain`From:`, message.from ? [message.from.name, message.from.address].filter(Boolean).join(' · ') : '');
    row(plain`Reply to:`, message.replyTo.map(({ address }) => address).join(', '));
    row(plain`Date:`, message.sentAt ?? '');
    if (message.form === 'pasted' && !message.subject.trim()) row(plain`It begins:`, message.text);
    row(plain`Forwarded by:`, message.forwardedBy?.address ?? '');
    return list(
      items,
      message.form === 'pasted' ? plain`Text` : message.form === 'quoted' ? plain`Forwarded original` : plain`Message`,
    );
  });
}

/** Names and kinds of the files: of a lone file there is nothing else to know it by. */
export function fileBlock(attachments: Attachment[]): Block | undefined {
  const shown = attachments
    .slice(0, MOST_FILES)
    .map(({ name, type }): RichPiece[] => [
      words(inertPlain(name || '(no name)', 150), { code: true }),
      words(type ? plain` (${inertPlain(type, 20)})` : plain``),
    ]);
  const more = attachments.length - shown.length;
  return list(more > 0 ? [...shown, [words(plain`and ${more} more`)]] : shown, plain`Files`);
}
