import { describe, expect, it } from 'vitest';
import { senderFailedDmarc } from '../../../src/checks/sender/sender-failed-dmarc.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('sender-failed-dmarc', () => {
  it('catches a sender that our own server could not confirm', () => {
    expect(
      runCheck(
        senderFailedDmarc,
        {
          messages: [
            message({
              from: 'a@bank.example',
              authentication: [{ authserv: 'mx.hospital.example', method: 'dmarc', result: 'fail' }],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toEqual({ domain: 'bank.example' });
  });
  it('ignores what a foreign server wrote', () => {
    // A forger writes what it likes.
    expect(
      runCheck(
        senderFailedDmarc,
        {
          messages: [
            message({
              from: 'a@bank.example',
              authentication: [{ authserv: 'other.example', method: 'dmarc', result: 'fail' }],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
  it('never judges a quoted original', () => {
    // Forwarding breaks it.
    expect(
      runCheck(
        senderFailedDmarc,
        {
          messages: [
            message({
              form: 'quoted',
              from: 'a@bank.example',
              authentication: [{ authserv: 'mx.hospital.example', method: 'dmarc', result: 'fail' }],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
  it('lets a sender without a policy pass', () => {
    // SPF alone fails for every forwarded mail.
    expect(
      runCheck(
        senderFailedDmarc,
        {
          messages: [
            message({
              from: 'a@bank.example',
              authentication: [
                { authserv: 'mx.hospital.example', method: 'dmarc', result: 'none' },
                { authserv: 'mx.hospital.example', method: 'spf', result: 'fail' },
              ],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
});
