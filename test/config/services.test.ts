import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { settingsOf } from '../../src/config/services.ts';
import { readConfig, readLocalConfig } from '../../src/config.ts';
import { SetupError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'lurecheck-services-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const settings = (env: Record<string, string>) => settingsOf(readConfig(env));

describe('services', () => {
  it('are all off by default', () => {
    expect(settings({})).toEqual({ dnsLists: [], dnsServers: [], rdap: false, jsonServices: [], urls: {} });
  });

  it('are switched on by their keys and switches', () => {
    expect(
      settings({
        VIRUSTOTAL_API_KEY: '0123456789abcdef',
        VIRUSTOTAL_PER_MINUTE: '500',
        DNS_LISTS: 'surbl, uribl',
        DNS_SERVERS: '192.0.2.1,192.0.2.2:5353,[2001:db8::1]:53,2001:db8::2',
        RDAP: 'on',
        MISP_URL: 'https://misp.hospital.example/',
        MISP_KEY: '0123456789abcdef',
        SERVICE_URLS: 'virustotal=http://127.0.0.1:8080/vt/',
      }),
    ).toMatchObject({
      virusTotal: { key: '0123456789abcdef', perMinute: 500 },
      dnsLists: ['surbl', 'uribl'],
      dnsServers: ['192.0.2.1', '192.0.2.2:5353', '[2001:db8::1]:53', '2001:db8::2'],
      rdap: true,
      misp: { url: 'https://misp.hospital.example', key: '0123456789abcdef' },
      urls: { virustotal: 'http://127.0.0.1:8080/vt' },
    });
  });

  it('are the same on the command line', () => {
    expect(settingsOf(readLocalConfig({ RDAP: 'on', ABUSE_CH_AUTH_KEY: '0123456789' }))).toMatchObject({
      rdap: true,
      abuseChKey: '0123456789',
    });
  });

  it.each([
    [{ MISP_URL: 'https://misp.hospital.example' }, 'MISP_KEY must stand beside MISP_URL'],
    [{ OPENCTI_TOKEN: '0123456789' }, 'OPENCTI_URL must stand beside OPENCTI_TOKEN'],
    [{ DNS_LISTS: 'zen' }, 'spamhaus-dbl'],
    [{ DNS_SERVERS: 'dns.example' }, 'name servers'],
    [{ DNS_SERVERS: '192.0.2.1:99999' }, 'name servers'],
    [{ SERVICE_URLS: 'misp=https://x.example' }, 'SERVICE_URLS'],
  ])('are refused half set: %j', (env, text) => {
    expect(() => readConfig(env as Record<string, string>)).toThrow(text);
  });
});

describe('the file of JSON_SERVICES', () => {
  it('describes services of one’s own', () => {
    const path = file(
      'good.json',
      JSON.stringify([
        {
          name: 'Sandbox',
          url: 'https://intel.hospital.example/v1?q={value}',
          headers: { authorization: 'Bearer x' },
          kinds: ['host', 'sha256'],
          level: 'data.verdict',
          malicious: ['bad'],
        },
      ]),
    );
    expect(settings({ JSON_SERVICES: path }).jsonServices).toMatchObject([{ name: 'Sandbox', perMinute: 60 }]);
  });

  it.each([
    ['that is not there', () => join(folder, 'none.json'), 'cannot be read as JSON'],
    ['that is no JSON', () => file('text.json', 'hunter2'), 'cannot be read as JSON'],
    ['with a fault', () => file('bad.json', '[{"name":"A","headers":{"key":"hunter2\\n"}}]'), '0.headers.key'],
  ])('is refused %s, without a word of its content', (_, path, text) => {
    const fault = (): unknown => settings({ JSON_SERVICES: path() });
    expect(fault).toThrow(SetupError);
    expect(fault).toThrow(text);
    expect(fault).not.toThrow(/hunter2/);
  });
});
