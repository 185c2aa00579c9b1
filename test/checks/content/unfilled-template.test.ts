import { describe, expect, it } from 'vitest';
import { unfilledTemplate } from '../../../src/checks/content/unfilled-template.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('unfilled-template', () => {
  it.each([
    '{{email}}',
    '[[-Email-]]',
    '%EMAIL%',
    '##victim_email##',
    '{first_name}',
    '*|MC_PREVIEW_TEXT|*',
    '[-domain-]',
  ])('catches %s', (blank) => {
    expect(runCheck(unfilledTemplate, { messages: [message({ text: `Dear ${blank}, sign in` })] })).toEqual({ blank });
  });

  it('lets brackets pass that name no data of the reader', () => {
    const mail = message({
      subject: '[EXTERNAL] [ward-3] rota',
      text: 'use {{count}} and 100 % of {x} in [email from Ada] to [email address]',
    });
    expect(runCheck(unfilledTemplate, { messages: [mail] })).toBeUndefined();
  });

  it('lets developers pass who discuss a template', () => {
    const mail = message({ isReply: true, text: 'Then {{ email }} stays empty, see line 3.' });
    expect(runCheck(unfilledTemplate, { messages: [mail] })).toBeUndefined();
  });
});
