import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import { toBuffer } from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack, Upload } from '../../src/playground/fake-slack/types.ts';
import { office, vbaProject } from '../helpers/office.ts';
import { answered, expectAllSentInert, headline, now, read } from '../helpers/routes.ts';
import {
  AISHA,
  answerTo,
  botPosts,
  cardWith,
  JONAS,
  openWorkspace,
  REPORTS,
  type Workspace,
} from '../helpers/workspace.ts';
import { zip } from '../helpers/zip.ts';

/** Files that people drop into the report channel or into direct messages. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const sample = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../src/playground/samples/${name}`, import.meta.url));
const post = (files: Upload[], text = '', channel = REPORTS): Promise<FakePost> =>
  slack.say(AISHA, channel, { text, files });
const drop = async (files: Upload[], text = ''): Promise<string> => answered(slack, await post(files, text));

const MACRO = 'Sub Workbook_Open()\r\n  CreateObject("WScript.Shell").Run "calc"\r\nEnd Sub\r\n';
const workbook = (): Buffer =>
  office('xlsm', 'Enable content to see the form', [{ name: 'xl/vbaProject.bin', content: vbaProject(MACRO) }]);

describe('a mail as a file', () => {
  it('is known by its bytes, under any type', async () => {
    const said = await drop([
      { name: 'notice.eml', bytes: await sample('1-epidemic-2020.eml'), mimetype: 'application/octet-stream' },
    ]);
    expect(said).toMatch(/High risk/);
    expect(said).toMatch(/Security (?:was|is being) told/);
  });

  it('is known without its ending', async () => {
    const said = await drop([{ name: 'message', bytes: await sample('2-password-expiry.eml') }]);
    expect(said).toMatch(/High risk/);
  });

  it('that is honest shows no signs', async () => {
    const said = await drop([{ name: 'newsletter.eml', bytes: await sample('5-newsletter.eml') }]);
    expect(said).toMatch(/No known signs found/);
  });
});

describe('a picture', () => {
  it('with a code that leads to a brand’s look-alike is flagged', async () => {
    const code = await toBuffer('https://paypal-secure-login.example/verify', { width: 240 });
    const said = await drop([{ name: 'poster.png', bytes: code }], 'this hung in the lift');
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/PayPal/);
    expect(said).toMatch(/Do not scan the code in it/);
  });
});

/** A grey picture of 60 × 60 without a code, as good as a screenshot of words. */
function screenshot(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 60, 0, 0, 0, 60, 8, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.alloc(61 * 60));
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('a screenshot', () => {
  it('is never cleared: its words were not read, and the answer says what helps', async () => {
    const report = await post([{ name: 'screenshot.png', bytes: screenshot() }], 'I got this on my phone');
    const said = await answered(slack, report);
    expect(said).toMatch(/Could not check/);
    expect(said).toMatch(/cannot read the words in the picture screenshot\.png[\s\S]*Paste its text/);
    const again = await post([{ name: 'screenshot.png', bytes: screenshot() }]);
    expect(await answered(slack, again)).not.toMatch(/No known signs/);
  });

  it('with nothing in it but an honest code is not cleared either', async () => {
    const code = await toBuffer('https://www.nhs.uk/', { width: 240 });
    expect(await drop([{ name: 'code.png', bytes: code }])).toMatch(/Could not check/);
  });
});

describe('files that lock or run', () => {
  it('a locked archive alone could not be checked, and is to be treated as dangerous', async () => {
    const said = await drop([
      { name: 'scan_0412.zip', bytes: zip([{ name: 'scan.pdf', content: 'x'.repeat(40), encrypted: true }]) },
    ]);
    expect(said).toMatch(/Could not check/);
    expect(said).toMatch(/Treat it as dangerous/);
    expect(said).toMatch(/Ask security to look, with the button below/);
    expect(said).toMatch(/scan_0412\[\.\]zip .*password/);
  });

  it('a workbook whose program starts by itself is high risk', async () => {
    const said = await drop([{ name: '武汉旅行信息收集申请表.xlsm', bytes: workbook() }]);
    expect(said).toMatch(/High risk/);
    expect(said).toMatch(/Do not open/);
    expect(said).toMatch(/starts by itself/);
  });
});

describe('files that cannot be had', () => {
  it('a stub of Slack Connect is asked for', async () => {
    const said = await drop([{ name: 'shared.eml', bytes: await sample('2-password-expiry.eml'), stub: true }]);
    expect(said).toMatch(/High risk/);
  });

  it('a file that Slack refuses is named, and nothing is said of it', async () => {
    slack.fail('download', { kind: 'http', status: 403 });
    const said = await drop([{ name: 'refused.pdf', bytes: Buffer.from('%PDF-1.7 nothing') }]);
    expect(said).toMatch(/Could not check/);
    expect(said).toMatch(/refused\.pdf” could not be fetched from Slack/);
  });

  it('a file over the limit is named, not read', async () => {
    const said = await drop([{ name: 'film.pdf', bytes: Buffer.alloc(26 * 1024 * 1024, 'x') }]);
    expect(said).toMatch(/Could not check/);
    expect(said).toMatch(/film\.pdf” is too large/);
  });
});

describe('several things in one post', () => {
  it('are one report with one answer', async () => {
    const code = await toBuffer('https://parcel-redelivery.example/pay', { width: 240 });
    const report = await slack.say(JONAS, REPORTS, {
      text: 'I got all this today: https://one.example/a and https://two.example/b',
      files: [
        { name: 'rota.eml', bytes: await sample('6-colleague.eml') },
        { name: 'pay.eml', bytes: await sample('3-bank-change.eml') },
        { name: 'parcel.png', bytes: code },
      ],
    });
    const answer = await answerTo(slack, report);
    await slack.settled();
    expect(headline(now(slack, answer))).toMatch(/High risk/);
    expect(botPosts(slack, REPORTS).filter(({ threadTs }) => threadTs === report.ts)).toHaveLength(1);
    const card = read(await cardWith(slack, /parcel-redelivery/));
    for (const seen of [/one\[\.\]example/, /two\[\.\]example/, /medsupply-nordic\[\.\]example/]) {
      expect(card).toMatch(seen);
    }
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});

describe('without the right to read files', () => {
  it('the login page that Slack serves instead is never judged', async () => {
    const blind = await openWorkspace(
      'http',
      {},
      { scopes: slack.options.scopes.filter((one) => one !== 'files:read') },
    );
    try {
      const report = await blind.slack.say(AISHA, REPORTS, {
        files: [
          { name: 'page.html', bytes: Buffer.from('<p>hello</p>') },
          { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') },
        ],
      });
      const said = await answered(blind.slack, report);
      expect(said).toMatch(/Could not check/);
      expect(said).toMatch(/page\.html” could not be fetched from Slack/);
      expect(said).toMatch(/a\.pdf” could not be fetched from Slack/);
      expect(said).not.toMatch(/Why\n/);
      expectAllSentInert(blind.slack);
    } finally {
      await blind.stop();
    }
  }, 30_000);
});
