import { describe, expect, it } from 'vitest';
import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import { readSpecimen } from '../../src/parse/read.ts';

/** Whole mails through the shipped checks, lists and points: what a nurse would be told. */
const assessor = {
  checks: CHECKS,
  scoring: loadScoring(),
  knowledge: {
    organisation: { domains: ['hospital.example'], names: ['Riverside Hospital'], vips: [], authservIds: [] },
    lists: loadLists(),
  },
};

async function verdictOn(headers: string, body: string) {
  const source = `${headers.trim().replace(/\n\s+/g, '\n')}\nTo: ada@hospital.example\nMessage-ID: <1@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${body}`;
  const evidence = await readSpecimen({ kind: 'mail', bytes: new TextEncoder().encode(source) }, 's1');
  const { risk, findings } = judgeEvidence(evidence, [], assessor);
  return { risk, checks: findings.map(({ check }) => check) };
}

describe('a lure', () => {
  it('of changed bank details from a free mailbox is high, without any link', async () => {
    const { risk, checks } = await verdictOn(
      `From: Accounts Brightmed Supplies <brightmed.accounts@gmail.com>
      Reply-To: brightmed.billing@outlook.com
      Subject: Updated bank details for invoice 20417`,
      `Dear Ada,

our bank details have changed because our account is under audit. Please process a payment for the
outstanding invoice 20417 to our new bank account today and confirm the transfer as soon as possible.
Please keep this confidential until our audit is over.

Kind regards
Carol`,
    );
    expect(checks).toContain('bank-details-change');
    expect(risk).toBe('high');
  });

  it('of changed bank details in a colleague’s hijacked thread is at least suspicious', async () => {
    const { risk } = await verdictOn(
      `From: Carol Jones <carol@brightmed.example>
      Subject: Re: invoice 20417
      In-Reply-To: <42@hospital.example>`,
      'Hello Ada,\n\nplease note our new bank account details for this invoice:\n\nIBAN XX00 1111 2222\n\nCarol',
    );
    expect(risk).toBe('suspicious');
  });

  it('of an expiring password on a free page is high', async () => {
    const { risk, checks } = await verdictOn(
      `From: IT Helpdesk <helpdesk@mail-admin-team.example>
      Subject: Action required: your password expires today`,
      'Dear ada@hospital.example,\n\nyour password expires today. Keep your current password here:\nhttps://hospital-login.pages.dev/verify?e=ada@hospital.example\n\nIT Helpdesk',
    );
    expect(checks).toContain('credential-expiry');
    expect(risk).toBe('high');
  });

  it('of a boss who wants gift cards is at least suspicious', async () => {
    const { risk } = await verdictOn(
      `From: Dr Grace Lee <grace.lee.office@gmail.com>
      Subject: quick task`,
      'Are you available? I am in a meeting and can’t talk right now. I need some gift cards for the patients,\nscratch the back and send me the codes.\n\nGrace',
    );
    expect(['suspicious', 'high']).toContain(risk);
  });

  it('of a parcel by text message, pasted without a sender, is at least suspicious', async () => {
    const text = 'Your parcel is on hold, a small customs fee is due: https://post-fee.top/a';
    const evidence = await readSpecimen({ kind: 'text', text, links: [] }, 's1');
    expect(['suspicious', 'high']).toContain(judgeEvidence(evidence, [], assessor).risk);
  });

  it('of a subsidy in Chinese, with a code to scan, is at least suspicious', async () => {
    const { risk } = await verdictOn(
      'From: 财务部 <caiwu@oa-notice.example>\nSubject: =?utf-8?B?MjAyNuW5tOWKs+WKqOihpei0tOeUs+mihumAmuefpQ==?=',
      '各位同事:\n\n2026年个人劳动补贴现已开始申领,请尽快点击链接在线办理,逾期视为放弃。\n\nhttps://butie-shenling.example/a\n\n财务部',
    );
    expect(['suspicious', 'high']).toContain(risk);
  });
});

describe('an honest mail', () => {
  it.each([
    [
      'from a colleague about an invoice',
      'From: Ben Okafor <ben@hospital.example>\nSubject: Re: invoice 20417\nIn-Reply-To: <42@hospital.example>',
      'Hi Ada,\n\nthe invoice from Brightmed is correct, please pay it with the others at the end of the month.\n\nBen\n\n> Is the attached invoice correct?',
    ],
    [
      'from the personnel office about leave and salaries',
      'From: Personnel <hr@hospital.example>\nSubject: Payroll dates and leave over Christmas',
      'Dear colleagues,\n\nsalaries will be paid on 20 December. The updated leave policy is on the intranet:\nhttps://intranet.hospital.example/leave\n\nPlease hand in your plans by Friday.\n\nPersonnel',
    ],
    [
      'from the infection control team about an outbreak',
      'From: Infection Control <hygiene@hospital.example>\nSubject: Norovirus on ward 3',
      'Dear all,\n\ntwo confirmed cases on ward 3. Please follow the prevention measures, wash your hands, and fill in the form at\nhttps://intranet.hospital.example/outbreak for each patient.\n\nThank you',
    ],
    [
      'that is a shop’s receipt',
      'From: Bean & Leaf <orders@beanleaf.example>\nSubject: Your order 1182',
      'Hello Ada,\n\nthank you for your order. It will be with you on Tuesday. You can follow it here:\nhttps://beanleaf.example/orders/1182\n\nQuestions? Write to orders@beanleaf.example.',
    ],
    [
      'that warns of phishing',
      'From: IT security <security@hospital.example>\nSubject: Fake mails about full mailboxes',
      'Dear colleagues,\n\nfake mails are going round that claim "your mailbox is full". We never ask for passwords by mail.\nForward such mails to us. More on https://intranet.hospital.example/phishing\n\nIT security',
    ],
  ])('%s shows no signs', async (_, headers, body) => {
    const { risk, checks } = await verdictOn(headers, body);
    expect(risk).toBe('no-signs');
    // A likeness of wording is a matter of degree, and weighs little here.
    expect(checks.filter((check) => check !== 'wording-of-known-lures')).toEqual([]);
  });
});
