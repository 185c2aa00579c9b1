import type { Logger, LogLevel } from '@slack/bolt';
import { type DestinationStream, pino } from 'pino';
import type { Log } from '../cases/house.ts';

/**
 * JSON lines. Fields hold ids, counts and reasons; the redaction is the second net, for a field that somebody adds one
 * day, and for an error of a library that carries a token.
 */
export function openLog(level: string, stream?: DestinationStream): Log {
  return pino(
    {
      level,
      base: undefined,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
      formatters: { log: (fields) => mapStrings(fields) },
      hooks: {
        logMethod(args, method) {
          method.apply(
            this,
            args.map((arg: unknown) => (typeof arg === 'string' ? withoutSecrets(arg) : arg)) as Parameters<
              typeof method
            >,
          );
        },
      },
    },
    stream,
  );
}

const SECRET = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'text',
  'blocks',
  'body',
  'payload',
  'response_url',
  'trigger_id',
];

function mapStrings(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? withoutSecrets(value) : value]),
  );
}

/** Tokens, and addresses that let anyone speak as the app. */
function withoutSecrets(text: string): string {
  return text
    .replace(/\bx(?:ox[a-z]|app)-[\w-]{4,}/gi, 'x***')
    .replace(/https?:\/\/[^\s"']{0,200}\/(?:respond|commands|actions|app)\/[^\s"']{1,300}/gi, '[response_url]')
    .replace(/([?&](?:ticket|token|trigger_id)=)[^\s&"']+/gi, '$1***');
}

/**
 * Bolt's own logger on ours. Its debug lines hold whole requests, content included, and are dropped at every level; of
 * the others the first line of each argument is kept.
 */
export function boltLogger(log: Log): Logger {
  const line = (parts: unknown[]): string =>
    parts
      .map((part) =>
        typeof part === 'string'
          ? part
          : part instanceof Error
            ? (`${part.name}: ${part.message}`.split('\n')[0] ?? '')
            : '',
      )
      .join(' ')
      .split('\n')[0]
      ?.slice(0, 300) ?? '';
  return {
    debug() {},
    info: (...parts: unknown[]) => log.info({ from: 'bolt' }, line(parts)),
    warn: (...parts: unknown[]) => log.warn({ from: 'bolt' }, line(parts)),
    error: (...parts: unknown[]) => log.error({ from: 'bolt' }, line(parts)),
    setLevel() {},
    getLevel: () => 'info' as LogLevel,
    setName() {},
  };
}
