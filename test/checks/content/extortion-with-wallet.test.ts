import { describe, expect, it } from 'vitest';
import { extortionWithWallet } from '../../../src/checks/content/extortion-with-wallet.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({ extortion: ['i hacked your', 'your webcam', 'your contacts', 'you have 48 hours'] });
const story = 'I hacked your device and your webcam. You have 48 hours, or your contacts get it all.';
// The example address of BIP-173: it belongs to nobody who blackmails.
const wallet = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

describe('extortion-with-wallet', () => {
  it('catches the story with a purse to pay into', () => {
    expect(runCheck(extortionWithWallet, { messages: [message({ text: `${story} ${wallet}` })] }, known)).toEqual({
      wallet,
    });
  });

  it('lets a warning pass that prints a crippled purse', () => {
    const text = `${story} ${wallet.slice(0, -4)}xxxx`;
    expect(runCheck(extortionWithWallet, { messages: [message({ text })] }, known)).toBeUndefined();
  });

  it('lets an article pass that quotes the whole mail', () => {
    const text = `${story} ${wallet} ${plainText(12_000)}`;
    expect(runCheck(extortionWithWallet, { messages: [message({ text })] }, known)).toBeUndefined();
  });

  it('lets somebody pass who asks for a donation', () => {
    expect(
      runCheck(extortionWithWallet, { messages: [message({ text: `Support our project: ${wallet}` })] }, known),
    ).toBeUndefined();
  });
});
