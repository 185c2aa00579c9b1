import { describe, expect, it } from 'vitest';
import { websiteOfferFromFreeMail } from '../../../src/checks/content/website-offer-from-free-mail.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(websiteOfferFromFreeMail, { messages: [message(parts)] }, known);

describe('website-offer-from-free-mail', () => {
  it('catches a better ranking from a free mailbox', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Your website is not on the first page. Our experts bring it there at an affordable price. We are an India based company.',
      }),
    ).toBeDefined();
  });
  it('lets an agency with a house pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Your website is not on the first page. Our experts bring it there at an affordable price.',
      }),
    ).toBeUndefined();
  });
  it('lets a reader pass who found an error', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'On your website the opening hours are still those of winter.',
      }),
    ).toBeUndefined();
  });
});
