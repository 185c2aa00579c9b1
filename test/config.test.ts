import { describe, expect, it } from 'vitest';
import { connectionOf, feedHeaders, organisationOf, readConfig, readLocalConfig, VARIABLES } from '../src/config.ts';
import { SetupError } from '../src/errors.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SECURITY_CHANNEL: 'C0SEC' };

function faultOf(env: NodeJS.ProcessEnv): SetupError {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    return error as SetupError;
  }
  throw new Error('the configuration was accepted');
}

describe('an empty environment', () => {
  it('gives the defaults', () => {
    expect(readConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      REPORT_CHANNELS: [],
      REVIEWERS: [],
      ORG_DOMAINS: [],
      DNS_LOOKUPS: 'off',
      STATE_URL: 'sqlite:data/lurecheck.db',
      RETENTION_DAYS: 30,
      LOG_LEVEL: 'info',
    });
  });

  it('opens no way to Slack', () => {
    expect(connectionOf(readConfig({}))).toEqual({ mode: 'none' });
  });

  it('counts empty and blank values as not set, as a copied .env.example has them', () => {
    const blank = Object.fromEntries(VARIABLES.map((name) => [name, '  ']));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });
});

describe('values', () => {
  it('trims lists, drops empty items and lowers domains', () => {
    const config = readConfig({ REPORT_CHANNELS: ' C0AAA, ,G0BBB,', ORG_DOMAINS: 'Hospital.Example' });
    expect(config.REPORT_CHANNELS).toEqual(['C0AAA', 'G0BBB']);
    expect(config.ORG_DOMAINS).toEqual(['hospital.example']);
  });

  it('reads a name worth faking with and without its address', () => {
    expect(readConfig({ VIPS: 'Ada Chen <Ada.Chen@hospital.example>, Lin Wu' }).VIPS).toEqual([
      { name: 'Ada Chen', addresses: ['ada.chen@hospital.example'] },
      { name: 'Lin Wu', addresses: [] },
    ]);
  });

  it('ends the API address with a slash, since method names are appended to it', () => {
    expect(readConfig({ SLACK_API_URL: 'http://127.0.0.1:8080/api' }).SLACK_API_URL).toBe('http://127.0.0.1:8080/api/');
  });

  it('accepts port 0, which picks a free one', () => {
    expect(readConfig({ PORT: '0' }).PORT).toBe(0);
  });
});

