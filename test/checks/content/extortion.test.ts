import { describe, expect, it } from 'vitest';
import { extortion } from '../../../src/checks/content/extortion.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { extortion: ['i hacked your', 'your webcam', 'to all your contacts', 'you have 48 hours'] },
  { extortion: ['植入木马', '通讯录', '不雅视频'] },
);

describe('extortion', () => {
  it('catches three of its phrases and a coin', () => {
    const mail = message({
      text: 'I hacked your device and your webcam. You have 48 hours to send 900 USD in bitcoin.',
    });
    expect(runCheck(extortion, { messages: [mail] }, known)).toEqual({ phrase: 'i hacked your' });
  });

  it('catches it in Chinese', () => {
    const mail = message({ text: '我在你的设备植入木马,把不雅视频发给通讯录,请支付比特币' });
    expect(runCheck(extortion, { messages: [mail] }, known)).toEqual({ phrase: '植入木马' });
  });

  it('lets a colleague’s worry pass: one phrase, no coin', () => {
    expect(
      runCheck(
        extortion,
        { messages: [message({ text: 'Cover your webcam. Somebody said "i hacked your" PC.' })] },
        known,
      ),
    ).toBeUndefined();
  });

  it('lets two of its phrases pass, even with a coin', () => {
    const mail = message({ text: 'I hacked your quiz! You have 48 hours to guess how much bitcoin I own.' });
    expect(runCheck(extortion, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets an incident report pass that wants no coins', () => {
    const text = 'He wrote "i hacked your" server, showed your webcam, gave us a deadline: you have 48 hours.';
    expect(runCheck(extortion, { messages: [message({ text })] }, known)).toBeUndefined();
  });
});
