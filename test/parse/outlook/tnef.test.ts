import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/model.ts';
import { readSpecimen } from '../../../src/parse/read.ts';
import { packedHtml, tnef } from '../../helpers/outlook.ts';

const carrier = (winmail: Buffer, text = 'Good day'): Buffer =>
  Buffer.from(
    `From: Bank <service@bank.test>\nTo: grace@hospital.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${text}\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Disposition: attachment; filename=winmail.dat\nContent-Transfer-Encoding: base64\n\n${winmail.toString('base64').replace(/.{76}/g, '$&\n')}\n--b--\n`,
  );
const read = (bytes: Uint8Array): Promise<Evidence> => readSpecimen({ kind: 'mail', bytes }, 's1');

const winmail = tnef({
  body: 'Good day',
  rtf: packedHtml('<p>Good day, <a href="https://evil.test/x">https://bank.test/</a> is where you sign in</p>'),
  files: [{ name: 'Rechnung März.html', content: '<a href="https://evil.test/f">x</a>', type: 'text/html' }],
});

describe('a winmail.dat', () => {
  test('is opened: its words, links and files are those of the mail that carries it', async () => {
    const { messages, links, attachments, gaps } = await read(carrier(winmail));
    expect(gaps).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ from: { address: 'service@bank.test' } });
    expect(messages[0]?.text).toContain('is where you sign in');
    expect(links).toMatchObject([
      { source: 'anchor', url: 'https://evil.test/x', shown: 'https://bank.test/', message: 's1-m1' },
      { url: 'https://evil.test/f', attachment: 's1-a1' },
    ]);
    expect(attachments).toMatchObject([{ name: 'Rechnung März.html', type: 'html', message: 's1-m1' }]);
  });

  test('with a message in it gives that message up too', async () => {
    const { messages } = await read(
      carrier(
        tnef({ messages: [{ name: 'lure', message: { subject: 'Inner', body: 'Pay 50,000 today' } }] }),
        'words '.repeat(100),
      ),
    );
    expect(messages.map(({ subject }) => subject)).toEqual(['x', 'Inner']);
  });

  test('handed in alone is a mail with what it says of itself', async () => {
    const bytes = tnef({ subject: 'Hello', body: 'Pay today', from: { name: 'Eve', smtp: 'eve@evil.test' } });
    const found = await readSpecimen({ kind: 'file', bytes, name: 'winmail.dat' }, 's1');
    expect(found.messages).toMatchObject([{ subject: 'Hello', text: 'Pay today', from: { address: 'eve@evil.test' } }]);
  });

  test('cut short or changed says so, or is read; it never throws', async () => {
    const { gaps } = await read(carrier(winmail.subarray(0, winmail.length - 40)));
    expect(gaps).toContainEqual({ what: 'attachment', why: 'unreadable', name: 'winmail.dat', blinding: true });
    for (let at = 4; at < winmail.length; at += 3) {
      const bytes = Buffer.from(winmail);
      bytes[at] = 0xff;
      const before = performance.now();
      expect((await read(carrier(bytes))).gaps.filter(({ why }) => why === 'error')).toEqual([]);
      expect(performance.now() - before).toBeLessThan(2_000);
    }
  }, 60_000);
});