describe('the way to Slack', () => {
  it('is Socket Mode when an app token stands beside the bot token, even with a signing secret', () => {
    const config = readConfig({ ...SLACK, SLACK_APP_TOKEN: 'xapp-1-A', SLACK_SIGNING_SECRET: 'a1b2c3d4e5' });
    expect(connectionOf(config)).toEqual({ mode: 'socket', botToken: 'xoxb-1-2-abc', appToken: 'xapp-1-A' });
  });

  it('is HTTP with a signing secret alone', () => {
    const config = readConfig({ ...SLACK, SLACK_SIGNING_SECRET: 'a1b2c3d4e5' });
    expect(connectionOf(config)).toEqual({
      mode: 'http',
      botToken: 'xoxb-1-2-abc',
      signingSecret: 'a1b2c3d4e5',
    });
  });

  it.each([
    ['a bot token alone', SLACK, 'SLACK_APP_TOKEN'],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1-A' }, 'SLACK_BOT_TOKEN'],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: 'a1b2c3d4e5' }, 'SLACK_BOT_TOKEN'],
    ['no security channel', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A' }, 'SECURITY_CHANNEL'],
  ])('is refused with %s, by the name of what is missing', (_, env, name) => {
    expect(faultOf(env).message).toContain(name);
  });
});

describe('the command line', () => {
  it('is not stopped by Slack credentials that it never uses', () => {
    const config = readLocalConfig({ SLACK_BOT_TOKEN: 'nonsense', PORT: '-1', ORG_DOMAINS: 'hospital.example' });
    expect(organisationOf(config)).toEqual({ domains: ['hospital.example'], names: [], vips: [], authservIds: [] });
    expect(config.SLACK_BOT_TOKEN).toBeUndefined();
  });

  it('is stopped by what would quietly weaken its verdict', () => {
    expect(() => readLocalConfig({ ORG_DOMAINS: 'hospital' })).toThrow('ORG_DOMAINS');
  });
});

describe('the keys of feeds', () => {
  it('belong to one feed each', () => {
    const config = readConfig({ FEEDS_HEADERS: 'urlhaus Auth-Key: 0123, corp Authorization: Bearer a b' });
    expect(feedHeaders(config, 'urlhaus')).toEqual({ 'Auth-Key': '0123' });
    expect(feedHeaders(config, 'corp')).toEqual({ Authorization: 'Bearer a b' });
    expect(feedHeaders(config, 'other')).toEqual({});
  });
});

describe('what opens pages', () => {
  it('is off by itself', () => {
    expect(readConfig({})).toMatchObject({ EXPAND_LINKS: 'off', URLSCAN_SUBMIT: 'off' });
  });

  it('needs a key where it is a service', () => {
    expect(faultOf({ URLSCAN_SUBMIT: 'press' }).message).toMatch(/URLSCAN_API_KEY must stand beside URLSCAN_SUBMIT/);
    expect(readConfig({ URLSCAN_SUBMIT: 'press', URLSCAN_API_KEY: '0123456789' }).URLSCAN_SUBMIT).toBe('press');
  });
});

describe('faults', () => {
  const WRONG = {
    SLACK_BOT_TOKEN: 'xoxp-user-token-hunter2',
    SLACK_SIGNING_SECRET: 'hunter2!!',
    SLACK_APP_TOKEN: 'hunter2-app',
    SLACK_API_URL: 'ftp://hunter2',
    HOST: 'hunter2 host',
    PORT: '70000',
    REPORT_CHANNELS: 'C0AAA,#hunter2',
    SECURITY_CHANNEL: '#hunter2',
    REVIEWERS: '@hunter2',
    ORG_DOMAINS: 'hunter2',
    ORG_NAMES: 'h',
    VIPS: '<hunter2>',
    TRUSTED_AUTHSERV_IDS: 'hunter2/x',
    DNS_LOOKUPS: 'hunter2',
    EXPAND_LINKS: 'hunter2',
    FEEDS_HEADERS: 'Hunter2',
    STATE_URL: 'mysql://hunter2',
    RETENTION_DAYS: '0',
    LOG_LEVEL: 'hunter2',
    SAFE_BROWSING_API_KEY: 'hunter2 key',
    VIRUSTOTAL_API_KEY: 'hunter2',
    VIRUSTOTAL_PER_MINUTE: 'hunter2',
    URLSCAN_API_KEY: 'hunter2',
    URLSCAN_SUBMIT: 'hunter2',
    ABUSE_CH_AUTH_KEY: 'hunter2',
    PHISHTANK_APP_KEY: 'hunter2',
    ABUSEIPDB_API_KEY: 'hunter2',
    DNS_LISTS: 'surbl,hunter2',
    SPAMHAUS_DQS_KEY: 'hunter2.zone',
    DNS_SERVERS: 'hunter2',
    RDAP: 'hunter2',
    CERT_SPOTTER_KEY: 'has a blank',
    MISP_URL: 'hunter2',
    MISP_KEY: 'hunter2',
    OPENCTI_URL: 'ftp://hunter2',
    OPENCTI_TOKEN: 'hunter2',
    JSON_SERVICES: 'hunter2',
    SERVICE_URLS: 'virustotal=hunter2',
  };

  it('are all named at once, each with what the value should look like', () => {
    const lines = faultOf(WRONG).message.split('\n');
    expect(Object.keys(WRONG).sort()).toEqual([...VARIABLES].sort());
    for (const name of VARIABLES) {
      expect(lines.filter((line) => line.startsWith(`  - ${name} should be `))).toHaveLength(1);
    }
  });

  it('never repeat a value, since some are secrets', () => {
    expect(faultOf(WRONG).message).not.toContain('hunter2');
    for (const name of VARIABLES) expect(faultOf({ [name]: WRONG[name] }).message).not.toContain('hunter2');
  });

  it('are each found when they stand alone', () => {
    for (const name of VARIABLES) {
      const message = faultOf({ [name]: WRONG[name] }).message;
      expect(message).toContain(`  - ${name} should be`);
      // A Slack credential alone lacks its companions as well, and so does half of a service's.
      if (!/TOKEN|SECRET|MISP|OPENCTI/.test(name)) expect(message).toContain('a fault');
    }
  });
});

describe('a missing variable', () => {
  it('is named beside malformed ones, so that one look mends all', () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'not a secret!', PORT: 'x' };
    expect(() => readConfig(env)).toThrow(/SLACK_SIGNING_SECRET[\s\S]*PORT[\s\S]*SECURITY_CHANNEL/);
    expect(() => readConfig(env)).not.toThrow(/not a secret!/);
  });
});
