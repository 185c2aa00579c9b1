import { describe, expect, it } from 'vitest';
import { sentByWebScript } from '../../../src/checks/sender/sent-by-web-script.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const headers = [{ name: 'x-php-script', value: 'www.school.test/wp-content/x.php for 192.0.2.9' }];
const known = knowing({ parcel: ['parcel is on hold'] });

describe('sent-by-web-script', () => {
  it('catches a lure that a hosting script sent', () => {
    const mail = message({ headers, text: 'Your parcel is on hold.' });
    expect(runCheck(sentByWebScript, { messages: [mail] }, known)?.script).toContain('x.php');
  });
  it('lets a contact form pass', () => {
    expect(
      runCheck(sentByWebScript, { messages: [message({ headers, text: 'Hello, a question.' })] }, known),
    ).toBeUndefined();
  });
  it('lets a lure pass that came otherwise', () => {
    expect(
      runCheck(sentByWebScript, { messages: [message({ text: 'Your parcel is on hold.' })] }, known),
    ).toBeUndefined();
  });
});
