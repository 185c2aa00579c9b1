import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { whyBarredAddress, whyBarredUrl } from '../../../src/intel/expand/fence.ts';

describe('the fence', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback beyond the first', '127.8.9.10'],
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.7.7'],
    ['link-local', '169.254.1.1'],
    ['metadata', '169.254.169.254'],
    ['metadata of one cloud in its shared range', '100.100.100.200'],
    ['metadata of one cloud in public numbers', '168.63.129.16'],
    ['metadata of one cloud in a reserved range', '192.0.0.192'],
    ['shared by carriers', '100.64.0.1'],
    ['protocol assignments', '192.0.0.1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['benchmarks', '198.18.0.1'],
    ['benchmarks', '198.19.255.255'],
    ['old relays', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['the future', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 loopback', '::1'],
    ['IPv6 of nobody', '::'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 link-local with a zone', 'fe80::1%eth0'],
    ['public IPv6 with a zone', '2a00::1%eth0'],
    ['IPv6 unique local', 'fd12:3456::1'],
    ['IPv6 metadata', 'fd00:ec2::254'],
    ['IPv6 site-local, long given up', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['IPv6 documentation', '3fff::1'],
    ['IPv6 discard', '100::1'],
    ['mapped', '::ffff:127.0.0.1'],
    ['mapped, in hex', '::ffff:7f00:1'],
    ['mapped public', '::ffff:1.2.3.4'],
    ['compatible', '::127.0.0.1'],
    ['translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64 of one network', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['segment routing', '5f00::1'],
    ['what nobody routes', '4000::1'],
    ['a short form', '127.1'],
    ['a number', '2130706433'],
    ['hex', '0x7f000001'],
    ['octal', '0177.0.0.1'],
    ['no address', 'localhost'],
    ['nothing', ''],
  ])('refuses %s: %s', (_, address) => {
    expect(whyBarredAddress(address)).toBeTruthy();
  });

  it.each(['1.2.3.4', '172.15.0.1', '172.32.0.1', '100.63.255.255', '100.128.0.1', '2a00::1', '2606:4700::1111'])(
    'lets pass the public address %s',
    (address) => {
      expect(whyBarredAddress(address)).toBeUndefined();
    },
  );

  it('refuses the addresses of this machine, whatever they are', () => {
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    expect(own.length).toBeGreaterThan(0);
    for (const { address } of own) expect(whyBarredAddress(address)).toBeTruthy();
  });

  it.each([
    ['a number for a host', 'http://2130706433/'],
    ['hex', 'http://0x7f000001/'],
    ['hex in pieces', 'http://0x7f.0x0.0x0.0x1/'],
    ['octal', 'http://0177.0.0.1/'],
    ['a short form', 'http://127.1/'],
    ['full-width digits', 'http://１２７.０.０.１/'],
    ['the metadata in decimal', 'http://2852039166/latest/meta-data/'],
    ['the metadata in octal', 'http://0251.0376.0251.0376/'],
    ['mapped IPv6', 'http://[::ffff:169.254.169.254]/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['localhost', 'http://localhost/'],
    ['localhost, with a dot', 'http://localhost./'],
    ['a name under localhost', 'http://a.localhost/'],
    ['a name without a dot', 'http://intranet/'],
    ['an inside name', 'http://files.corp/'],
    ['the metadata by name', 'http://metadata.google.internal/'],
    ['a file', 'file:///etc/passwd'],
    ['FTP', 'ftp://a.test/x'],
    ['a script', 'javascript:alert(1)'],
    ['gopher', 'gopher://a.test:25/x'],
    ['data', 'data:text/html,x'],
    ['a name in front', 'http://bank.test@evil.test/'],
    ['a name and password', 'http://a:b@evil.test/'],
    ['a mail port', 'http://a.test:25/'],
    ['another web port', 'http://a.test:8080/'],
  ])('refuses %s: %s', (_, url) => {
    expect(whyBarredUrl(new URL(url))).toBeTruthy();
  });

  it.each(['http://a.test/', 'https://a.test/x?y=1', 'https://a.test:80/', 'http://a.test:443/', 'http://1.2.3.4/'])(
    'lets pass %s',
    (url) => {
      expect(whyBarredUrl(new URL(url))).toBeUndefined();
    },
  );
});
