import { existsSync } from 'node:fs';
import { openStores } from '../store/open.ts';
import type { Stores } from '../store/stores.ts';

/** The bot's database, where there is one: looking must not make one. Throws SetupError for one that cannot be opened. */
export async function openExisting(url: string): Promise<Stores | undefined> {
  return existsSync(url.replace(/^sqlite:/, '')) ? openStores(url) : undefined;
}
