import { describe, expect, it } from 'vitest';
import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { foldText, lureFinder } from '../../src/checks/lures.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import type { Theme } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';
import { verdictOnText } from '../helpers/judge.ts';

/** Short mails in languages that are not written in Western Europe, through the shipped checks, lists and points. */
const lists = loadLists();
const assessor = {
  checks: CHECKS,
  scoring: loadScoring(),
  knowledge: {
    organisation: { domains: ['hospital.example'], names: ['Riverside Hospital'], vips: [], authservIds: [] },
    lists,
  },
};

async function riskOf(from: string, subject: string, body: string) {
  const { risk, findings } = await verdictOnText(from, subject, body);
  // The model of wording knows no stories: a likeness of a tenth of a point tells none.
  const told = findings.filter(({ check }) => check !== 'wording-of-known-lures');
  return { risk, groups: told.map(({ check }) => CHECKS.find(({ id }) => id === check)?.group) };
}

const LURES: [language: string, subject: string, body: string][] = [
  [
    'zh',
    '邮箱密码即将过期',
    '尊敬的用户：\n您的邮箱密码即将过期，请在24小时内点击下方链接验证您的账号，否则将被停用：\nhttps://mail-renew.pages.dev/login\n邮件管理员',
  ],
  [
    'zh-tw',
    '您的包裹配送失敗',
    '親愛的客戶：\n您的包裹因地址不完整無法投遞，請點擊以下連結更新地址並支付運費：\nhttps://post-redeliver.top/tw\n中華郵政客服',
  ],
  [
    'ja',
    'アカウントの利用停止のお知らせ',
    'お客様のアカウントで不正なログインを検知したため、ご利用を一部制限いたしました。\n24時間以内に下記のリンクをクリックして本人確認をお願いいたします。\nhttps://account-kakunin.top/login',
  ],
  [
    'ko',
    '계정이 정지될 예정입니다',
    '고객님의 계정에서 비정상적인 로그인이 감지되었습니다.\n24시간 이내에 아래 링크를 클릭하여 본인 확인을 완료하지 않으면 계정이 정지됩니다.\nhttps://account-check.top/kr',
  ],
  [
    'ru',
    'Ваш аккаунт будет заблокирован',
    'Уважаемый клиент!\nМы заметили подозрительную активность. Подтвердите учетную запись в течение 24 часов, иначе доступ будет ограничен.\nПерейдите по ссылке: https://vhod-podtverdit.top/ru',
  ],
  [
    'pl',
    'Twoja przesylka zostala wstrzymana',
    'Twoja paczka została wstrzymana: nieprawidlowy adres. Wymagana dopłata 1,50 zł.\nKliknij poniższy link, aby opłacić dostawę: https://paczka-doplata.top/pl',
  ],
  [
    'tr',
    'Hesabınız askıya alınacak',
    'Sayın müşterimiz,\nhesabınızda şüpheli işlem tespit edildi. 24 saat içinde hesabınızı doğrulamazsanız hesabınız kapatılacaktır.\nAşağıdaki bağlantıya tıklayın: https://hesap-dogrula.top/tr',
  ],
  [
    'ar',
    'سيتم إيقاف حسابك',
    'عزيزي العميل،\nلاحظنا نشاطاً مشبوهاً في حسابك. يرجى تحديث بياناتك خلال 24 ساعة وإلا سيتم إيقاف الحساب.\nاضغط على الرابط التالي: https://tahdith-hesab.top/ar',
  ],
];

