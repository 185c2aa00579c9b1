import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';
import { files, lures } from './demand.ts';

/**
 * A code to scan with a telephone, where the organisation's protection does not reach, together with a story about an
 * account, money or a document; or a code that leads to a stranger beside such a story. A code to follow a page or to join a network tells no such story and passes.
 */
export const scanToContinue = defineCheck({
  id: 'scan-to-continue',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It tells you “{phrase}” and to scan a code with your phone, where nothing protects you.',
  run(message, context) {
    const codes = context.linksOf(message).filter(({ source }) => source === 'qr');
    // A code that leads to a stranger needs no words to be scanned.
    if (!codes.some((link) => isStrangersSite(link, context))) {
      if (!SCAN.test(`${message.subject}\n${message.text}`)) return;
      if (message.pictures === 0 && files(message, context).length === 0 && codes.length === 0) return;
    }
    const [story] = lures(
      message,
      context,
      'credential',
      'account-problem',
      'tax',
      'shared-document',
      'voicemail',
      'payment',
      'parcel',
    );
    return story && { phrase: story.phrase };
  },
});

const SCAN =
  /\bscan\b[^.!?\n]{0,40}\b(?:code|barcode|qr)\b|\bqr[ -]?code\b[^.!?\n]{0,60}\b(?:phone|camera|scan|below|attach)|扫码|扫一扫|扫描[^。\n]{0,8}码|掃碼|掃一掃|掃描[^。\n]{0,10}碼|识别二维码|長按|qrコード[^。\n]{0,6}(?:読み取|スキャン)|qr ?코드[^.\n]{0,6}(?:스캔|촬영)|отсканируйте[^.\n]{0,12}код|zeskanuj[^.\n]{0,12}kod|(?:qr kod|karekod)[^.\n]{0,12}(?:okut|tara)|امسح (?:ال)?رمز/i;
