import { describe, expect, it } from 'vitest';
import { senderEqualsRecipient } from '../../../src/checks/sender/sender-equals-recipient.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('sender-equals-recipient', () => {
  it('catches "I wrote from your own account"', () => {
    expect(
      runCheck(
        senderEqualsRecipient,
        {
          messages: [
            message({
              from: 'ada@clinic.example',
              to: ['ada@clinic.example'],
              authentication: [{ authserv: 'mx.hospital.example', method: 'spf', result: 'fail' }],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toEqual({ address: 'ada@clinic.example' });
  });
  it('lets a note to oneself pass', () => {
    // It is proven.
    expect(
      runCheck(
        senderEqualsRecipient,
        {
          messages: [
            message({
              from: 'ada@clinic.example',
              to: ['ada@clinic.example'],
              authentication: [
                { authserv: 'mx.hospital.example', method: 'dmarc', result: 'pass' },
                { authserv: 'mx.hospital.example', method: 'spf', result: 'fail' },
              ],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
  it('lets it pass where nobody of ours checked', () => {
    // Blind copies are often sent to oneself.
    expect(
      runCheck(
        senderEqualsRecipient,
        { messages: [message({ from: 'ada@clinic.example', to: ['ada@clinic.example'] })] },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
});
