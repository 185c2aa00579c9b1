import { describe, expect, it } from 'vitest';
import { healthEmergencyLure } from '../../../src/checks/content/health-emergency-lure.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { health: ['coronavirus', 'health commission', 'preventive measures'], 'call-to-action': ['fill in the form'] },
  { health: ['新型冠状病毒', '申请表', '旅行信息'], 'call-to-action': ['请填写'] },
);

describe('health-emergency-lure', () => {
  it('catches the form of 2020, in Chinese', () => {
    const mail = message({
      from: '卫健委 <office@nhc-gov.example>',
      subject: '武汉旅行信息收集申请表',
      text: '为防控新型冠状病毒,请填写附件表格。',
    });
    const attachments = [attachment('武汉旅行信息收集申请表.xlsm')];
    expect(runCheck(healthEmergencyLure, { messages: [mail], attachments }, known)).toEqual({ phrase: '旅行信息' });
  });

  it('catches it in English with a link', () => {
    const mail = message({ text: 'Coronavirus: the Health Commission asks you to fill in the form.' });
    expect(
      runCheck(healthEmergencyLure, { messages: [mail], links: [link('https://nhc-gov.example/f')] }, known),
    ).toBeDefined();
  });

  it('lets the health authority pass that writes from its own domain', () => {
    const mail = message({ from: 'news@nhc.gov.cn', text: 'Coronavirus: preventive measures. Fill in the form.' });
    expect(
      runCheck(healthEmergencyLure, { messages: [mail], links: [link('https://elsewhere.example/f')] }, known),
    ).toBeUndefined();
  });

  it('lets the hospital’s own notice pass', () => {
    const mail = message({
      from: 'hygiene@hospital.example',
      text: 'Coronavirus: preventive measures. Fill in the form.',
    });
    expect(
      runCheck(healthEmergencyLure, { messages: [mail], attachments: [attachment('form.pdf')] }, known),
    ).toBeUndefined();
  });

  it('lets a question on the telephone list pass: there is nothing to open', () => {
    const mail = message({
      from: 'a@b.example',
      text: 'Coronavirus: does the health commission want us to complete a questionnaire?',
    });
    expect(runCheck(healthEmergencyLure, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a health newsletter pass that wants nothing but to be read', () => {
    const mail = message({ from: 'news@journal.example', text: 'Coronavirus: what preventive measures achieved.' });
    expect(
      runCheck(healthEmergencyLure, { messages: [mail], links: [link('https://journal.example/1')] }, known),
    ).toBeUndefined();
  });
});
