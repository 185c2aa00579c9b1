import { defineCheck } from '../check.ts';
import { extensions, fileName, isBaitName } from './names.ts';

/**
 * An archive with hardly anything in it but a script or shortcut, or a program that is named like a document. Installers
 * come with files beside them or are named as what they are, and pass.
 */
export const loneScriptInArchive = defineCheck({
  id: 'lone-script-in-archive',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The archive {name} is a wrapping for {program}, which runs commands when it is opened.',
  run({ name, entries }) {
    const held = entries.filter((entry) => !entry.name.endsWith('/'));
    if (held.length === 0 || held.length > 3) return;
    const program = held.find((entry) => {
      const [last = ''] = extensions(entry.name);
      if (SCRIPT.test(last)) return true;
      return PROGRAM.test(last) && !/setup|install/i.test(entry.name) && (isBaitName(entry.name) || isBaitName(name));
    });
    return program && { name: fileName(name), program: fileName(program.name) };
  },
});

const SCRIPT = /^(?:lnk|jse|vbs|vbe|wsf|wsh|hta|scr|pif|js|chm|cpl)$/;
const PROGRAM = /^(?:exe|com|bat|cmd|ps1|msi|dll|jar)$/;
