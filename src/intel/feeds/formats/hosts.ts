import { listedAs, type Parsed } from '../entry.ts';
import { linesOf } from './lines.ts';

const NOWHERE = /^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)$/;
/** What such files say of the machine itself. */
const ITSELF = /^(?:localhost(?:\.localdomain)?|local|broadcasthost|ip6-[\w-]+|0\.0\.0\.0)$/i;
const MOST_NAMES = 50;

/** A hosts file: an address that leads nowhere, and the names that it stands for. Names that lead elsewhere are no list. */
export async function* readHosts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Parsed[]> {
  for await (const lines of linesOf(bytes)) yield lines.flatMap(hostsLine);
}

function hostsLine(line: string | undefined): Parsed[] {
  if (line === undefined) return ['unreadable'];
  const [address = '', ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/, MOST_NAMES);
  if (address === '') return [];
  if (names.length === 0) return ['unreadable'];
  if (!NOWHERE.test(address)) return [ITSELF.test(names[0] ?? '') ? 'ignored' : 'unreadable'];
  return names.map((value) => (ITSELF.test(value) ? 'ignored' : (listedAs('domain', value) ?? 'unreadable')));
}
