import { describe, expect, it } from 'vitest';
import { formBuilderWithCredentialWords } from '../../../src/checks/link/form-builder-with-credential-words.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('form-builder-with-credential-words', () => {
  it('catches a questionnaire in a mail about passwords', () => {
    expect(
      runCheck(formBuilderWithCredentialWords, {
        messages: [message({ text: 'Your password expires today.' })],
        links: [link('https://form.jotform.com/77')],
      }),
    ).toEqual({ host: 'form.jotform.com' });
  });
  it('catches Google’s forms', () => {
    expect(
      runCheck(formBuilderWithCredentialWords, {
        messages: [message({ text: 'Please verify your account.' })],
        links: [link('https://docs.google.com/forms/d/e/x')],
      }),
    ).toBeDefined();
  });
  it('lets a survey pass', () => {
    // It asks for no access.
    expect(
      runCheck(formBuilderWithCredentialWords, {
        messages: [message({ text: 'Tell us how you liked the course.' })],
        links: [link('https://form.jotform.com/77')],
      }),
    ).toBeUndefined();
  });
  it('lets a shared document pass', () => {
    // No questionnaire; other checks look at it.
    expect(
      runCheck(formBuilderWithCredentialWords, {
        messages: [message({ text: 'Please verify your account.' })],
        links: [link('https://docs.google.com/document/d/x')],
      }),
    ).toBeUndefined();
  });
});
