import { describe, expect, it } from 'vitest';
import { complaintWithFolder } from '../../../src/checks/content/complaint-with-folder.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  complaint: ['food poisoning', 'complaint'],
  proof: ['photos', 'see the link'],
});

describe('complaint-with-folder', () => {
  it('catches a complaint with its proof on a stranger’s page', () => {
    const mail = message({
      from: 'Guest <guest@traveller.example>',
      text: 'After dinner we had food poisoning, see the link for photos.',
    });
    expect(
      runCheck(complaintWithFolder, { messages: [mail], links: [link('https://proof-folder.example/a')] }, known),
    ).toBeDefined();
  });

  it('catches one in an archive', () => {
    const mail = message({ from: 'Guest <guest@traveller.example>', text: 'My complaint with photos is here.' });
    expect(
      runCheck(complaintWithFolder, { messages: [mail], attachments: [attachment('photos.zip')] }, known),
    ).toBeDefined();
  });

  it('lets a guest pass who attaches pictures', () => {
    const mail = message({ from: 'Guest <guest@traveller.example>', text: 'My complaint with photos is here.' });
    expect(
      runCheck(complaintWithFolder, { messages: [mail], attachments: [attachment('room.jpg')] }, known),
    ).toBeUndefined();
  });

  it('lets a complaint pass that says what happened', () => {
    const mail = message({
      from: 'Guest <guest@traveller.example>',
      text: 'I have a complaint about the bill, photos of it on request.',
    });
    expect(runCheck(complaintWithFolder, { messages: [mail] }, known)).toBeUndefined();
  });
});
