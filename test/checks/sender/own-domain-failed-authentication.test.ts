import { describe, expect, it } from 'vitest';
import { ownDomainFailedAuthentication } from '../../../src/checks/sender/own-domain-failed-authentication.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('own-domain-failed-authentication', () => {
  it('catches a colleague’s address that failed', () => {
    expect(
      runCheck(
        ownDomainFailedAuthentication,
        {
          messages: [
            message({
              from: 'boss@hospital.example',
              authentication: [{ authserv: 'mx.hospital.example', method: 'dmarc', result: 'fail' }],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toEqual({ address: 'boss@hospital.example' });
  });
  it('catches failing SPF where there is no DMARC', () => {
    expect(
      runCheck(
        ownDomainFailedAuthentication,
        {
          messages: [
            message({
              from: 'boss@hospital.example',
              authentication: [
                { authserv: 'mx.hospital.example', method: 'spf', result: 'softfail' },
                { authserv: 'mx.hospital.example', method: 'dkim', result: 'none' },
              ],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeDefined();
  });
  it('ignores what a foreign server wrote', () => {
    // Anybody can write the header; and a pass would help the attacker.
    expect(
      runCheck(
        ownDomainFailedAuthentication,
        {
          messages: [
            message({
              from: 'boss@hospital.example',
              authentication: [{ authserv: 'mx.evil.example', method: 'dmarc', result: 'fail' }],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
  it('lets a mailing list pass', () => {
    // Lists change the mail and break its signature.
    expect(
      runCheck(
        ownDomainFailedAuthentication,
        {
          messages: [
            message({
              from: 'ada@hospital.example',
              headers: [{ name: 'list-id', value: '<l>' }],
              authentication: [{ authserv: 'mx.hospital.example', method: 'dmarc', result: 'fail' }],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
  it('lets a pass by either method pass', () => {
    // A forwarder breaks SPF, not the signature.
    expect(
      runCheck(
        ownDomainFailedAuthentication,
        {
          messages: [
            message({
              from: 'ada@hospital.example',
              authentication: [
                { authserv: 'mx.hospital.example', method: 'spf', result: 'fail', domain: 'hospital.example' },
                { authserv: 'mx.hospital.example', method: 'dkim', result: 'pass', domain: 'hospital.example' },
              ],
            }),
          ],
        },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
  it('lets a mail without results pass', () => {
    // Missing headers are no failure.
    expect(
      runCheck(
        ownDomainFailedAuthentication,
        { messages: [message({ from: 'ada@hospital.example' })] },
        knowledge({ organisation: { authservIds: ['mx.hospital.example'] } }),
      ),
    ).toBeUndefined();
  });
});
