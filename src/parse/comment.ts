import type { Mailbox } from '../model.ts';
import { isClientLink, withoutBanners } from './banner.ts';
import { isFrontPage } from './observables.ts';
import { urlParts } from './url.ts';

/** Longer than a nurse's "is this real?". Signature, disclaimer and banners do not count. */
export const SHORT_COMMENT = 400;

/** Longest signature that is taken for one, and its lines. */
const MAX_SIGNATURE = 900;
const MAX_SIGNATURE_LINES = 20;
const MOST_LINKS = 8;

const CLOSING =
  /^(?:--\s?|—|_{2,10}|(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|best|thanks(?: and regards)?|thank you|many thanks|cheers|sincerely|yours (?:sincerely|truly|faithfully)|mit freundlichen grüßen|freundliche grüße|viele grüße|beste grüße|liebe grüße|mfg|lg|vg|cordialement|bien cordialement|bien à vous|merci|saludos|un saludo|atentamente|saludos cordiales|gracias|atenciosamente|cumprimentos|obrigad[oa]|abraços|cordiali saluti|distinti saluti|saluti|grazie|met vriendelijke groet(?:en)?|groeten|pozdrawiam|z poważaniem|s pozdravem|děkuji|med vänlig hälsning|vänliga hälsningar|mvh|med venlig hilsen|vennlig hilsen|ystävällisin terveisin|с уважением|спасибо|saygılarımla|iyi çalışmalar|此致|敬礼|谢谢|謝謝|祝好|よろしくお願いします|よろしくお願いいたします|감사합니다)[,.!。，]{0,2})$/iu;

const FROM_PHONE =
  /^(?:sent (?:from|via|with) (?:my |outlook|mail|proton|yahoo)|get outlook for|von meinem .{2,30} gesendet|gesendet (?:von|mit)|envoyé (?:de|depuis)|enviado (?:desde|do|de)|inviato da|verstuurd vanaf|verzonden (?:vanaf|met|van)|wysłan[eo] z|skickat från|sendt fra|отправлено (?:с|из)|发自我的|發自我的|从我的|iPhoneから送信|내 .{2,20}에서 보냄)/iu;

const CONFIDENTIAL =
  /confidential|intended (?:solely|only|for|recipient)|named (?:addressee|recipient)|addressee|privileged|unauthori[sz]ed|notify the sender|in error|disclos|strictly prohibited|consider the environment|virus|vertraulich|adressat|empfänger|irrtümlich|unbefugt|confidentiel|destinataire|par erreur|confidencial|destinatario|por error|destinatário|por engano|riservat|per errore|vertrouwelijk|geadresseerde|poufn|adresat|důvěrn|konfidentiell|fortrolig|luottamuksell|конфиденциальн|gizli|机密|保密|機密|秘密|기밀/giu;

/** What a colleague wrote over a forward: the words that count as his, without what his mail program adds. */
export interface Comment {
  /** Without banners and disclaimers: judged with the original where the colleague may be a forgery. */
  words: string;
  /** The length that tells a comment from a letter: without the signature too. */
  length: number;
}

export function readComment(before: string): Comment {
  const words = withoutDisclaimers(withoutBanners(before.slice(0, 20_000))).trim();
  return { words, length: Math.max(0, withoutSignature(words).length, before.length - 20_000) };
}

/** Sentences with at least two of the words that only lawyers put together. */
function withoutDisclaimers(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (line.length < 60 || distinct(line) < 2) return FROM_PHONE.test(line.trim()) && line.length < 80 ? '' : line;
      const sentences = line.match(/[^.!?。！]{1,2000}(?:[.!?。！]+\s*|$)/gu) ?? [line];
      return sentences.filter((sentence) => distinct(sentence) === 0 || sentence.length > 600).join('');
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function distinct(text: string): number {
  return new Set((text.slice(0, 2_000).match(CONFIDENTIAL) ?? []).map((word) => word.toLowerCase())).size;
}

function withoutSignature(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => CLOSING.test(line.trim()));
  if (first < 0) return text;
  const signature = lines.slice(first);
  const fits =
    signature.length <= MAX_SIGNATURE_LINES &&
    signature.every((line) => line.length <= 160) &&
    signature.join('\n').length <= MAX_SIGNATURE;
  return fits ? lines.slice(0, first).join('\n').trim() : text;
}

/** Links that stand in a colleague's signature: his own house's pages, its profiles, what his mail program adds. */
export function areSignatureLinks(urls: Iterable<string>, from: Mailbox | undefined): boolean {
  const found = [...new Set(urls)];
  return (
    found.length <= MOST_LINKS && found.every((url) => isFrontPage(url, from) || isClientLink(url) || isProfile(url))
  );
}

const PROFILES = new Map([
  ['linkedin.com', /^\/(?:company|in|school|showcase)\/[^/?]{2,80}\/?$/],
  ['facebook.com', /^\/[\w.-]{3,60}\/?$/],
  ['instagram.com', /^\/[\w.-]{3,40}\/?$/],
  ['twitter.com', /^\/\w{2,20}\/?$/],
  ['x.com', /^\/\w{2,20}\/?$/],
  ['youtube.com', /^\/(?:@|c\/|user\/|channel\/)[\w.-]{2,60}\/?$/],
  ['xing.com', /^\/(?:pages|companies|profile)\/[^/?]{2,80}\/?$/],
]);

function isProfile(url: string): boolean {
  const parts = urlParts(url);
  return parts !== undefined && (PROFILES.get(parts.domain)?.test(parts.path) ?? false) && !parts.host.startsWith('l.');
}
