import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { charsetOf, decodeBytes } from '../../src/parse/charset-guess.ts';

const SAMPLES: [charset: string, text: string][] = [
  ['gb18030', '您的邮箱密码即将过期，请点击下面的链接登录系统进行验证。'],
  ['gb18030', '关于付款的通知'],
  ['gb18030', '不要老埋怨他不会来事，估计是平时的表现让你没有勇气和信心告诉他，所以就得过且过了'],
  ['gb18030', '征英语学习伙伴：如果有高手加盟的话，我就参加，呵呵，我口语太烂了'],
  ['big5', '親愛的客戶您好，您的帳戶已經被停用，請點擊以下網址重新登錄。'],
  ['shift_jis', 'お客様のアカウントは停止されています。以下のリンクからログインしてください。'],
  ['euc-jp', 'お客様のアカウントは停止されています。以下のリンクからログインしてください。'],
  ['euc-kr', '고객님의 계정이 정지되었습니다. 아래 링크를 클릭하여 확인해 주시기 바랍니다.'],
  ['koi8-r', 'Уважаемый клиент, ваш пароль истекает сегодня. Перейдите по ссылке.'],
  ['windows-1251', 'Уважаемый клиент, ваш пароль истекает сегодня. Перейдите по ссылке.'],
  ['windows-1250', 'Szanowny kliencie, proszę potwierdzić płatność, żeby uniknąć zablokowania.'],
  ['windows-1253', 'Αγαπητέ πελάτη, ο λογαριασμός σας έχει ανασταλεί.'],
  ['windows-1255', 'לקוח יקר, החשבון שלך הושעה, אנא התחבר'],
  ['windows-1256', 'عزيزي العميل، تم تعليق حسابك، يرجى تسجيل الدخول'],
  ['windows-874', 'เรียนลูกค้า บัญชีของคุณถูกระงับ กรุณาคลิกลิงก์ด้านล่างเพื่อเข้าสู่ระบบ'],
];
const LATIN = [
  'Sehr geehrte Damen und Herren, Ihr Paket wartet. Bitte bestätigen Sie die Gebühr für die Zustellung. Grüße',
  'Votre compte a été bloqué, vérifiez été à la prochaine connexion. Ça ne coûte rien, s’il vous plaît',
  'Estimado señor, su cuenta será suspendida mañana. ¿Qué hacer? ¡Actúe ya!',
  'We don’t ask for your password – ever. “Really”… it costs £5 or 5 €',
  'Prezado usuário, sua caixa de correio está cheia. Não é possível receber informações.',
  'Kære kunde, vi har prøvet at nå dig på søndag, så gå ind på siden',
  'Größe: 30°',
  'Müller',
];

describe('text without a declared encoding', () => {
  test.each(SAMPLES)('%s: %s', (charset, text) => {
    expect(decodeBytes(iconv.encode(text, charset))).toBe(text);
  });

  test.each(LATIN)('stays Western: %s', (text) => {
    expect(decodeBytes(iconv.encode(text, 'windows-1252'))).toBe(text);
  });

  test('ISO-2022-JP tells itself by its escapes', () => {
    const bytes = Buffer.from('1b24422433246c1b284a', 'hex');
    expect(charsetOf(bytes)).toBe('iso-2022-jp');
    expect(decodeBytes(bytes)).toBe('これ');
  });
});

describe('text with a wrong name on it', () => {
  // Between Western and Central European the mail's own word is believed: the letters alone do not tell.
  test.each(SAMPLES.filter(([charset]) => charset !== 'windows-1250'))(
    '%s that calls itself Latin-1: %s',
    (charset, text) => {
      expect(decodeBytes(iconv.encode(text, charset), 'iso-8859-1')).toBe(text);
    },
  );

  test.each(SAMPLES)('%s that calls itself UTF-8: %s', (charset, text) => {
    expect(decodeBytes(iconv.encode(text, charset), 'utf-8')).toBe(text);
  });

  test.each(LATIN)('UTF-8 that calls itself Latin-1, and the reverse: %s', (text) => {
    expect(decodeBytes(Buffer.from(text), 'iso-8859-1')).toBe(text);
    expect(decodeBytes(iconv.encode(text, 'windows-1252'), 'utf-8')).toBe(text);
  });

  test('Big5 that calls itself GB2312', () => {
    const [, text] = SAMPLES.find(([charset]) => charset === 'big5') as [string, string];
    expect(decodeBytes(iconv.encode(text, 'big5'), 'gb2312')).toBe(text);
  });
});

describe('text with the right name on it is left alone', () => {
  test.each(SAMPLES)('%s: %s', (charset, text) => {
    expect(decodeBytes(iconv.encode(text, charset), charset)).toBe(text);
  });

  test.each(LATIN)('Latin-1: %s', (text) => {
    expect(decodeBytes(iconv.encode(text, 'windows-1252'), 'iso-8859-1')).toBe(text);
  });

  test('names that name nothing count as none', () => {
    for (const name of ['us-ascii', 'unknown-8bit', 'nonsense', '', '"'])
      expect(decodeBytes(Buffer.from('Gebühr für die Zustellung'), name)).toBe('Gebühr für die Zustellung');
  });

  test.each(['windows-1251', 'koi8-r'])('Cyrillic letters that pose as Latin ones, in %s', (charset) => {
    for (const text of ['Lоwes Congratulations', 'Pаypаl: yоur аccоunt is limitеd', 'Аpple']) {
      const known = iconv.decode(iconv.encode(text, charset), charset);
      expect(decodeBytes(iconv.encode(text, charset), charset)).toBe(known);
    }
  });
});
