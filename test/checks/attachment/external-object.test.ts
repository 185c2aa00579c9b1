import { describe, expect, it } from 'vitest';
import { externalObject } from '../../../src/checks/attachment/external-object.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('external-object', () => {
  it('catches an object that reaches out', () => {
    expect(
      runCheck(externalObject, { attachments: [attachment('order.docx', { traits: ['external-object'] })] }),
    ).toEqual({ name: 'order.docx' });
  });

  it('lets a document without pass', () => {
    expect(runCheck(externalObject, { attachments: [attachment('order.docx')] })).toBeUndefined();
  });

  it('lets a template from the network pass, since another check names it', () => {
    expect(
      runCheck(externalObject, { attachments: [attachment('order.docx', { traits: ['remote-template'] })] }),
    ).toBeUndefined();
  });
});
