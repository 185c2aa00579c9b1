import { describe, expect, it } from 'vitest';
import { tunnelOrGatewayHost } from '../../../src/checks/link/tunnel-or-gateway-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('tunnel-or-gateway-host', () => {
  it('catches a tunnel', () => {
    expect(runCheck(tunnelOrGatewayHost, { links: [link('https://blue-cat.trycloudflare.com/login')] })).toEqual({
      host: 'blue-cat.trycloudflare.com',
    });
  });
  it('catches a gateway', () => {
    expect(runCheck(tunnelOrGatewayHost, { links: [link('https://ipfs.io/ipfs/bafy/page.html')] })).toBeDefined();
  });
  it('lets the service’s own pages pass', () => {
    expect(runCheck(tunnelOrGatewayHost, { links: [link('https://docs.ipfs.io/install')] })).toBeUndefined();
  });
  it('lets an unrelated host pass', () => {
    // It only ends alike.
    expect(runCheck(tunnelOrGatewayHost, { links: [link('https://myipfs.io/ipfs')] })).toBeUndefined();
  });
});
