import { describe, expect, it } from 'vitest';
import { deviceProfileAttachment } from '../../../src/checks/attachment/device-profile-attachment.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

describe('device-profile-attachment', () => {
  it('catches a profile by its name, and by what stands in it', () => {
    const messages = [message({ from: 'bo@strange.example' })];
    const named = [attachment('wifi.mobileconfig')];
    expect(runCheck(deviceProfileAttachment, { messages, attachments: named })).toEqual({ name: 'wifi.mobileconfig' });
    const content = '<plist><dict><key>PayloadType</key><string>Configuration</string></dict></plist>';
    expect(runCheck(deviceProfileAttachment, { attachments: [attachment('wifi.xml', { content })] })).toBeDefined();
  });

  it('lets a profile of the organisation’s own pass', () => {
    const messages = [message({ from: 'it@hospital.example' })];
    const attachments = [attachment('wifi.mobileconfig')];
    expect(runCheck(deviceProfileAttachment, { messages, attachments })).toBeUndefined();
  });

  it('lets other settings pass', () => {
    const attachments = [attachment('list.plist', { content: '<plist><key>Name</key></plist>' })];
    expect(runCheck(deviceProfileAttachment, { attachments })).toBeUndefined();
  });
});
