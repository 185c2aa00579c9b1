import type { UrlParts } from '../model.ts';
import { urlParts } from '../parse/url.ts';

/** Endings that are file names more often than sites when they stand alone: `README.md`, `setup.py`, `photos.zip`. */
const FILE_LIKE = new Set(
  'md py sh pl rs so cc mov zip app ps ai pm tf vi st cs ml js ts java cat bar do in to is it'.split(' '),
);

const WITH_SCHEME = /https?:\/\/[^\s<>"'()]{3,500}/i;
const BARE = /^(?:www\.)?[\p{L}\p{N}_-]{1,63}(?:[.。．][\p{L}\p{N}_-]{1,63}){1,8}(?::\d{1,5})?(?:[/?#][^\s]{0,500})?$/u;

/**
 * The site that the words on a link name, when they read as an address: a URL anywhere in them, or a domain as the whole
 * text. "Click here" and "Node.js 24" name none; neither does a mail address.
 */
export function shownSite(shown: string): UrlParts | undefined {
  const text = shown
    .slice(0, 2_000)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .trim()
    .replace(/[.,;:!)\]>]{1,5}$/, '');
  const whole = WITH_SCHEME.exec(text)?.[0];
  if (whole) return siteOf(whole);
  if (text.includes('@') || !BARE.test(text)) return undefined;
  const site = siteOf(`http://${text}`);
  if (!site) return undefined;
  const bare = !/^www\./i.test(text) && !/[/?#]/.test(text);
  const ending = site.host.split('.').at(-1) ?? '';
  return bare && FILE_LIKE.has(ending) ? undefined : site;
}

function siteOf(url: string): UrlParts | undefined {
  const parts = urlParts(url);
  return parts && parts.domain !== '' ? parts : undefined;
}