const HONEST: [language: string, subject: string, body: string][] = [
  [
    'zh',
    '周三例会改到下午',
    '各位同事：\n周三的例会改到下午三点，地点不变。本月的报销单请在周五之前交到财务处。会议材料已经放在老地方，请查阅附件目录。\n谢谢\n王敏',
  ],
  [
    'zh-tw',
    '您訂的書已到館',
    '林小姐您好：\n您預約的書已經到館，請於兩週內至一樓服務台領取。如需延後，請打電話告訴我們。\n市立圖書館 敬上',
  ],
  [
    'ja',
    '来週の打ち合わせについて',
    '田中様\nお世話になっております。来週の打ち合わせの資料を添付いたします。請求書は月末にお送りしますので、お振込は来月で結構です。\nよろしくお願いいたします。\n佐藤',
  ],
  [
    'ko',
    '다음 주 회의 일정 안내',
    '안녕하세요.\n다음 주 회의는 화요일 오후 두 시에 3층 회의실에서 합니다. 지난달 출장비는 금요일에 입금될 예정입니다. 의견 있으시면 회신 부탁드립니다.\n김민수 드림',
  ],
  [
    'ru',
    'Расписание на следующую неделю',
    'Добрый день!\nВысылаю расписание дежурств на следующую неделю. Счет за материалы оплачен, документы получите у секретаря. Если что-то не подходит, напишите до пятницы.\nС уважением,\nОльга',
  ],
  [
    'pl',
    'Zmiana terminu zebrania',
    'Dzień dobry,\nzebranie przenosimy na czwartek na dziesiątą. Faktura za szkolenie jest już zapłacona, dokumenty zostawiłam w sekretariacie. Paczka z próbkami dojechała wczoraj.\nPozdrawiam\nAnna',
  ],
  [
    'tr',
    'Perşembe toplantısı',
    'Merhaba,\nperşembe günkü toplantı saat ona alındı. Geçen ayın faturası ödendi, belgeler arşivde duruyor. Sorunuz olursa bana yazabilirsiniz.\nİyi çalışmalar\nAyşe',
  ],
  [
    'ar',
    'موعد الاجتماع القادم',
    'السلام عليكم،\nتقرر عقد الاجتماع يوم الخميس الساعة العاشرة في القاعة الكبرى. تم سداد فاتورة التدريب، والمستندات محفوظة لدى السكرتارية.\nمع التحية،\nليلى',
  ],
];

describe('a lure', () => {
  it.each(LURES)('in %s is at least suspicious, by what it says', async (_, subject, body) => {
    const { risk, groups } = await riskOf('Service <info@notice-centre.example>', subject, body);
    expect(['suspicious', 'high']).toContain(risk);
    expect(groups).toContain('content');
  });
});

describe('an honest mail', () => {
  it.each(HONEST)('in %s is not flagged', async (_, subject, body) => {
    const { risk } = await riskOf('Colleague <colleague@clinic.example>', subject, body);
    expect(['no-signs', 'low']).toContain(risk);
  });
});

describe('a warning that names the fraud and tells five of its stories', () => {
  it.each([
    [
      'ja',
      'フィッシング詐欺',
      ['アカウントが停止', '当選しました', '税金の還付', '新しいボイスメール', 'お荷物のお届け', '振込先の変更'],
    ],
    ['ko', '스미싱 사기', ['계정이 정지', '당첨되셨', '세금 환급', '새 음성 메시지', '배송지 주소', '계좌 변경']],
    [
      'ru',
      'мошенники',
      [
        'аккаунт заблокирован',
        'вы выиграли',
        'возврат налога',
        'голосовое сообщение',
        'ваша посылка',
        'новые реквизиты',
      ],
    ],
    [
      'pl',
      'oszuści',
      ['blokada konta', 'wygrałeś', 'zwrot podatku', 'poczta głosowa', 'twoja paczka', 'nowy numer konta'],
    ],
    [
      'tr',
      'dolandırıcı',
      ['hesabınız bloke', 'ödül kazandınız', 'vergi iadesi', 'sesli posta', 'kargonuz', 'yeni iban'],
    ],
    ['ar', 'احتيال', ['تم تعليق حسابك', 'لقد ربحت', 'استرداد الضريبة', 'البريد الصوتي', 'وصلت شحنتك', 'الحساب القديم']],
  ])('tells none itself (%s)', async (_, name, stories) => {
    const warning = `${name}. ${stories.join('. ')}.\n`;
    const filler = '— — —\n'.repeat(260);
    const { groups } = await riskOf('IT <it@hospital.example>', name, `${warning}${filler}https://hospital.example/`);
    expect(groups).not.toContain('content');
    const shorter = await riskOf(
      'IT <it@elsewhere.example>',
      '',
      `${stories.join('. ')}.\nhttps://elsewhere-login.top/`,
    );
    expect(shorter.groups).toContain('content');
  });
});

