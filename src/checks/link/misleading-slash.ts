import { defineCheck } from '../check.ts';

/** Characters that are drawn like a slash, a dot or a question mark, but end no host: `paypal.com⁄login.evil.example`. */
const DRAWN_ALIKE = /[\u2044\u2215\u29f8\u29f5\uff0e\uff61\u2024\u2571\uff0f\ua4f8\u2236\u0589]/;

/**
 * Looks at the address as it stood in the mail, before the browser's folding. The ideographic full stop passes: a Chinese
 * keyboard writes a dot so.
 */
export const misleadingSlash = defineCheck({
  id: 'misleading-slash',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link uses characters that only look like dots or slashes; it really leads to {host}.',
  run({ source, original, url, parts }) {
    if (source === 'image' || parts.host === '') return;
    const text = (original ?? url).slice(0, 2_000);
    const start = text.indexOf('//');
    if (start === -1) return;
    const authority = text.slice(start + 2).split(/[/?#\\\s]/, 1)[0] ?? '';
    return DRAWN_ALIKE.test(authority) ? { host: parts.unicodeHost } : undefined;
  },
});
