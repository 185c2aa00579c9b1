import { describe, expect, test } from 'vitest';
import { findForward } from '../../src/parse/forward.ts';
import { findBlock } from '../../src/parse/forward-block.ts';
import { readSpecimen } from '../../src/parse/read.ts';

const FORWARD = { subject: 'Fwd: Parcel', isReply: false, fromColleague: true };

/** Labels of sender, date, recipient and subject as clients of that language print them. */
const LANGUAGES = `English|From|Sent|To|Subject
German|Von|Gesendet|An|Betreff
French|De|Envoyé|À|Objet
Spanish|De|Enviado el|Para|Asunto
Portuguese|De|Enviada em|Para|Assunto
Italian|Da|Inviato|A|Oggetto
Dutch|Van|Verzonden|Aan|Onderwerp
Polish|Od|Wysłano|Do|Temat
Czech|Od|Odesláno|Komu|Předmět
Slovak|Od|Odoslané|Komu|Predmet
Swedish|Från|Skickat|Till|Ämne
Danish|Fra|Sendt|Til|Emne
Finnish|Lähettäjä|Lähetetty|Vastaanottaja|Aihe
Hungarian|Feladó|Elküldve|Címzett|Tárgy
Romanian|De la|Trimis|Către|Subiect
Greek|Από|Στάλθηκε|Προς|Θέμα
Russian|От|Отправлено|Кому|Тема
Ukrainian|Від|Надіслано|Кому|Тема
Turkish|Kimden|Gönderildi|Kime|Konu
Croatian|Od|Poslano|Prima|Naslov
Hebrew|מאת|נשלח|אל|נושא
Arabic|من|تاريخ الإرسال|إلى|الموضوع
Thai|จาก|ส่ง|ถึง|เรื่อง
Vietnamese|Từ|Đã gửi|Đến|Chủ đề
Indonesian|Dari|Dikirim|Kepada|Subjek
Chinese|发件人|发送时间|收件人|主题
Chinese, traditional|寄件者|寄件日期|收件者|主旨
Japanese|差出人|送信日時|宛先|件名
Korean|보낸 사람|보낸 날짜|받는 사람|제목`
  .split('\n')
  .map((line) => line.split('|') as [string, string, string, string, string]);

test.each(LANGUAGES)('reads the block that Outlook prints in %s', (_, from, sent, to, subject) => {
  const text = `Is this real?\n\n${from}: Parcel Desk <desk@parcel.test>\n${sent}: 2025-03-10 08:12\n${to}: Grace <grace@hospital.example>\n${subject}: Parcel\n\nPay the fee`;
  const forward = findForward(text, FORWARD);
  expect(forward).toMatchObject({
    from: { address: 'desk@parcel.test', name: 'Parcel Desk' },
    to: [{ address: 'grace@hospital.example', name: 'Grace' }],
    subject: 'Parcel',
    sentAt: '2025-03-10T08:12:00.000Z',
  });
  expect(text.slice(forward?.bodyStart).trim()).toBe('Pay the fee');
  expect(text.slice(0, forward?.start).trim()).toBe('Is this real?');
});

describe('reads a block that was', () => {
  const lines = [
    'From: Desk <desk@parcel.test>',
    'Date: 10 Mar 2025 08:12',
    'Subject: Parcel',
    'To: grace@hospital.example',
  ];
  test.each([
    ['set in bold by asterisks', lines.map((line) => line.replace(/^(\w+:)/, '*$1*'))],
    ['set in bold around the label', lines.map((line) => line.replace(/^(\w+):/, '*$1*:'))],
    ['quoted', lines.map((line) => `> ${line}`)],
    ['quoted twice', lines.map((line) => `>> ${line}`)],
    ['set with full-width colons', lines.map((line) => line.replace(': ', '：'))],
    ['set with hard blanks', lines.map((line) => line.replace(': ', '\u00a0:\u00a0'))],
    ['escaped', lines.map((line) => line.replace('<', '&lt;').replace('>', '&gt;'))],
    ['a table in bars', lines.map((line) => `| ${line.replace(':', ' |')} |`)],
    ['broken behind each label', lines.map((line) => line.replace(': ', ':\n'))],
    ['spread by empty lines', lines.flatMap((line) => [line, ''])],
    ['mangled by a link', ['From: Desk [mailto:desk@parcel.test]', ...lines.slice(1)]],
    ['mangled by a link of its own', ['From: Desk <desk@parcel.test<mailto:desk@parcel.test>>', ...lines.slice(1)]],
    ['told on behalf of another', ['From: bot@sender.test on behalf of Desk <desk@parcel.test>', ...lines.slice(1)]],
  ])('%s', (_, block) => {
    const forward = findForward(`${block.join('\n')}\n\nPay the fee`, FORWARD);
    expect(forward).toMatchObject({
      from: { address: 'desk@parcel.test', name: 'Desk' },
      to: [{ address: 'grace@hospital.example' }],
      subject: 'Parcel',
    });
  });

  test('wrapped: the carrier’s subject tells where it ends', () => {
    const block =
      'From: Desk <desk@parcel.test>\nSent: 10 Mar 2025\nTo: grace@hospital.example\nSubject: Your parcel waits at\nthe depot\nPay the fee';
    const carrier = { ...FORWARD, subject: 'FW: Your parcel waits at the depot' };
    expect(findForward(block, carrier)?.subject).toBe('Your parcel waits at the depot');
    expect(findForward(block, FORWARD)?.subject).toBe('Your parcel waits at');
  });

  test('printed with the address for replies', () => {
    const text = `${lines.join('\n')}\nReply-To: answers@reply.test\n\nPay the fee`;
    expect(findForward(text, FORWARD)?.replyTo).toMatchObject([{ address: 'answers@reply.test' }]);
  });
});

