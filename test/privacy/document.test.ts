import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serviceVariables, settingsOf } from '../../src/config/services.ts';
import { readConfig } from '../../src/config.ts';
import { openProviders } from '../../src/intel/providers.ts';

const TABLE = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .join('\n');
/** Settings that send nothing to anybody. */
const SILENT = ['VIRUSTOTAL_PER_MINUTE', 'SPAMHAUS_DQS_KEY', 'DNS_SERVERS', 'SERVICE_URLS'];

it('docs/privacy.md says of each service what switches it on', () => {
  const switches = Object.keys(serviceVariables).filter((name) => !SILENT.includes(name));
  expect(switches.filter((name) => !TABLE.includes(name))).toEqual([]);
});

it('docs/privacy.md names each service as receipts name it', () => {
  const key = 'key-of-a-service';
  const config = readConfig({
    SAFE_BROWSING_API_KEY: key,
    VIRUSTOTAL_API_KEY: key,
    URLSCAN_API_KEY: key,
    ABUSE_CH_AUTH_KEY: key,
    PHISHTANK_APP_KEY: key,
    ABUSEIPDB_API_KEY: key,
    DNS_LISTS: 'spamhaus-dbl,surbl,uribl',
    RDAP: 'on',
    CERT_SPOTTER_KEY: key,
    MISP_URL: 'https://misp.hospital.example',
    MISP_KEY: key,
    OPENCTI_URL: 'https://opencti.hospital.example',
    OPENCTI_TOKEN: key,
  });
  const names = openProviders(settingsOf(config), () => new Map()).map(({ name }) => name);
  expect(names).toHaveLength(14);
  expect(names.filter((name) => !TABLE.includes(name))).toEqual([]);
});
