import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { serviceFaults, serviceVariables } from './config/services.ts';
import { reasonOf, SetupError } from './errors.ts';
import type { Organisation } from './model.ts';

/**
 * The only reader of the environment. Every variable stands here once, with the sentence that a wrong value earns;
 * `.env.example` lists the same names (a test compares them).
 */

const list = (what: string, pattern: RegExp) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .refine((items) => items.every((item) => pattern.test(item)), { error: what });

const matching = (pattern: RegExp, what: string) => z.string().regex(pattern, { error: what }).optional();
const numeral = (low: number, high: number, otherwise: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, { error: what })
    .transform(Number)
    .refine((value) => value >= low && value <= high, { error: what })
    .default(otherwise);

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
const FEED_HEADER = /^[a-z][a-z\d-]{0,39} [\w-]{1,60}: ?[\x21-\x7e][\x20-\x7e]{0,2000}$/;
const VIP = /^[^<>@,]{2,80}(<[^<>@,\s]+@[^<>@,\s]+>)?$/;

const variables = {
  SLACK_BOT_TOKEN: matching(/^xoxb-[\w-]+$/, 'the bot token of the installed app, which begins with xoxb-'),
  SLACK_SIGNING_SECRET: matching(
    /^\w{8,}$/,
    'the signing secret on the app’s "Basic Information" page, letters and digits',
  ),
  SLACK_APP_TOKEN: matching(/^xapp-[\w-]+$/, 'an app-level token with connections:write, which begins with xapp-'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'a web address such as http://127.0.0.1:8080/api/' })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'a host name or IP address to listen on' })
    .default('127.0.0.1'),
  PORT: numeral(0, 65_535, 3000, 'a port number from 0 to 65535'),
  REPORT_CHANNELS: list(
    'channel ids separated by commas, such as C0123ABCD (in Slack: channel name → About)',
    /^[CG][A-Z0-9]{2,}$/,
  ),
  SECURITY_CHANNEL: matching(/^[CG][A-Z0-9]{2,}$/, 'a channel id such as C0123ABCD (in Slack: channel name → About)'),
  REVIEWERS: list('user ids (U…) or user-group ids (S…) separated by commas', /^[UWS][A-Z0-9]{2,}$/),
  ORG_DOMAINS: list('domain names separated by commas, such as hospital.example', DOMAIN).transform((domains) =>
    domains.map((domain) => domain.toLowerCase()),
  ),
  ORG_NAMES: list('names of the organisation separated by commas', /^.{2,80}$/),
  VIPS: list(
    'names separated by commas, each with an address if you like: Ada Chen <ada.chen@hospital.example>',
    VIP,
  ).transform((people) => people.map(vipOf)),
  TRUSTED_AUTHSERV_IDS: list(
    'names of your own mail servers as they sign Authentication-Results, separated by commas',
    /^[\w.-]+$/,
  ),
  DNS_LOOKUPS: z.enum(['off', 'on'], { error: 'off or on' }).default('off'),
  EXPAND_LINKS: z.enum(['off', 'press', 'shorteners'], { error: 'off, press or shorteners' }).default('off'),
  FEEDS_HEADERS: list(
    'a feed, a header and its value, separated by commas: urlhaus Auth-Key: 0123abcd',
    FEED_HEADER,
  ).transform((entries) => entries.map(feedHeaderOf)),
  STATE_URL: z
    .string()
    .regex(/^sqlite:.+$/, { error: 'sqlite: and a file, such as sqlite:data/lurecheck.db' })
    .default('sqlite:data/lurecheck.db'),
  RETENTION_DAYS: numeral(1, 3650, 30, 'a number of days from 1 to 3650'),
  ...serviceVariables,
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
};

/** Names of all variables, for the test that compares `.env.example`. */
export const VARIABLES = Object.keys(variables) as (keyof typeof variables)[];

const schema = z.object(variables);
export type Config = z.output<typeof schema>;

