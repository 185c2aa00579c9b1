import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type Playground, startPlayground } from '../../src/playground/start.ts';
import { CHROMIUM, launchChromium } from '../helpers/chromium.ts';

if (!CHROMIUM)
  console.warn(
    'No Chromium was found: the browser test of the local workspace is skipped. Set LURECHECK_CHROMIUM to run it.',
  );

/** The walk of a report in a real browser: what a person does, and what a person sees. */
describe.skipIf(!CHROMIUM)('the local workspace in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    playground = await startPlayground(readConfig({ STATE_URL: 'sqlite::memory:', PORT: '0', LOG_LEVEL: 'silent' }));
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(playground.url) && !request.url().startsWith('data:'))
        complaints.push(`asked for ${request.url()}`);
    });
  });
  afterEach(async () => {
    await page.close();
    await playground.stop();
    expect(complaints).toEqual([]);
  });

  const be = (name: string) => page.getByRole('link', { name }).click();
  const open = (channel: string) =>
    page.getByRole('navigation').getByRole('link', { name: channel, exact: false }).last().click();

  it('takes the 2020 lure from the nurse to security and back', async () => {
    await page.goto(playground.url);
    await expect(page.getByRole('note').innerText()).resolves.toMatch(/not Slack/);
    await page.getByText('Samples').click();
    await page
      .getByRole('listitem')
      .filter({ hasText: '2020 lure' })
      .getByRole('button', { name: 'Forward by e-mail' })
      .click();
    await page.getByRole('link', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('High risk').waitFor();
    expect(await thread.innerText()).toMatch(/nhc-gov\[\.\]example/);
    expect(await page.locator('.content a').count()).toBe(0);

    await thread.getByRole('button', { name: /I clicked it/ }).click();
    await thread.getByText('Only visible to you').waitFor();

    await be('Priya Nair');
    await open('security');
    await page.getByText('Preventive measures').first().waitFor();
    await page.getByRole('button', { name: 'Claim' }).click();
    await page.getByRole('button', { name: /Decide/ }).click();
    const modal = page.getByRole('dialog');
    await modal.waitFor();
    await modal.getByRole('combobox').selectOption('malware');
    for (const box of await modal.getByRole('checkbox').all()) await box.check();
    await modal.getByRole('textbox').fill('The lure of 2020.');
    await modal.locator('button.primary').click();
    await modal.waitFor({ state: 'detached' });
    await page.getByText('The lure of 2020.').first().waitFor();

    await be('Aisha Khan');
    await open('report-phishing');
    await page.getByRole('link', { name: /replies/ }).click();
    await thread.getByText(/Thank you. Security looked at this/).waitFor();
    expect(await thread.innerText()).toMatch(/[Mm]alware/);
  });

  it('answers /checklink to the one who asked alone, and reports it on a press', async () => {
    await page.goto(playground.url);
    const box = page.getByPlaceholder(/checklink/);
    await box.fill('/checklink hxxps://paypal.com.login[.]example/');
    await box.press('Enter');
    await page.getByText('Only visible to you').waitFor();
    await page.getByRole('button', { name: /Report to security/ }).click();
    await be('Priya Nair');
    await page.reload();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
    await open('security');
    await page.getByRole('button', { name: /Decide/ }).waitFor();
  });

  it('reports through the form of the global shortcut, from the keyboard', async () => {
    await page.goto(playground.url);
    await page.getByRole('button', { name: /Report something/ }).focus();
    await page.keyboard.press('Enter');
    const modal = page.getByRole('dialog');
    await modal.waitFor();
    await page.keyboard.type('Your mailbox is almost full. Verify your account: https://mailbox-upgrade.example/login');
    await modal.locator('button.primary').focus();
    await page.keyboard.press('Enter');
    await modal.waitFor({ state: 'detached' });
    await open('lurecheck');
    await page
      .getByText(/High risk|Suspicious/)
      .first()
      .waitFor();
  });

  it('answers a file that is dropped, a post that is picked, and a pasted link', async () => {
    await page.goto(playground.url);
    await page.locator('#text-files').setInputFiles({
      name: 'mail.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from('From: a@a.example\r\nSubject: Hello\r\n\r\nSee you tomorrow.\r\n'),
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('link', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('No known signs found').waitFor();

    await open('ward-7');
    await page.getByPlaceholder(/Message/).fill('look: https://paypal.com.login.example/');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('.post').last().hover();
    await page.locator('.post .menu summary').last().click();
    await page.getByRole('button', { name: 'Report as suspicious' }).last().click();
    await open('lurecheck');
    await page
      .getByText(/High risk|Suspicious/)
      .first()
      .waitFor();
  });

  it('works without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(playground.url);
    await plain.getByPlaceholder(/checklink/).fill('https://paypal.com.login.example/');
    await plain.getByRole('button', { name: 'Send' }).click();
    await plain.waitForTimeout(1500);
    await plain.goto(playground.url);
    await plain.getByRole('link', { name: '1 reply' }).click();
    expect(await plain.innerText('body')).toMatch(/High risk|Suspicious/);
    await context.close();
  });

  it('refuses requests that come from another page or under another name', async () => {
    const foreign = await fetch(`${playground.url}do/say`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ text: 'x' }),
    });
    expect(foreign.status).toBe(403);
    const bare = await fetch(`${playground.url}do/say`, { method: 'POST', body: new URLSearchParams({ text: 'x' }) });
    expect(bare.status).toBe(403);
  });
});
