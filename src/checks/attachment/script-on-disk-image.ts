import { defineCheck } from '../check.ts';
import { extensions, fileName } from './names.ts';

/**
 * A copy of a disk with hardly anything on it but a shortcut or script beside what it starts: how loaders came once the
 * system warned of macros. Installation disks, full of files, pass.
 */
export const scriptOnDiskImage = defineCheck({
  id: 'script-on-disk-image',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The disk copy {name} holds {script}, which runs commands when it is opened, and hardly anything else.',
  run({ name, type, entries }) {
    const nested = entries.some((entry) => DISK.test(extensions(entry.name)[0] ?? ''));
    const held = entries.filter((entry) => !entry.name.endsWith('/'));
    if ((!DISK.test(type) && !nested) || held.length > MOST_FILES) return;
    const script = held.find((entry) => SCRIPT.test(extensions(entry.name)[0] ?? ''));
    return script && { name: fileName(name), script: fileName(script.name) };
  },
});

const MOST_FILES = 12;
const DISK = /^(?:iso|img|vhd|vhdx|udf)$/;
const SCRIPT = /^(?:lnk|js|jse|vbs|vbe|wsf|hta|ps1|bat|cmd|scr|url)$/;
