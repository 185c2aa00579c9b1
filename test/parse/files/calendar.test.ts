import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';

const look = (lines: string[], name = 'invite.ics') =>
  readFile({ bytes: Buffer.from(lines.join('\r\n')), name, declaredType: '', inline: false });
const event = (...lines: string[]) => [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:ada@hospital.example',
  'DTSTART;TZID=Europe/Berlin:20260301T090000',
  ...lines,
  'END:VEVENT',
  'END:VCALENDAR',
];
const urls = (content: { links: { url: string }[] }) => content.links.map((link) => link.url);

describe('an invitation', () => {
  test('what a calendar shows of it is its text; its bookkeeping is not', async () => {
    const content = await look(event('SUMMARY:Your mailbox\\, again', 'DESCRIPTION:Line one\\nline two'));
    expect(content).toMatchObject({
      type: 'ics',
      text: 'Your mailbox, again\nLine one\nline two',
      links: [],
      gaps: [],
    });
    expect(content.content).toContain('UID;:ada@hospital.example');
  });

  test('its HTML is read as a page, with the words on its links', async () => {
    const html = '<html><body><p>Please <a href="https://evil.example/in">sign in</a></body></html>';
    const content = await look(event(`X-ALT-DESC;FMTTYPE=text/html:${html.slice(0, 40)}`, ` ${html.slice(40)}`));
    expect(content.text).toBe('Please sign in');
    expect(content.links).toEqual([{ url: 'https://evil.example/in', shown: 'sign in', source: 'document' }]);
  });

  test.each([
    ['LOCATION:https://evil.example/room'],
    ['CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://evil.example/room'],
    ['ATTACH:https://evil.example/room'],
    ['URL:https://evil.example/room'],
    ['X-SOMETHING-NEW:https://evil.example/room'],
    ['DESCRIPTION;ALTREP="https://evil.example/room":hello'],
    ['DESCRIPTION:join at https://evil.example/ro', ' om'],
  ])('a link in %s', async (...lines) => {
    expect(urls(await look(event(...lines)))).toContain('https://evil.example/room');
  });

  test('a file packed into it is looked into', async () => {
    const script = Buffer.from('WScript.Echo(1)').toString('base64');
    const content = await look(event(`ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME="agenda.js":${script}`));
    expect(content.traits).toEqual(['program-inside']);
  });
});

test('a contact card of old telephones, in quoted-printable', async () => {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:2.1',
    'FN:Ada',
    'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe, see https://evil.ex=',
    'ample/card',
    'END:VCARD',
  ];
  const content = await look(lines, 'ada.vcf');
  expect(content.text).toBe('Ada\nGrüße, see https://evil.example/card');
  expect(urls(content)).toEqual(['https://evil.example/card']);
});

test('a million folded lines take no time', async () => {
  const content = await look(['BEGIN:VCALENDAR', `DESCRIPTION:${'a\r\n '.repeat(300_000)}`, 'END:VCALENDAR']);
  expect(content.type).toBe('ics');
});
