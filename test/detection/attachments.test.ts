import { describe, expect, test } from 'vitest';
import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import type { Verdict } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';
import { office, ole, relationships } from '../helpers/office.ts';
import { oldObject, packaged, packageStream } from '../helpers/old-object.ts';
import { shortcut } from '../helpers/shortcut.ts';
import { zip } from '../helpers/zip.ts';

/** Whole mails with one attachment, judged by the shipped checks and lists: what lures carry, and what offices do. */
const shipped = {
  checks: CHECKS,
  scoring: loadScoring(),
  knowledge: {
    organisation: { domains: ['hospital.example'], names: [], vips: [], authservIds: [] },
    lists: loadLists(),
  },
};

async function verdictOn(
  file: { name: string; bytes: Uint8Array | string; type?: string },
  text: string,
): Promise<Verdict> {
  const { name, bytes, type = 'application/octet-stream' } = file;
  const mail = [
    'From: Bo Supplier <bo@supplier.example>',
    'To: ada@hospital.example',
    'Subject: For you',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--b',
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(bytes).toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
  const evidence = await readSpecimen({ kind: 'mail', bytes: Buffer.from(mail), name: 'mail.eml' }, 's1');
  return judgeEvidence(evidence, [], shipped);
}

const words = 'Dear Ada, please find the document enclosed. Kind regards, Bo';
const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
const link = (target: string) => relationships([{ type: 'hyperlink', target }]);
const store = Buffer.concat([
  Buffer.from(`e716e3bd65261145a4c48d4d0b7a9eac1000000000000000${'0'.repeat(24)}`, 'hex'),
  program,
]);
const letter =
  'Your mailbox is full and incoming messages are on hold. Click here to verify your account within 24 hours.';
const field = '<w:p><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/c calc"</w:instrText></w:p>';
const formula = oldObject('Equation.3', Buffer.from('02ce020000000000c000000000000046', 'hex'));
const invitation = (summary: string, url: string, id: string) =>
  `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:${id}\r\nSUMMARY:${summary}\r\nLOCATION:${url}\r\nEND:VEVENT\r\nEND:VCALENDAR`;

describe('what lures carry', () => {
  const cmd = shortcut({ target: 'C:\\Windows\\System32\\cmd.exe', arguments: `${' '.repeat(260)}/c calc` });
  const lures: [what: string, name: string, bytes: Uint8Array | string][] = [
    ['a shortcut in an archive', 'order.zip', zip([{ name: 'order.pdf.lnk', content: cmd }])],
    ['a program named like a picture', 'photos.zip', zip([{ name: 'photo.jpg', content: program }])],
    ['a notebook', 'order.one', Buffer.concat([Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex'), store])],
    ['Rich Text', 'order.doc', `{\\rtf1{\\object{\\*\\objdata ${oldObject('Package', packaged('a.exe', program))}}}}`],
    [
      'an old letter',
      'order.doc',
      ole({ WordDocument: program, 'P/\u0001Ole10Native': packageStream('a.exe', program) }),
    ],
    ['a field', 'order.docx', office('docx', 'x', [{ name: 'word/header1.xml', content: field }])],
    ['a cell', 'order.csv', "a;b\n=cmd|'/c calc'!A1"],
    ['a story', 'notice.docx', office('docx', letter, [link('https://keep-mail.pages.dev/in')])],
    [
      'an invitation',
      'invite.ics',
      invitation('Verify your account', 'https://evil.example/login', 'ada@hospital.example'),
    ],
  ];
  test.each(lures)('%s', async (_, name, bytes) => {
    const { risk, findings } = await verdictOn({ name, bytes }, words);
    expect(risk).toBe('high');
    expect(findings.some(({ group }) => group === 'attachment')).toBe(true);
  });
});

describe('what offices send', () => {
  const bill = 'Invoice no. 7. Please pay within 14 days. Click here to see your invoice. Questions? +1 (202) 555-0147';
  const table = '<w:p><w:instrText>DDEAUTO Excel.Sheet.12 "figures.xlsx" Sheet1!R1C1</w:instrText></w:p>';
  const honest: [what: string, name: string, bytes: Uint8Array | string][] = [
    ['a bill that leads to its own house', 'bill.docx', office('docx', bill, [link('https://www.supplier.example/7')])],
    ['a letter with its own table', 'report.docx', office('docx', 'Figures', [{ name: 'word/a.xml', content: table }])],
    ['a letter in Rich Text', 'letter.rtf', '{\\rtf1\\ansi Dear Ada,\\par the minutes of our meeting are here.}'],
    [
      'an old paper with a formula',
      'paper.rtf',
      `{\\rtf1{\\object\\objemb{\\*\\objclass Equation.3}{\\*\\objdata ${formula}}}}`,
    ],
    ['an old letter', 'letter.doc', ole({ WordDocument: Buffer.concat([Buffer.alloc(64), Buffer.from(words)]) })],
    ['a table', 'list.csv', 'name;sum\nAda;=SUM(B1:B9)\n'],
    ['a meeting', 'invite.ics', invitation('Meeting', 'https://supplier.example/room/7', '77@supplier.example')],
    ['a card', 'bo.vcf', 'BEGIN:VCARD\r\nFN:Bo\r\nURL:https://supplier.example\r\nEND:VCARD'],
    [
      'mails in an archive',
      'mails.zip',
      zip([{ name: 'a.eml', content: 'From: c@c.example\r\nSubject: a\r\n\r\nhello' }]),
    ],
  ];
  test.each(honest)('%s', async (_, name, bytes) => {
    const { risk, findings, gaps } = await verdictOn({ name, bytes }, words);
    expect(findings.filter(({ group }) => group === 'attachment')).toEqual([]);
    expect(gaps.filter(({ blinding }) => blinding)).toEqual([]);
    expect(risk).toBe('no-signs');
  });
});
