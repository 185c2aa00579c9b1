import { parseArgs } from 'node:util';
import { Keyv } from 'keyv';
import { settingsOf } from '../config/services.ts';
import { loadDotEnv, organisationOf, readLocalConfig } from '../config.ts';
import { loadLists, loadRegistries } from '../data/load.ts';
import { textOf } from '../explain.ts';
import { openProviders } from '../intel/providers.ts';
import { openServices } from '../intel/services.ts';
import { listSources } from '../intel/sources.ts';
import { openExisting } from './existing-stores.ts';
import { openOutput } from './output.ts';
import { inertJson, inertText, strong } from './terminal.ts';

const HELP = `lurecheck sources [--json]

Says of each list and service that is set up how it stands: entries and age against the age that is allowed, what was
asked of it today, what failed. Asks nobody. What is in trouble stands first.

Exit code: 0 all is well, 1 something is in trouble, 2 wrong use.
`;

/** `lurecheck sources`: returns the exit code. */
export async function sources(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const { line } = openOutput();
  if (values.help) {
    await line(HELP);
    return 0;
  }
  loadDotEnv();
  const config = readLocalConfig();
  const stores = await openExisting(config.STATE_URL);
  try {
    const services = openServices({
      providers: openProviders(settingsOf(config), loadRegistries),
      knowledge: { organisation: organisationOf(config), lists: loadLists() },
      cache: new Keyv(),
      notes: stores?.cache('services'),
    });
    const all = await listSources(stores?.feeds, services, { live: false });
    for (const { kind, name, trouble, says } of all) {
      const text = textOf(says, (value) => inertText(value, 400));
      await line(
        values.json
          ? inertJson({ kind, name, trouble, text })
          : `${trouble ? '!' : ' '} ${strong(inertText(name, 40).padEnd(22))} ${kind.padEnd(8)} ${text}`,
      );
    }
    if (all.length === 0 && !values.json) {
      await line('Nothing is asked but your own list: no list of others is added, and no service is set up.');
    }
    return all.some(({ trouble }) => trouble) ? 1 : 0;
  } finally {
    await stores?.close();
  }
}
