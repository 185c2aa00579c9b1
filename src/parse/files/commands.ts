/**
 * Programs of the operating system by which a file starts others or fetches them. Source: the public list of Windows
 * programs that attackers borrow (LOLBAS), those of it that are seen in mail.
 */
const STARTERS =
  'powershell|pwsh|cmd|mshta|rundll32|regsvr32|wscript|cscript|certutil|bitsadmin|curl|msiexec|forfiles|conhost|msbuild|installutil|schtasks|wmic|scriptrunner|pcalua|ieexec|hh|ftp|ssh|finger';

const STARTS = new RegExp(
  `(?:^|[\\s"'\\\\/=;|&(%^,>])(?:${STARTERS})(?:\\.exe|\\.com)?(?=$|[\\s"'/;|&,)<])|%comspec%`,
  'i',
);

/** True for a command line that starts an interpreter or a downloader. The caret that its shell drops hides nothing. */
export function startsPrograms(line: string): boolean {
  return STARTS.test(line.slice(0, 16_384).replaceAll('^', ''));
}

/**
 * Names by which a document runs a script component (`regsvr32 /i:http… scrobj.dll`, `script:http…`): how the workbook
 * of 2020 fetched its `window.sct`.
 */
const COMPONENT =
  /\bscrobj(?:\.dll)?\b|\bregsvr32\b|\bscript(?:let)?:\s{0,3}https?:|<scriptlet\b|\bscriptletfile\b|https?:\/\/[^\s"'<>]{3,300}\.(?:sct|wsc)\b/i;

/** True for text that speaks of script components. Only to be asked of macros, fields, cells and objects: prose may. */
export function namesComponent(code: string): boolean {
  return COMPONENT.test(code);
}
