import { readFile } from 'node:fs/promises';
import { parseArgs, styleText } from 'node:util';
import { Keyv } from 'keyv';
import { type Config, loadDotEnv, readConfig } from '../../config.ts';
import { SetupError } from '../../errors.ts';
import { openDns } from '../../intel/dns.ts';
import { openOutput } from '../output.ts';
import { inertJson, oneLine } from '../terminal.ts';
import { type Diagnosis, fail, ok, warn } from './diagnosis.ts';
import { examineDns, examineServices } from './services.ts';
import { examineSlack } from './slack.ts';
import { examineStore } from './store.ts';

const HELP = `lurecheck doctor [--json]

Tries everything that is set up, and says how to mend what fails: the configuration, Slack's tokens, scopes, channels and
reviewers, the database, the ages of lists, and each service by one harmless call (about example.com, the service's own
test entry, or how we stand with it). Asks nobody who is not set up, changes nothing, and prints no secret.

  --json   one object a line: what, state (ok, warn, fail), says, mend

Exit code: 0 nothing fails (warnings may), 1 something fails, 2 wrong use.
`;

/** `lurecheck doctor`: returns the exit code. */
export async function doctor(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const { line } = openOutput();
  if (values.help) {
    await line(HELP);
    return 0;
  }
  const counts = { ok: 0, warn: 0, fail: 0 };
  for await (const found of examine()) {
    counts[found.state] += 1;
    await line(values.json ? inertJson(found) : printed(found));
  }
  if (!values.json) await line(`\n${counts.ok} ok, ${counts.warn} to look at, ${counts.fail} failing`);
  return counts.fail > 0 ? 1 : 0;
}

async function* examine(): AsyncGenerator<Diagnosis> {
  let config: Config;
  try {
    loadDotEnv();
    config = readConfig();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    // Each fault stands in a line of its own, and says what the value should be.
    const faults = error.message.split('\n').filter((text) => text.startsWith('  - '));
    for (const text of faults.length > 0 ? faults : [error.message]) {
      yield fail('configuration', text.replace('  - ', ''), 'see .env.example for each variable.');
    }
    return;
  }
  yield ok('configuration', 'every value has the form that it should have');
  if (config.ORG_DOMAINS.length === 0) {
    yield warn('ORG_DOMAINS', 'empty: the checks do not know which domains are your own', 'name them.');
  }
  yield* examineSlack(config, await scopesOfManifest());
  yield* examineStore(config.STATE_URL);
  if (config.DNS_LOOKUPS === 'on') yield await examineDns(openDns(new Keyv(), { timeoutMs: 3_000 }));
  yield* examineServices(config);
}

/** What the app should have been given: the manifest that was pasted into Slack. */
async function scopesOfManifest(): Promise<string[]> {
  const manifest = JSON.parse(await readFile(new URL('../../../manifest/prod.json', import.meta.url), 'utf8'));
  return manifest.oauth_config.scopes.bot;
}

/** Names of channels, faults of sources and answers of services are words of others. They are not defanged: a mend may name an address. */
function printed({ state, what, says, mend }: Diagnosis): string {
  const sign = styleText(STYLES[state], state.padEnd(4));
  const how = mend && state !== 'ok' ? ` — ${oneLine(mend)}` : '';
  return `${sign}  ${oneLine(what, 80)}: ${oneLine(says, 600)}${how}`;
}

const STYLES = { ok: 'green', warn: 'yellow', fail: 'red' } as const;