test.each([
  ['Gmail', '---------- Forwarded message ---------'],
  ['Apple Mail, German', 'Anfang der weitergeleiteten Nachricht:'],
  ['Apple Mail, Chinese', '开始转发的邮件：'],
  ['Apple Mail, Japanese', '転送されたメッセージ：'],
  ['Apple Mail, Korean', '다음은 전달된 메시지입니다:'],
  ['Thunderbird, French', '-------- Message transféré --------'],
  ['NetEase', '-------- 转发邮件信息 --------'],
  ['Notes', '----- Forwarded by Grace Okafor/Hospital on 03/10/2025 08:12 -----'],
])('knows the line that %s puts over a forward, whatever the subject', (_, marker) => {
  const text = `FYI\n\n${marker}\nFrom: Desk <desk@parcel.test>\nSubject: Parcel\n\nPay`;
  const carrier = { subject: 'Re: Parcel', isReply: true, fromColleague: false };
  expect(findForward(text, carrier)).toMatchObject({ start: 5, from: { address: 'desk@parcel.test' } });
});

describe('a block without such a line', () => {
  const text =
    'Look\n\nFrom: Desk <desk@parcel.test>\nSent: 10 Mar 2025\nTo: grace@hospital.example\nSubject: Parcel\n\nPay';
  test('is a forward under a colleague’s own subject', () => {
    expect(findForward(text, { subject: 'Is this phishing?', isReply: false, fromColleague: true })).toBeDefined();
  });
  test('is none in an answer, nor in a stranger’s mail', () => {
    expect(findForward(text, { subject: 'Re: Parcel', isReply: false, fromColleague: true })).toBeUndefined();
    expect(findForward(text, { subject: 'Parcel', isReply: true, fromColleague: true })).toBeUndefined();
    expect(findForward(text, { subject: 'Parcel', isReply: false, fromColleague: false })).toBeUndefined();
  });
});

test('reads the table that NetEase prints without marks, below a line that says forwarded alone', () => {
  const table =
    '发件人 Desk<desk@parcel.test>\n日期 2025年03月10日 08:12\n收件人 grace@hospital.example\n抄送至\n主题 Parcel\n\nPay';
  expect(findForward(`---- 转发的邮件 ----\n${table}`, FORWARD)).toMatchObject({
    from: { address: 'desk@parcel.test' },
    subject: 'Parcel',
  });
  expect(findBlock(table)).toBeUndefined();
});

test.each([
  ['a form letter', '主题：通知\n发件人：财务处\n请办理'],
  ['a conversation', 'From: me\nI went there.\nTo: you\nSubject: none'],
  ['a list of data', 'Date: today\nTo: all\nSubject: lunch'],
])('finds no block in %s', (_, text) => {
  expect(findBlock(text)).toBeUndefined();
});

test('opens the line in which Yahoo prints its block', async () => {
  const mail = `From: Grace <grace@hospital.example>\nTo: reports@hospital.example\nSubject: Rv: Paquete\nContent-Type: text/plain; charset=utf-8\n\n   ----- Mensaje reenviado -----De: Desk <desk@parcel.test>Para: Grace <grace@hospital.example>Enviado: lunes, 10 de marzo de 2025Asunto: Paquete\nPague: http://fee.parcel.test/x`;
  const { messages } = await readSpecimen({ kind: 'mail', bytes: Buffer.from(mail) }, 's1');
  expect(messages).toMatchObject([
    {
      form: 'quoted',
      from: { address: 'desk@parcel.test' },
      subject: 'Paquete',
      sentAt: '2025-03-10T00:00:00.000Z',
      text: 'Pague: http://fee.parcel.test/x',
    },
  ]);
});
