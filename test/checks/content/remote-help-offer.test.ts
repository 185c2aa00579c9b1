import { describe, expect, it } from 'vitest';
import { remoteHelpOffer } from '../../../src/checks/content/remote-help-offer.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  'remote-tool': ['anydesk', 'remote session'],
  infected: ['virus'],
  refund: ['refund'],
});

describe('remote-help-offer', () => {
  it('catches help against a virus that nobody saw', () => {
    const mail = message({ text: 'There is a virus on your network. Install AnyDesk and our engineer cleans it.' });
    expect(runCheck(remoteHelpOffer, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches a refund that needs a remote session', () => {
    const mail = message({ text: 'For your refund we start a remote session today.' });
    expect(runCheck(remoteHelpOffer, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets IT’s note on its own tool pass', () => {
    const mail = message({ text: 'AnyDesk will be updated on Monday.' });
    expect(runCheck(remoteHelpOffer, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets the organisation’s own IT pass', () => {
    const mail = message({
      from: 'IT <it@hospital.example>',
      text: 'If you see a virus warning, we can look in a remote session.',
    });
    expect(runCheck(remoteHelpOffer, { messages: [mail] }, known)).toBeUndefined();
  });
});
