import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A shortcut, alone or packed, that starts an interpreter or a downloader of the system. One to a document or a share passes. */
export const shortcutRunsCommand = defineCheck({
  id: 'shortcut-runs-command',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: '{name} holds a shortcut that runs commands of the computer’s system when it is opened.',
  run({ name, traits }) {
    return traits.includes('shortcut-runs-command') ? { name: fileName(name) } : undefined;
  },
});
