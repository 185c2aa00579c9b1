import { parseArgs } from 'node:util';
import { SetupError } from '../errors.ts';
import { EXIT } from './tally.ts';

const HELP = `lurecheck check [--json | --explain] [--offline] [--urls LIST] [FILE | FOLDER | URL | -]…
lurecheck feeds list | add | update | test | remove   (lists of known dangers: see lurecheck feeds --help)
lurecheck sources [--json]                            (how old each list is, and how each service stands)
lurecheck doctor [--json]                             (tries everything that is set up, and says how to mend it)

Checks mails, texts, files and links for signs of phishing, and says why. Nothing is opened. Nothing leaves this
machine, unless services are configured (docs/privacy.md says what they see), DNS_LOOKUPS=on, which asks the DNS whether
a mail is forged, or EXPAND_LINKS=shorteners, which asks shorteners where their links lead.

  FILE       .eml or .msg, a text, or any other file: what it is is decided by its content
  FOLDER     every file in it and in its folders; hidden files are left out
  URL        a link with its https://, or defanged: 'hxxps://evil[.]example/login' (quote it: shells read brackets)
  -          standard input: the source of a mail, a text, or a file

  --urls     a list of links, one a line: each is checked by itself (- for standard input; may be given more than once)
  --json     one object a line, as it goes: input, risk, score, findings, knownTo, gaps, observables,
             receipts, elapsedMs
  --explain  also prints what each list holds of it, what each service was asked, and what it answered
  --offline  asks no service, shortener, nor the DNS, nor the own list and its feeds, the database of STATE_URL
  --help     this text

Risk is high, suspicious, no-signs or unchecked; no-signs is no guarantee. ORG_DOMAINS, ORG_NAMES, VIPS and
TRUSTED_AUTHSERV_IDS tell the checks who you are (see .env.example).

Exit code: 0 nothing found, 1 something suspicious or of high risk, 2 wrong use, or something that could not be checked.
`;

async function main(argv: string[]): Promise<number> {
  if (argv[0] === 'feeds') {
    const { feeds } = await import('./feeds.ts');
    return feeds(argv.slice(1));
  }
  if (argv[0] === 'sources') {
    const { sources } = await import('./sources.ts');
    return sources(argv.slice(1));
  }
  if (argv[0] === 'doctor') {
    const { doctor } = await import('./doctor/doctor.ts');
    return doctor(argv.slice(1));
  }
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      offline: { type: 'boolean', default: false },
      urls: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return EXIT.nothingFound;
  }
  const [command, ...inputs] = positionals;
  if (command !== 'check') throw new SetupError(command ? `There is no command of that name.\n\n${HELP}` : HELP);
  if (inputs.length === 0 && values.urls.length === 0)
    throw new SetupError('Nothing to check: name a file, a folder, a link, or - for standard input.');
  // Late: a mistyped option should not wait for every parser to load.
  const { check } = await import('./check.ts');
  return check(inputs, values);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = EXIT.trouble;
  const plain = error instanceof SetupError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  console.error(plain ? (error as Error).message : error);
}
