import { describe, expect, test } from 'vitest';
import { isClientLink, withoutBanners } from '../../src/parse/banner.ts';

describe('takes out what a gateway puts over mail from outside', () => {
  test.each([
    'CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender and know the content is safe.',
    '[EXTERNAL EMAIL] DO NOT CLICK links or attachments unless you recognize the sender.',
    'This message was sent from outside the hospital. Please do not open attachments or click links unless you trust the sender.',
    "You don't often get email from eve@evil.test. Learn why this is important",
    'ACHTUNG: Diese E-Mail stammt von einem externen Absender. Klicken Sie nicht auf Links und öffnen Sie keine Anhänge, es sei denn, Sie kennen den Absender.',
    'ATTENTION : Ce message provient d’un expéditeur externe. Ne cliquez pas sur les liens et n’ouvrez pas les pièces jointes.',
    'PRECAUCIÓN: Este correo electrónico proviene de fuera de la organización. No haga clic en enlaces ni abra adjuntos.',
    'ATENÇÃO: Este e-mail foi enviado de fora da organização. Não clique em links nem abra anexos.',
    'ATTENZIONE: Questa e-mail proviene da un mittente esterno. Non fare clic su link o allegati.',
    'LET OP: Deze e-mail is afkomstig van buiten de organisatie. Klik niet op links en open geen bijlagen.',
    'UWAGA: Ta wiadomość pochodzi spoza organizacji. Nie klikaj w linki i nie otwieraj załączników.',
    'POZOR: Tento e-mail pochází z externího zdroje. Neklikejte na odkazy.',
    'VARNING: Detta e-postmeddelande kommer från en extern avsändare. Klicka inte på länkar.',
    'HUOMIO: Tämä viesti on lähetetty organisaation ulkopuolelta. Älä avaa linkkejä tai liitteitä.',
    'ВНИМАНИЕ: Это письмо отправлено внешним отправителем. Не переходите по ссылкам и не открывайте вложения.',
    'DİKKAT: Bu e-posta kurum dışından gönderilmiştir. Lütfen bağlantılara tıklamayın.',
    '注意：此邮件来自外部，请勿点击链接或打开附件，除非您确认发件人身份。',
    '注意：此郵件來自外部，請勿點擊連結或開啟附件。',
    '注意：このメールは社外から送信されました。リンクや添付ファイルを開かないでください。',
    '주의: 이 메일은 외부에서 발송되었습니다. 링크를 클릭하거나 첨부파일을 열지 마십시오.',
  ])('%s', (banner) => {
    expect(withoutBanners(`${banner}\n\nDear Ada,\npay today.`)).toBe('Dear Ada,\npay today.');
    expect(withoutBanners(`> ${banner}\n\nDear Ada`)).not.toMatch(/outside|extern/i);
  });

  test('and its mark alone', () => {
    expect(withoutBanners('[EXTERNAL]\nThis email is from outside.\nHello')).toBe('Hello');
  });
});

describe('keeps', () => {
  test.each([
    'CAUTION: Your account will be closed. Click the link below.',
    'This email was sent from outside and your mailbox will be closed unless you confirm your password at the page below, which takes a minute of your time and keeps your mail safe.',
    'This sender has been verified from safe senders list. It is no external mail.',
    'Do not click away: your parcel waits.',
    'The external audit begins on Monday.',
  ])('%s', (words) => {
    expect(withoutBanners(`${words}\nDear Ada`)).toBe(`${words}\nDear Ada`);
  });

  test('the lure that stands in one line with a banner', () => {
    expect(
      withoutBanners('CAUTION: This email originated from outside of the organization. Verify your password today.'),
    ).toContain('Verify your password today.');
  });

  test('a sentence further down', () => {
    const text = `${'A line of the letter.\n'.repeat(20)}This email originated from outside of the organization.`;
    expect(withoutBanners(text)).toBe(text);
  });
});

test('knows the links that Outlook itself puts into mail', () => {
  expect(isClientLink('https://aka.ms/LearnAboutSenderIdentification')).toBe(true);
  expect(isClientLink('https://aka.ms/other')).toBe(false);
  expect(isClientLink('https://aka.ms.evil.test/LearnAboutSenderIdentification')).toBe(false);
});

test.each(['external ', 'this email was sent from outside ', 'outside. ', '!!!external', '外部，链接'])(
  'ten thousand times %s take no time',
  (piece) => {
    const before = performance.now();
    withoutBanners(piece.repeat(10_000));
    expect(performance.now() - before).toBeLessThan(1_000);
  },
);
