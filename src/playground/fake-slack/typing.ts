import { getPublicSuffix, parse } from 'tldts';
import type { FakeChannel, FakeUser, Json } from './types.ts';

type Inline = Record<string, Json>;

/**
 * What Slack's composer makes of what a person types: URLs and mail addresses become links, a bare domain becomes a link
 * with an invented `http://`, names become mentions. Code stays text, and so does hxxp.
 */
export function typed(
  text: string,
  world: { users: readonly FakeUser[]; channels: readonly FakeChannel[] },
): { text: string; blocks: Json[] } {
  if (text === '') return { text: '', blocks: [] };
  const elements: Json[] = [];
  text.split(/```\n?/).forEach((piece, index, pieces) => {
    // An odd piece lies between two fences, unless the last fence was never closed.
    const fenced = index % 2 === 1 && index < pieces.length - 1;
    if (piece === '') return;
    if (fenced)
      elements.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece.replace(/\n$/, '') }] });
    else elements.push({ type: 'rich_text_section', elements: inlines(piece, world) });
  });
  const blocks: Json[] = [{ type: 'rich_text', block_id: 'typed', elements }];
  return { text: mrkdwnOf(blocks), blocks };
}

const TOKEN =
  /(?<code>`[^`\n]{1,2000}`)|(?<url>https?:\/\/[^\s<>"`|]{1,2000})|(?<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})|(?<domain>(?<![\w.@/-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{1,5})?(?:\/[^\s<>"`|]{0,2000})?)|@(?<name>[\w.-]{1,80})|#(?<channel>[\w-]{1,80})/gi;

function inlines(text: string, world: { users: readonly FakeUser[]; channels: readonly FakeChannel[] }): Inline[] {
  const found: Inline[] = [];
  const plain = (piece: string) => {
    const last = found.at(-1);
    if (piece === '') return;
    if (last?.type === 'text' && last.style === undefined) last.text += piece;
    else found.push({ type: 'text', text: piece });
  };
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0].replace(match.groups?.code ? /$^/ : /[.,;:!?)\]'"]+$/, '');
    const element = inline(token, match.groups ?? {}, world);
    if (!element) continue;
    plain(text.slice(from, match.index));
    found.push(element);
    from = match.index + token.length;
  }
  plain(text.slice(from));
  return found;
}

function inline(
  token: string,
  groups: Record<string, string | undefined>,
  world: { users: readonly FakeUser[]; channels: readonly FakeChannel[] },
): Inline | undefined {
  if (groups.code) return { type: 'text', text: token.slice(1, -1), style: { code: true } };
  if (groups.url) return { type: 'link', url: token };
  if (groups.mail) return { type: 'link', url: `mailto:${token}`, text: token };
  if (groups.domain) return hasKnownEnding(token) ? { type: 'link', url: `http://${token}`, text: token } : undefined;
  if (groups.name) {
    const name = token.slice(1);
    if (name === 'here' || name === 'channel' || name === 'everyone') return { type: 'broadcast', range: name };
    const user = world.users.find((one) => one.name === name);
    return user && { type: 'user', user_id: user.id };
  }
  const channel = world.channels.find((one) => one.name === token.slice(1) && one.kind !== 'im');
  return channel && { type: 'channel', channel_id: channel.id };
}

/** Reserved names count as known endings, so that fixtures meet the same treatment as real domains. */
function hasKnownEnding(token: string): boolean {
  const { hostname, isIcann, domain } = parse(token);
  if (!hostname || !domain) return false;
  return isIcann === true || ['example', 'test', 'invalid'].includes(getPublicSuffix(hostname) ?? '');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The `text` that Slack gives a post with these rich_text blocks. */
export function mrkdwnOf(blocks: readonly Json[]): string {
  return blocks.map((block) => mrkdwn(block)).join('\n');
}

function mrkdwn(node: Json): string {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return '';
  const inner = Array.isArray(node.elements) ? node.elements.map(mrkdwn) : [];
  switch (node.type) {
    case 'rich_text':
      return inner.join('\n');
    case 'rich_text_list':
      return inner.map((item) => `• ${item}`).join('\n');
    case 'rich_text_quote':
      return `&gt; ${inner.join('')}`;
    case 'rich_text_preformatted':
      return `\`\`\`${inner.join('')}\`\`\``;
    case 'text': {
      const code = typeof node.style === 'object' && node.style !== null && 'code' in node.style;
      return code ? `\`${escaped(String(node.text))}\`` : escaped(String(node.text));
    }
    case 'link':
      return node.text === undefined
        ? `<${escaped(String(node.url))}>`
        : `<${escaped(String(node.url))}|${escaped(String(node.text))}>`;
    case 'user':
      return `<@${node.user_id}>`;
    case 'channel':
      return `<#${node.channel_id}>`;
    case 'broadcast':
      return `<!${node.range}>`;
    case 'emoji':
      return `:${node.name}:`;
    default:
      return inner.join('');
  }
}
