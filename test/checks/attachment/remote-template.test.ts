import { describe, expect, it } from 'vitest';
import { remoteTemplate } from '../../../src/checks/attachment/remote-template.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('remote-template', () => {
  it('catches a template from the network', () => {
    expect(
      runCheck(remoteTemplate, { attachments: [attachment('letter.docx', { traits: ['remote-template'] })] }),
    ).toEqual({ name: 'letter.docx' });
  });

  it('lets a document with a link to click pass', () => {
    expect(
      runCheck(remoteTemplate, { attachments: [attachment('letter.docx', { content: 'see https://a.example' })] }),
    ).toBeUndefined();
  });

  it('lets an object linked in pass, since another check names it', () => {
    expect(
      runCheck(remoteTemplate, { attachments: [attachment('letter.docx', { traits: ['external-object'] })] }),
    ).toBeUndefined();
  });
});
