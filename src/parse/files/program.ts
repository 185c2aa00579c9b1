import { startsPrograms } from './commands.ts';
import { decodeText } from './text.ts';

/** What an operating system runs on a double click, by its bytes or by its name. */
const PROGRAMS = new Set(
  'exe dll elf macho msi lnk hta dex js jse vbs vbe wsf wsh wsc sct ps1 bat cmd settingcontent-ms library-ms'.split(
    ' ',
  ),
);

/** Words of the script host that no note of a person holds. */
const SCRIPT = /\bWScript\.|\bCreateObject\s{0,5}\(|\bActiveXObject\s{0,5}\(|<job\b[^>]{0,200}>\s{0,50}<script/i;

/** True for a file inside another one that is a program or a script, also where nobody knows its name. */
export function isProgram(type: string, extension: string, bytes: Uint8Array): boolean {
  if (PROGRAMS.has(type)) return true;
  if (type !== 'txt' && type !== 'html') return false;
  if (/^(?:txt|md|log|eml|csv)$/.test(extension)) return false;
  const text = decodeText(bytes.subarray(0, 32_768));
  if (SCRIPT.test(text)) return true;
  return extension === '' && type === 'txt' && /^\s{0,100}@?echo off\b/i.test(text) && startsPrograms(text);
}

/** True for a program by its bytes that is named like something to look at. Parts of programs have endings of their own. */
export function isDisguised(type: string, extension: string): boolean {
  return /^(?:exe|dll|elf|macho|msi|lnk|dex)$/.test(type) && SHOWN.test(extension);
}

const SHOWN = /^(?:pdf|docx?|xlsx?|pptx?|rtf|txt|csv|jpe?g|png|gif|bmp|tiff?|webp|mp[34]|wav|mov|html?|eml)$/;
