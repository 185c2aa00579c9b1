import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack, Json } from '../../src/playground/fake-slack/types.ts';
import { forwardedText, GRACE } from '../helpers/forwards.ts';
import { answered, expectAllSentInert, read } from '../helpers/routes.ts';
import { AISHA, answerTo, JONAS, openWorkspace, REPORTS, type Workspace } from '../helpers/workspace.ts';

/** What people type and paste: mail sources, forwards, texts, links. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const here = async (text: string, blocks?: Json[]): Promise<string> =>
  answered(slack, await slack.say(AISHA, REPORTS, blocks ? { blocks } : { text }));
const direct = async (text: string): Promise<string> =>
  answered(slack, await slack.say(AISHA, slack.dmOf(AISHA).id, { text }));

const SOURCE = `Return-Path: <bounce@mailer.example>
Received: from mailer.example (mailer.example [198.51.100.23]) by mx.hospital.example; Mon, 2 Nov 2026 09:41:07 +0000
From: "PayPal Service" <service@paypal-cases.example>
To: aisha@hospital.example
Subject: Your account has been limited
Message-ID: <p1@mailer.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Your account has been suspended. Verify your account within 24 hours:
https://paypal-cases.example/verify`;

describe('a pasted mail', () => {
  it('as raw source is read as that mail', async () => {
    const said = await here(SOURCE);
    expect(said).toMatch(/High risk/);
    expect(said).toMatch(/service\[@\]paypal-cases\[\.\]example/);
  });

  it('as raw source between fences too', async () => {
    const said = await here(`\`\`\`\n${SOURCE.replaceAll('paypal-cases', 'paypal-desk')}\n\`\`\``);
    expect(said).toMatch(/High risk/);
  });

  it('as an Outlook forward is judged as the original', async () => {
    const text = forwardedText('outlook', {
      from: 'DHL Express <tracking@dhl-parcel.example>',
      to: `${GRACE.name} <${GRACE.address}>`,
      subject: 'Your parcel is waiting',
      date: 'Monday, 2 November 2026 09:41',
      text: 'Your parcel could not be delivered because of an unpaid customs fee of 1.45 EUR. Please pay the fee within 24 hours: https://dhl-parcel.example/pay',
    });
    const said = await here(text);
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/DHL/);
    expect(said).not.toMatch(/grace|okafor/i);
  });

  it('as an SMS in direct messages gets an answer there', async () => {
    const said = await direct(
      'Royal Mail: your parcel could not be delivered because of an unpaid customs fee of 1.45 GBP. Pay the fee within 24 hours: royalmail-redelivery.example/pay',
    );
    expect(said).toMatch(/High risk|Suspicious/);
  });

  it('without any link, as an SMS in direct messages, gets an answer too', async () => {
    const said = await direct(
      'Hi mum, my phone is broken, this is my new number. I need you to buy a gift card for me right now, please keep it a secret.',
    );
    expect(said).toMatch(/High risk|Suspicious/);
  });
});

describe('a pasted link', () => {
  it('in the report channel is judged', async () => {
    expect(await here('https://paypal.com.account-check.example/login')).toMatch(/High risk|Suspicious/);
  });

  it('in direct messages is judged', async () => {
    expect(await direct('https://paypal.com.account-check2.example/login')).toMatch(/High risk|Suspicious/);
  });

  it('that is defanged is understood', async () => {
    expect(await here('hxxps://paypal[.]com[.]account-check3[.]example/login')).toMatch(/High risk|Suspicious/);
  });

  it('that is a bare domain is understood', async () => {
    expect(await here('paypal-secure-login.example')).toMatch(/High risk|Suspicious/);
  });

  it('whose label lies is flagged for it', async () => {
    const element = { type: 'link', url: 'https://collect.example/in', text: 'https://www.paypal.com/signin' };
    const said = await here('', [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] },
    ]);
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/collect\[\.\]example/);
  });

  it('among twelve is found, and all twelve are one report', async () => {
    const links = Array.from({ length: 11 }, (_, index) => `https://leaflet${index}.example/`);
    const report: FakePost = await slack.say(JONAS, REPORTS, {
      text: [...links, 'https://microsoft-login.evil.example/verify'].join('\n'),
    });
    const said = read(await answerTo(slack, report));
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/microsoft-login\[\.\]evil\[\.\]example/);
  });

  it('to an honest page shows no signs, and promises nothing', async () => {
    const said = await here('https://www.nhs.uk/conditions/');
    expect(said).toMatch(/No known signs found/);
    expect(said).toMatch(/no guarantee/);
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});
