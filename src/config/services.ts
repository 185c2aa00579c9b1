import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { jsonServiceShape } from '../intel/providers/json-service.ts';
import { MOVABLE, type Movable, type ServiceSettings } from '../intel/providers.ts';

/** The variables of services. Each is off until its key or switch is set, and then asked as docs/privacy.md says. */

const key = (what: string) =>
  z
    .string()
    .regex(/^[\x21-\x7e]{8,512}$/, { error: `${what}, without spaces` })
    .optional();

const items = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const site = (what: string) =>
  z
    .url({ protocol: /^https?$/, error: what })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional();

const LISTS = ['spamhaus-dbl', 'surbl', 'uribl'] as const;
const listed = `names separated by commas, out of ${LISTS.join(', ')}`;
const moved = `pairs separated by commas, such as virustotal=https://mirror.example, for ${MOVABLE.join(', ')}`;
const resolvers =
  'addresses of name servers separated by commas, each with a port if you like: 192.0.2.1,192.0.2.2:5353';

export const serviceVariables = {
  SAFE_BROWSING_API_KEY: key('an API key of Google Safe Browsing'),
  VIRUSTOTAL_API_KEY: key('an API key of VirusTotal'),
  VIRUSTOTAL_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'a number of look-ups a minute from 1 to 9999' })
    .transform(Number)
    .default(4),
  URLSCAN_API_KEY: key('an API key of urlscan.io'),
  URLSCAN_SUBMIT: z.enum(['off', 'press'], { error: 'off or press' }).default('off'),
  ABUSE_CH_AUTH_KEY: key('an Auth-Key of abuse.ch'),
  PHISHTANK_APP_KEY: key('an application key of PhishTank'),
  ABUSEIPDB_API_KEY: key('an API key of AbuseIPDB'),
  DNS_LISTS: z
    .string()
    .default('')
    .transform(items)
    .pipe(z.array(z.enum(LISTS, { error: listed }), { error: listed })),
  SPAMHAUS_DQS_KEY: z
    .string()
    .regex(/^[a-z0-9]{10,63}$/i, { error: 'a key of the Spamhaus Data Query Service, letters and digits' })
    .optional(),
  DNS_SERVERS: z
    .string()
    .default('')
    .transform(items)
    .refine((all) => all.every(isNameServer), { error: resolvers }),
  RDAP: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('off')
    .transform((word) => word === 'on'),
  CERT_SPOTTER_KEY: key('an API key of SSLMate’s Cert Spotter'),
  MISP_URL: site('the web address of your MISP'),
  MISP_KEY: key('an authentication key of your MISP'),
  OPENCTI_URL: site('the web address of your OpenCTI'),
  OPENCTI_TOKEN: key('a token of your OpenCTI'),
  JSON_SERVICES: z
    .string()
    .regex(/\.json$/, { error: 'the path of a JSON file, as docs/privacy.md describes it' })
    .optional(),
  SERVICE_URLS: z
    .string()
    .default('')
    .transform(items)
    .refine((all) => all.every(isMove), { error: moved })
    .transform(movesOf),
};

const schema = z.object(serviceVariables);
type ServiceVariables = z.output<typeof schema>;

/** With none of them switched on. Names each, so that it outweighs what another configuration holds. */
export const NO_SERVICES: ServiceVariables = {
  ...(Object.fromEntries(Object.keys(serviceVariables).map((name) => [name, undefined])) as Partial<ServiceVariables>),
  ...schema.parse({}),
};

/** What the services need. Reads the file of JSON_SERVICES; throws SetupError when it is not what it should be. */
export function settingsOf(config: ServiceVariables): ServiceSettings {
  const { VIRUSTOTAL_API_KEY, MISP_URL, MISP_KEY, OPENCTI_URL, OPENCTI_TOKEN } = config;
  return {
    safeBrowsingKey: config.SAFE_BROWSING_API_KEY,
    virusTotal: VIRUSTOTAL_API_KEY ? { key: VIRUSTOTAL_API_KEY, perMinute: config.VIRUSTOTAL_PER_MINUTE } : undefined,
    urlscanKey: config.URLSCAN_API_KEY,
    abuseChKey: config.ABUSE_CH_AUTH_KEY,
    phishTankKey: config.PHISHTANK_APP_KEY,
    abuseIpdbKey: config.ABUSEIPDB_API_KEY,
    dnsLists: config.DNS_LISTS,
    spamhausDqsKey: config.SPAMHAUS_DQS_KEY,
    dnsServers: config.DNS_SERVERS,
    rdap: config.RDAP,
    certSpotterKey: config.CERT_SPOTTER_KEY,
    misp: MISP_URL && MISP_KEY ? { url: MISP_URL, key: MISP_KEY } : undefined,
    openCti: OPENCTI_URL && OPENCTI_TOKEN ? { url: OPENCTI_URL, token: OPENCTI_TOKEN } : undefined,
    jsonServices: config.JSON_SERVICES ? readJsonServices(config.JSON_SERVICES) : [],
    urls: config.SERVICE_URLS,
  };
}

/** The half of a pair that is missing beside the half that was given. */
export function serviceFaults(given: Partial<Record<keyof typeof serviceVariables, unknown>>): string[] {
  const pairs = [
    ['MISP_URL', 'MISP_KEY'],
    ['OPENCTI_URL', 'OPENCTI_TOKEN'],
  ] as const;
  const submits = given.URLSCAN_SUBMIT === 'press' && !given.URLSCAN_API_KEY;
  const alone = submits
    ? ['URLSCAN_API_KEY must stand beside URLSCAN_SUBMIT=press: without it nothing is scanned.']
    : [];
  const halves = pairs.flatMap(([a, b]) => {
    if (Boolean(given[a]) === Boolean(given[b])) return [];
    const [there, missing] = given[a] ? [a, b] : [b, a];
    return [`${missing} must stand beside ${there}: without it nothing is asked.`];
  });
  return [...alone, ...halves];
}

function readJsonServices(path: string): ServiceSettings['jsonServices'] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new SetupError('The file of JSON_SERVICES cannot be read as JSON.');
  }
  const parsed = z.array(jsonServiceShape).max(20).safeParse(value);
  if (parsed.success) return parsed.data;
  // Paths only: the values hold keys.
  const where = [...new Set(parsed.error.issues.map(({ path: at }) => at.join('.') || 'the whole'))];
  throw new SetupError(
    `The file of JSON_SERVICES has faults at: ${where.join(', ')}. docs/privacy.md says what it should hold.`,
  );
}

function isNameServer(text: string): boolean {
  const [, address = text, port = '53'] = /^(.+?|\[.+\]):(\d{1,5})$/.exec(text) ?? [];
  const bare = text.startsWith('[') ? address.replace(/^\[|\]$/g, '') : address;
  return (isIP(bare) !== 0 || isIP(text) !== 0) && Number(port) > 0 && Number(port) < 65_536;
}

function isMove(text: string): boolean {
  const [name, url = ''] = text.split(/=(.*)/s);
  return MOVABLE.includes(name as Movable) && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}

function movesOf(all: string[]): Partial<Record<Movable, string>> {
  return Object.fromEntries(
    all.map((text) => text.split(/=(.*)/s).slice(0, 2)).map(([name, url = '']) => [name, url.replace(/\/+$/, '')]),
  );
}
