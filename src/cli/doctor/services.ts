import { settingsOf } from '../../config/services.ts';
import type { Config } from '../../config.ts';
import { loadRegistries } from '../../data/load.ts';
import { reasonOf, SetupError } from '../../errors.ts';
import { type Lookup, NOTHING_THERE } from '../../intel/dns.ts';
import { type Provider, ServiceError } from '../../intel/provider.ts';
import { openProviders } from '../../intel/providers.ts';
import { tryService } from '../../intel/trial.ts';
import { type Diagnosis, fail, ok, warn } from './diagnosis.ts';

const TIMEOUT_MS = 10_000;

/** One harmless call of each service that is set up, all at the same time. */
export async function* examineServices(config: Config, only?: Provider[]): AsyncGenerator<Diagnosis> {
  let providers: Provider[];
  try {
    providers = only ?? openProviders(settingsOf(config), loadRegistries);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    yield fail('JSON_SERVICES', error.message, 'mend the file.');
    return;
  }
  if (providers.length === 0) yield ok('services', 'none is set up, so nothing is asked of anybody');
  for (const tried of providers.map(attempt)) yield await tried;
}

async function attempt(provider: Provider): Promise<Diagnosis> {
  const { name } = provider;
  try {
    return ok(name, await tryService(provider, AbortSignal.timeout(TIMEOUT_MS)));
  } catch (error) {
    if (error instanceof ServiceError) return diagnose(name, error);
    return fail(name, `a fault of lurecheck’s own (${reasonOf(error)})`, 'please report it.');
  }
}

function diagnose(name: string, { why, message }: ServiceError): Diagnosis {
  const variable = settingOf(name);
  switch (why) {
    case 'refused':
      return fail(name, message, `${REFUSED[name] ?? `copy ${variable} again from your account there`}.`);
    case 'quota':
      return warn(name, message, 'wait until it is renewed, or get a larger one. The key itself is accepted.');
    case 'down':
    case 'timeout':
      return fail(name, message, `see whether it is up, and whether this machine may reach it (${variable}).`);
    case 'rubbish':
      return fail(name, message, RUBBISH[name] ?? `see whether a proxy answers in its place, and check ${variable}.`);
  }
}

const RESOLVER =
  'use a name server of your own (DNS_SERVERS): the lists refuse big public resolvers, and some providers answer in their place';
const REFUSED: Record<string, string> = {
  'Spamhaus DBL': `${RESOLVER}. With a key, check SPAMHAUS_DQS_KEY`,
  SURBL: RESOLVER,
  URIBL: RESOLVER,
};
const RUBBISH: Record<string, string> = {
  'Spamhaus DBL': `${RESOLVER}.`,
  SURBL: `${RESOLVER}.`,
  URIBL: `${RESOLVER}.`,
};

/** What switches a service on. Whatever has no name of ours was described in the file of JSON_SERVICES. */
export function settingOf(service: string): string {
  return SETTINGS[service] ?? 'JSON_SERVICES';
}

const SETTINGS: Record<string, string> = {
  'Google Safe Browsing': 'SAFE_BROWSING_API_KEY',
  VirusTotal: 'VIRUSTOTAL_API_KEY',
  urlscan: 'URLSCAN_API_KEY',
  URLhaus: 'ABUSE_CH_AUTH_KEY',
  MalwareBazaar: 'ABUSE_CH_AUTH_KEY',
  PhishTank: 'PHISHTANK_APP_KEY',
  AbuseIPDB: 'ABUSEIPDB_API_KEY',
  'Spamhaus DBL': 'DNS_LISTS',
  SURBL: 'DNS_LISTS',
  URIBL: 'DNS_LISTS',
  RDAP: 'RDAP',
  'Cert Spotter': 'CERT_SPOTTER_KEY',
  MISP: 'MISP_URL and MISP_KEY',
  OpenCTI: 'OPENCTI_URL and OPENCTI_TOKEN',
};

/** Whether the name servers of this machine know names outside, where mail is verified by DNS. */
export async function examineDns(lookup: Lookup): Promise<Diagnosis> {
  const what = 'DNS_LOOKUPS';
  const mend = 'see /etc/resolv.conf, or set DNS_LOOKUPS=off.';
  try {
    await lookup('example.com', 'TXT');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOTFOUND') return fail(what, 'the name servers of this machine know no names outside', mend);
    if (!NOTHING_THERE.has(code)) return fail(what, `no name server answers (${code})`, mend);
  }
  return ok(what, 'the name servers of this machine answer');
}
