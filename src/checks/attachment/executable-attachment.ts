import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A program, by its name or by its bytes. The one honest look-alike: a text or picture saved under a web address
 * (`www.hospital.com`), whose ending `.com` once meant a program.
 */
export const executableAttachment = defineCheck({
  id: 'executable-attachment',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The attachment {name} is a program. Opened, it can do anything that you can do on your computer.',
  run({ name, extension, type }, { lists }) {
    const named = lists.executables.has(extension) && !(extension === 'com' && HARMLESS.test(type));
    return named || PROGRAM.test(type) ? { name: fileName(name) } : undefined;
  },
});

const PROGRAM = /^(?:exe|dll|elf|macho|msi|dex|class)$/;
const HARMLESS = /^(?:txt|html|pdf|png|jpg|gif|eml)$/;