describe('a code to scan for an account', () => {
  it.each([
    ['ja', '本人確認のお願い。添付のQRコードを読み取ってください。'],
    ['ko', '본인 인증을 위해 첨부된 QR코드를 스캔해 주세요.'],
    ['ru', 'Подтвердите учетную запись: отсканируйте QR-код во вложении.'],
    ['pl', 'Zweryfikuj swoje konto: zeskanuj kod QR z załącznika.'],
    ['tr', 'Hesabınızı doğrulayın: ekteki karekodu okutun.'],
    ['ar', 'تأكيد حسابك: امسح الرمز المرفق.'],
  ])('is told in %s', async (_, text) => {
    const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
    const source = `From: Service <info@notice-centre.example>\nSubject: -\nTo: ada@hospital.example\nMessage-ID: <1@mail.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}\n--b\nContent-Type: image/png; name=code.png\nContent-Disposition: attachment; filename=code.png\nContent-Transfer-Encoding: base64\n\n${picture}\n--b--\n`;
    const evidence = await readSpecimen({ kind: 'mail', bytes: new TextEncoder().encode(source) }, 's1');
    const { findings } = judgeEvidence(evidence, [], assessor);
    expect(findings.map(({ check }) => check)).toContain('scan-to-continue');
  });
});

describe('in the shipped lists', () => {
  const find = lureFinder(lists.lures);
  const themesIn = (text: string): Theme[] => find(text).map(({ theme }) => theme);

  it.each<[why: string, text: string, theme: Theme]>([
    ['behind the Arabic article', 'المحفظة الرقمية تحتاج إلى توثيق', 'credential'],
    ['behind "and by the"', 'وبالضغط على الرابط', 'call-to-action'],
    ['with vowels, hamza and tatweel', 'تَمَّ تعليــق حسابكَ', 'account-problem'],
    ['without hamza', 'تم ايقاف حسابك', 'account-problem'],
    ['with the Persian letters', 'تم تعلیق حسابک', 'account-problem'],
    ['broken between kana', 'アカウントをロ\nックしました', 'account-problem'],
    ['in half-width katakana', 'ｱｶｳﾝﾄがﾛｯｸされました', 'account-problem'],
    ['without Polish marks', 'oplac zaleglosc', 'payment'],
    ['in Turkish capitals', 'HESABINIZ ASKIYA ALINDI', 'account-problem'],
    ['with a Korean particle', '계정이 정지되었습니다', 'account-problem'],
    ['in words that no phrase has', '信用卡今天起遭到凍結', 'account-problem'],
    ['with ё as е', 'счёт заморожен', 'account-problem'],
  ])('a phrase is found %s', (_, text, theme) => {
    expect(themesIn(text)).toContain(theme);
  });

  it.each([
    ['Arabic letters that are no particles', 'منتهيات الحكاية'],
    [
      'an English mail',
      'Alan said the 5 GB limit is fine; our partner will call on Signal. The polish team met on Monday.',
    ],
    ['a Japanese invoice', 'ご請求書をお送りします。お振込をお願いいたします。'],
  ])('nothing urgent or accusing is found in %s', (_, text) => {
    const mine = lureFinder(lists.lures.filter(({ language }) => /^(?:zh|ja|ko|ru|pl|tr|ar)/.test(language)));
    expect(mine(text).map(({ phrase }) => phrase)).toEqual([]);
  });
});

describe('foldText', () => {
  it.each([
    ['آلأحـسـاب', 'الاحساب'],
    ['مَحْفَظَةٌ', 'محفظه'],
    ['مستشفى', 'مستشفي'],
    ['opłać', 'opłac'],
  ])('reads %s as %s', (written, meant) => {
    expect(foldText(written)).toBe(foldText(meant));
  });
});
