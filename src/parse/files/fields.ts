import { namesComponent, startsPrograms } from './commands.ts';
import type { FileLink, Look } from './file-content.ts';

/**
 * What the fields of a letter and the formulas of a table do, joined to one text: a link, a program that is started
 * (Dynamic Data Exchange needs no macro for it), something fetched.
 */
export function judgeFields(fields: string, look: Look): void {
  if (fields.trim() === '') return;
  look.links.push(...fieldLinks(fields));
  if (startsByExchange(fields)) look.traits.add('command-in-field');
  if (namesComponent(fields)) look.traits.add('script-component');
  if (look.traits.has('command-in-field') || look.traits.has('script-component'))
    look.content.push(fields.slice(0, 8_192));
}

/** `DDEAUTO c:\\…\\cmd.exe "/c …"` in a field, `cmd|'/c …'!A1` in a cell. A letter's own link to a table passes. */
export function startsByExchange(fields: string): boolean {
  for (const [, rest = ''] of fields.matchAll(/\bDDE(?:AUTO)?\b([^\x15]{1,400})/gi)) {
    if (startsPrograms(rest.replace(/["'\\]{1,4}/g, ' ')) || /\.exe\b/i.test(rest.replace(/excel\.exe/gi, '')))
      return true;
  }
  return CELL.test(fields);
}

const CELL =
  /(?:^|[=+@\-,;\t"\s(]|;E)(?:cmd|powershell|pwsh|mshta|rundll32|regsvr32|wscript|cscript|msexcel|certutil)(?:\.exe)?\s{0,5}\|\s{0,5}['"/\\-]/im;

/** Addresses in `HYPERLINK "…"` fields and `HYPERLINK("…")` formulas, and in what else fetches by itself. */
function fieldLinks(fields: string): FileLink[] {
  const found = fields.matchAll(
    /\b(?:HYPERLINK|WEBSERVICE|INCLUDETEXT|INCLUDEPICTURE|IMPORTDATA)\s{0,10}\(?\s{0,10}"([^"]{4,2000})"/gi,
  );
  return Array.from(found, ([, url = '']) => ({ url, source: 'document' as const })).slice(0, 500);
}
