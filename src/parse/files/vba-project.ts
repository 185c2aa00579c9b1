import iconv from 'iconv-lite';
import { namesComponent } from './commands.ts';
import { type CompoundStream, openCompoundFile } from './compound-file.ts';
import { addGap, type Budget, LIMITS, type Look } from './file-content.ts';
import { decompressVba, findVbaSource, readVbaDirectory } from './vba-source.ts';

/** Decompressed bytes of one module: the longest honest one is far shorter. */
const MODULE = 256 * 1024;
const MAX_MODULES = 300;

/** Reads `vbaProject.bin`, the compound file in which an Office package keeps its macros. */
export function readVbaProject(bytes: Uint8Array, look: Look): void {
  readMacroStreams(openCompoundFile(bytes).streams, look);
}

/**
 * Decompresses the macro source among the streams of a compound file, and says what it does. A project without any
 * readable source still runs (its compiled code stays behind when the source is wiped), so that is a gap.
 */
export function readMacroStreams(streams: CompoundStream[], look: Look): void {
  const project = streams.filter((stream) => /(^|\/)VBA\/[^/]+$/i.test(stream.path));
  if (project.length === 0) return;
  look.traits.add('macro');
  const packed = project.find((stream) => /\/?dir$/i.test(stream.path));
  const dirBytes = packed && readStream(packed, look.budget);
  const dir = dirBytes && decompressVba(dirBytes, 0, MODULE);
  const { codePage, modules } = dir ? readVbaDirectory(dir) : { codePage: 1252, modules: [] };
  const encoding = iconv.encodingExists(`cp${codePage}`) ? `cp${codePage}` : 'win1252';
  const offsets = new Map(modules.map(({ stream, offset }) => [iconv.decode(Buffer.from(stream), encoding), offset]));

  const sources: string[] = [];
  for (const stream of project.slice(0, MAX_MODULES)) {
    const name = stream.path.split('/').at(-1) ?? '';
    if (/^(dir|_VBA_PROJECT|__SRP_)/i.test(name)) continue;
    const bytes = readStream(stream, look.budget);
    if (!bytes) {
      addGap(look, 'too-large');
      continue;
    }
    const start = offsets.get(name) ?? -1;
    const source = decompressVba(bytes, start, MODULE) ?? decompressVba(bytes, findVbaSource(bytes) ?? -1, MODULE);
    if (source) sources.push(iconv.decode(Buffer.from(source), encoding));
  }
  if (project.length > MAX_MODULES) addGap(look, 'too-many');
  const source = sources.join('\n');
  if (source.trim() === '') addGap(look, 'unreadable');
  judgeMacro(source, look);
}

/** Undefined when the budget does not allow it. */
export function readStream(stream: CompoundStream, budget: Budget): Uint8Array | undefined {
  if (stream.size > Math.min(LIMITS.entryBytes, budget.inflated)) return undefined;
  budget.inflated -= stream.size;
  return stream.read();
}

/**
 * Procedures that Office starts by itself when a document is opened, closed or looked at, and events of controls that
 * fire when the page is painted. Sources: Microsoft's documentation of Word's auto macros and of the Document, Workbook
 * and Application events.
 */
const AUTO_OPEN =
  /\b(auto_?(open|exec|exit|close|new|activate|deactivate)|(document|workbook)_(open|activate|close|beforeclose|beforesave|new|contentcontrolonenter|windowactivate|sheetactivate|sheetcalculate)|worksheet_(activate|calculate|change|selectionchange)|\w{1,60}_(layout|painted|paint|resize|gotfocus|mousemove|mousehover|windowdeactivate|navigatecomplete2|beforenavigate2|documentbeforeclose))\b/i;

/** What macro code uses to start a program, fetch one, or reach the system. */
const RUNS =
  /\b(shell|shellexecute[aw]?|createobject|getobject|urldownloadtofile[aw]?|winexec|createprocess[aw]?|powershell|pwsh|mshta|regsvr32|rundll32|certutil|bitsadmin|scrobj|wscript|cscript|msxml2|winhttp|xmlhttp|adodb|schtasks|cmd\.exe|winmgmts|win32_process|callbyname|virtualalloc(ex)?|rtlmovememory|createthread|macscript)\b|\bdeclare\s{1,20}(ptrsafe\s{1,20})?(function|sub)\b|\benviron\$?\s{0,5}\(/i;

function judgeMacro(source: string, look: Look): void {
  const code = plainVba(source);
  if (AUTO_OPEN.test(code)) look.traits.add('macro-auto-open');
  if (RUNS.test(code)) look.traits.add('macro-runs-programs');
  if (namesComponent(code)) look.traits.add('script-component');
  look.content.push(source);
}

/** Joins what macro writers split to hide a word: continued lines, and strings glued by `&` or `+`. */
function plainVba(source: string): string {
  return source.replace(/[ \t]_\r?\n/g, ' ').replace(/"[ \t]{0,20}[&+][ \t]{0,20}"/g, '');
}