/** Slack credentials that are complete, or the reason why there are none. */
export type Connection =
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string }
  | { mode: 'none' };

/**
 * Reads and checks the environment. Throws one SetupError that names every faulty variable and what it should look like;
 * values are never repeated, since some are secrets.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    VARIABLES.map((name) => [name, env[name]?.trim()]).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  const wrong = (parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])} should be ${issue.message}.`);
  const faults = [...wrong, ...connectionFaults(given), ...serviceFaults(given)];
  if (faults.length > 0) {
    throw new SetupError(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nSee .env.example for each variable.`,
    );
  }
  return parsed.data as Config;
}

/** Adds the variables of `.env` in the working folder; those that are set already stand. Having none is no fault. */
export function loadDotEnv(): void {
  try {
    loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new SetupError(`.env could not be read: ${reasonOf(error)}`);
  }
}

/**
 * What the command line needs of the environment: faults in the Slack credentials, which it never uses, do not stop it.
 * Own addresses and STATE_URL do: a verdict that quietly left out a mistyped ORG_DOMAINS would be weaker than it looks.
 */
export function readLocalConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return readConfig(Object.fromEntries(LOCAL.map((name) => [name, env[name]])));
}
const LOCAL = [
  'ORG_DOMAINS',
  'ORG_NAMES',
  'VIPS',
  'TRUSTED_AUTHSERV_IDS',
  'DNS_LOOKUPS',
  'EXPAND_LINKS',
  'FEEDS_HEADERS',
  'STATE_URL',
  ...(Object.keys(serviceVariables) as (keyof typeof serviceVariables)[]),
] as const;

/** The headers with which a feed is asked: its key. */
export function feedHeaders(config: Config, feed: string): Record<string, string> {
  return Object.fromEntries(
    config.FEEDS_HEADERS.filter((entry) => entry.feed === feed).map(({ header, value }) => [header, value]),
  );
}

/** The organisation as the checks know it. */
export function organisationOf(config: Config): Organisation {
  return {
    domains: config.ORG_DOMAINS,
    names: config.ORG_NAMES,
    vips: config.VIPS,
    authservIds: config.TRUSTED_AUTHSERV_IDS,
  };
}

/** Which way to Slack the configuration opens. */
export function connectionOf(config: Config): Connection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = config;
  if (!botToken) return { mode: 'none' };
  if (appToken) return { mode: 'socket', botToken, appToken };
  return { mode: 'http', botToken, signingSecret: signingSecret as string };
}

/** What is missing beside what was given, whether that is well-formed or not: a fault must not hide another. */
function connectionFaults(config: Partial<Record<keyof typeof variables, unknown>>): string[] {
  const faults: string[] = [];
  if (config.SLACK_BOT_TOKEN && !config.SLACK_APP_TOKEN && !config.SLACK_SIGNING_SECRET) {
    faults.push(
      'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) must stand beside SLACK_BOT_TOKEN.',
    );
  }
  if (!config.SLACK_BOT_TOKEN && (config.SLACK_APP_TOKEN || config.SLACK_SIGNING_SECRET)) {
    faults.push(
      'SLACK_BOT_TOKEN must stand beside the other Slack credentials: the bot token, which begins with xoxb-.',
    );
  }
  if (config.SLACK_BOT_TOKEN && !config.SECURITY_CHANNEL) {
    faults.push(
      'SECURITY_CHANNEL should be the id of the channel where security sees high-risk reports, such as C0123ABCD.',
    );
  }
  return faults;
}

function vipOf(text: string): { name: string; addresses: string[] } {
  const [name = '', address] = text.split('<');
  return { name: name.trim(), addresses: address ? [address.replace('>', '').trim().toLowerCase()] : [] };
}

function feedHeaderOf(text: string): { feed: string; header: string; value: string } {
  const [, feed = '', header = '', value = ''] = /^(\S+) ([\w-]+): ?(.+)$/.exec(text) ?? [];
  return { feed, header, value };
}
