/**
 * How much a decoded text looks like writing: an average over its characters outside of ASCII, from about -3 (holes and
 * controls) to 1 (the commonest characters of one script). Texts of one script alone reach 0.3 and more; the same bytes
 * read in a wrong encoding stay below 0.
 */
export function plausibility(text: string, charset: string): { score: number; seen: number } {
  let sum = 0;
  let seen = 0;
  let before = ' ';
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    const end = code > 0xffff ? at + 2 : at + 1;
    if (code < 0x80) {
      before = text[at] as string;
    } else {
      const letter = text.slice(at, end);
      seen += 1;
      sum += worth(letter, before, letterAt(text, end), charset);
      before = letter;
    }
    at = end;
  }
  return { score: seen === 0 ? 0 : sum / seen, seen };
}

function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? ' ' : String.fromCodePoint(code);
}

function worth(letter: string, before: string, after: string, charset: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code === 0xfffd || code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff)) return -3;
  if (isHan(code)) {
    const beside = isAsciiLetter(before) || isAsciiLetter(after) ? 0.3 : 0;
    return (HAN.has(letter) ? 1 : ORDINARY.has(letter) ? 0.45 : 0) - beside;
  }
  if (code >= 0x3040 && code <= 0x30ff) {
    // Chinese and Korean encodings hold kana too, at the same bytes as EUC-JP: there they are nobody's writing.
    if (!/jp|jis/.test(charset)) return 0;
    return code < 0x30a0 ? 0.9 : 0.6;
  }
  if (code >= 0xff61 && code <= 0xff9f) return -0.4;
  if (code >= 0xac00 && code <= 0xd7a3) return HANGUL.has(letter) ? 1 : 0.2;
  if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff60)) return 0.5;
  if (code >= 0x400 && code <= 0x4ff) return cyrillic(letter, before, after);
  if (code >= 0x370 && code <= 0x3ff) return otherAlphabet(letter, before, after);
  if ((code >= 0x590 && code <= 0x6ff) || (code >= 0xe00 && code <= 0xe7f)) return otherAlphabet(letter, before, after);
  if (code >= 0xc0 && code <= 0x24f && letter !== '×' && letter !== '÷') return latin(letter, before, after);
  if (PUNCTUATION.has(letter)) return 0.3;
  return isAsciiLetter(before) && isAsciiLetter(after) ? -1 : -0.4;
}

function cyrillic(letter: string, before: string, after: string): number {
  if (isAsciiLetter(before) || isAsciiLetter(after)) return -1;
  // KOI8-R and Windows-1251 lie case against case: a capital behind a small letter tells the wrong one.
  if (isUpper(letter)) return isLower(before) ? -1.5 : 0.2;
  return CYRILLIC.has(letter) ? 1 : 0.3;
}

function otherAlphabet(letter: string, before: string, after: string): number {
  if (isAsciiLetter(before) || isAsciiLetter(after)) return -1;
  if (isUpper(letter)) return isLower(before) ? -1.5 : 0.2;
  // A mark of Thai, Hebrew or Arabic stands on a letter.
  if (/\p{M}/u.test(letter) && !/[\p{L}\p{M}]/u.test(before)) return -1;
  return COMMON.has(letter) ? 1 : 0.1;
}

function latin(letter: string, before: string, after: string): number {
  const known = LATIN.has(letter.toLowerCase());
  if (isUpper(letter) && isLower(before)) return -1;
  if (isAsciiLetter(before) || isAsciiLetter(after)) return known ? 1 : 0.7;
  // "à" is a word of its own; four accented letters in a row are no word at all.
  if (before < '\x80' && after < '\x80') return known ? 0.4 : -0.3;
  return -0.5;
}

const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const isAsciiLetter = (letter: string): boolean => {
  const code = letter.charCodeAt(0) | 0x20;
  return code >= 0x61 && code <= 0x7a;
};
const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();
const isLower = (letter: string): boolean => letter !== letter.toUpperCase();

/** Among the commonest characters of Chinese, in both scripts, and of Japanese, with those of mail and of payment. */
const HAN = new Set(
  '的一是不了在人有我他这那个中大来上国和地到以说时要就出会可也你对生能而子得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔您请邮箱密码账户登录点击链接验证银行汇款付款发票附件尽快立即公司通知安全系统管理员更新过期用户' +
    '這個來國說時會對發後經麼當沒動麵還進樣從實軍無與長機業間問戰頭體見產話員解論義條氣題爾別變總電數報結務場計資統隊許區則聽強難權設號類據張該規萬覺術領確傳師觀導爭運請郵箱碼帳戶登錄點擊鏈驗證銀匯發開關東車馬門為們過裡兩頁項費單訂貨價錢網選擇處應將' +
    '日本人年月時分中国会社東京大学生今何新入出見行来言食高電話番号確認連絡送信登録利用情報手続設定口座様客金額支払請求書更新期限重要件名内容方法以下上場合必要変更本物記載当問合返株式部長員者所開始',
);
/** The 3,755 characters of the first level of GB 2312, which the standard itself calls the common ones. */
const ORDINARY = new Set(
  new TextDecoder('gb18030').decode(
    Uint8Array.from({ length: 40 * 94 * 2 }, (_, at) =>
      at % 2 === 0 ? 0xb0 + Math.floor(at / 188) : 0xa1 + (((at - 1) / 2) % 94),
    ),
  ),
);
const HANGUL = new Set(
  '이다는을의에가를로고하지한은도기사시인자으대어리해서아정일스있부나라보그수요니제과전주원상만안여게들장조동우경공구국유관성계신세무문비화진선미방치메확내드습합및통면등실업용적행모오금회위명소바음재산당때것했였된되할본입년월호김박최번호링크클릭계좌은행',
);
const CYRILLIC = new Set('оеаинтсрвлкм');
/** Greek, Hebrew, Arabic, Thai. */
const COMMON = new Set(
  'αειοηυωστνρκπλμάέίόήύώς' + 'יוהלארתבשםמנדןכע' + 'اليمونتربسدعفهكحقةخجأ' + 'านรอกเงมยลวดทสตะปบคหไแี่้ัิ์ุ',
);
const LATIN = new Set('éèêëàâáäãåæçíìîïñóòôöõøœúùûüßÿý');
const PUNCTUATION = new Set('\u00a0–—‘’‚“”„…•€«»©®™°·¿¡£§¥№′″‰←→↓↑●■□◆★☆※→、。');
