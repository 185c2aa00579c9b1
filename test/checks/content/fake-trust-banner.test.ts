import { describe, expect, it } from 'vitest';
import { fakeTrustBanner } from '../../../src/checks/content/fake-trust-banner.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const found = (text: string, parts = {}) => runCheck(fakeTrustBanner, { messages: [message({ text, ...parts })] });

describe('fake-trust-banner', () => {
  it('catches a mail that vouches for itself', () => {
    expect(found('This message is from a trusted sender. Your parcel waits.')?.words).toBe(
      'This message is from a trusted sender',
    );
    expect(found('Sender verified ✓\nOpen the document')).toBeDefined();
    expect(found('Diese Nachricht wurde von einem vertrauenswürdigen Absender gesendet.')).toBeDefined();
  });
  it('lets a footer pass that a scanner adds', () => {
    expect(found(`${'Hello Ada, how are you? '.repeat(30)}This message has been scanned for viruses.`)).toBeUndefined();
  });
  it('lets a warning about such mails pass', () => {
    expect(found('Beware of mails that look as if a trusted sender wrote them.')).toBeUndefined();
  });
});
