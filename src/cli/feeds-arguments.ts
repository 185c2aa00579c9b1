import { parseArgs } from 'node:util';
import { SetupError } from '../errors.ts';
import { DEFAULTS, PRESETS } from '../intel/feeds/presets.ts';
import { FEED_FORMATS, type FeedDefinition, type FeedFormat } from '../store/feed-store.ts';

export const FEEDS_HELP = `lurecheck feeds list [--json]
lurecheck feeds add NAME [SOURCE] [options]
lurecheck feeds update [NAME]… [--force]
lurecheck feeds test NAME | lurecheck feeds test NAME SOURCE [options]
lurecheck feeds remove NAME

Lists of known dangers that others keep, held in the database of STATE_URL. The bot updates them by itself; nothing is
fetched unless you add a feed.

  NAME        lower-case letters, digits and hyphens. ${Object.keys(PRESETS).join(', ')} need no source and no options
  SOURCE      an https:// address, or a file; its text may be packed with gzip or zip

  --format    plain (default: links, domains, addresses, ranges, hashes, one a line), hosts, csv, misp-feed (the folder
              that holds manifest.json), misp-warning-list, stix, or taxii (the address of a collection)
  --column    csv: the column that holds the thing itself
  --note-column, --date-column   csv: the columns that say what it is, and since when
  --warning   not a list of dangers but of what such lists name by mistake: its entries speak against theirs
  --trusted   its word alone makes a verdict high; without it a second list has to agree
  --every     how often it is fetched, such as 30m, 6h or 1d (default 6h)
  --max-age   how old it may be before verdicts say that it was out of date (default 3d)
  --sha256    the checksum that its bytes must have, or the https:// address at which the source publishes it
  --insecure  allows http://, for a server in your own network

  test        fetches and reads a list, says what is in it, and keeps nothing
  --force     takes a list that has shrunk by more than half

A key that a source wants goes into FEEDS_HEADERS (see .env.example).

Exit code: 0 done, 1 a list was refused or is out of date, 2 wrong use.
`;

/** What the person at the terminal wants of the feeds. */
export interface FeedsCommand {
  action: string;
  names: string[];
  definition?: FeedDefinition;
  force: boolean;
  json: boolean;
}

/** Reads the arguments behind `feeds`. Throws SetupError with what they should be. */
export function readFeedsArguments(argv: string[]): FeedsCommand | 'help' {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      column: { type: 'string' },
      'note-column': { type: 'string' },
      'date-column': { type: 'string' },
      warning: { type: 'boolean' },
      trusted: { type: 'boolean' },
      every: { type: 'string' },
      'max-age': { type: 'string' },
      sha256: { type: 'string' },
      insecure: { type: 'boolean' },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const [action = '', ...names] = positionals;
  const command = { action, names, force: values.force, json: values.json };
  if (action !== 'add' && !(action === 'test' && names.length === 2)) return command;
  const [name, source] = names;
  if (!name || names.length > 2) throw new SetupError('Say a name for the feed and its source: see feeds --help.');
  return { ...command, definition: definitionOf(name, source, values) };
}

type Values = Partial<Record<string, string | boolean>>;

function definitionOf(name: string, source: string | undefined, values: Values): FeedDefinition {
  if (!/^[a-z][a-z\d-]{0,39}$/.test(name) || name === 'own') {
    throw new SetupError('A feed’s name is of lower-case letters, digits and hyphens, and not “own”.');
  }
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
  const base = preset ?? { ...DEFAULTS, source: '', format: 'plain' as const };
  const text = (key: string): string | undefined => (typeof values[key] === 'string' ? values[key] : undefined);
  const format = (text('format') ?? base.format) as FeedFormat;
  if (!FEED_FORMATS.includes(format)) throw new SetupError(`--format should be one of ${FEED_FORMATS.join(', ')}.`);
  const value = text('column') ?? base.columns?.value;
  if (format === 'csv' && !value)
    throw new SetupError('A CSV list needs --column: the name of the column that counts.');
  const definition: FeedDefinition = {
    ...base,
    name,
    source: sourceOf(source ?? base.source, values.insecure === true),
    format,
    role: values.warning || format === 'misp-warning-list' ? 'warning' : base.role,
    trusted: values.trusted === true,
    everyMs: durationOf('every', text('every')) ?? base.everyMs,
    maxAgeMs: durationOf('max-age', text('max-age')) ?? base.maxAgeMs,
    columns:
      format === 'csv' && value
        ? {
            value,
            note: text('note-column') ?? base.columns?.note,
            listedAt: text('date-column') ?? base.columns?.listedAt,
          }
        : undefined,
    checksum: checksumOf(text('sha256'), values.insecure === true),
    insecure: values.insecure === true,
  };
  if (format === 'taxii' && !definition.source.startsWith('http')) {
    throw new SetupError('A TAXII collection has an https:// address.');
  }
  if (definition.maxAgeMs < definition.everyMs) throw new SetupError('--max-age should not be shorter than --every.');
  return definition;
}

function sourceOf(source: string, insecure: boolean): string {
  if (source === '') throw new SetupError('Say where the list is: an https:// address, or a file.');
  if (/^https:\/\//i.test(source)) return new URL(source).href;
  if (/^http:\/\//i.test(source)) {
    if (!insecure) throw new SetupError('The source has no https. With --insecure it is taken all the same.');
    return new URL(source).href;
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(source)) throw new SetupError('A source is an https:// address, or a file.');
  return source;
}

function checksumOf(text: string | undefined, insecure: boolean): string | undefined {
  if (text === undefined || /^[\da-f]{64}$/i.test(text)) return text?.toLowerCase();
  if (/^https:\/\/\S+$/.test(text) || (insecure && /^http:\/\/\S+$/.test(text))) return text;
  throw new SetupError('--sha256 should be 64 hexadecimal digits, or an https:// address.');
}

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const duration = Number(count) * (UNITS[unit ?? ''] ?? 0);
  if (!duration || duration < 5 * 60_000) {
    throw new SetupError(`--${option} should be a time of at least five minutes, such as 30m, 6h or 1d.`);
  }
  return duration;
}
