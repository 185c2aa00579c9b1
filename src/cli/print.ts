import type { Assessed } from '../assess.ts';
import { explainFinding, explainGap, explainGaps, explainKnown, type Sentences, textOf } from '../explain.ts';
import type { Message, Risk } from '../model.ts';
import type { Fault } from './inputs.ts';
import { faint, inertJson, inertText, oneLine, RISK_WORDS, riskText, strong } from './terminal.ts';

/** What became of one input. */
export interface Result {
  input: string;
  listed: boolean;
  /** From opening it to the verdict, waiting for a free worker included. */
  elapsedMs: number;
  outcome: Assessed | Fault;
}

/** How many observables a card shows; `--json` has them all. */
const SHOWN = 15;

/** An input that could not be read was not checked: it never counts as fine. */
export function riskOf({ outcome }: Result): Risk {
  return 'verdict' in outcome ? outcome.verdict.risk : 'unchecked';
}

/** One line of JSON for a program. Sentences are defanged; observables and gaps' names are as they were seen. */
export function jsonLine(result: Result, sentences: Sentences): string {
  const { input, outcome } = result;
  const elapsedMs = Math.round(result.elapsedMs * 10) / 10;
  if (!('verdict' in outcome)) {
    const gaps = [{ ...outcome.gap, text: outcome.text }];
    return inertJson({
      input,
      risk: 'unchecked',
      score: 0,
      findings: [],
      knownTo: [],
      gaps,
      observables: [],
      receipts: [],
      elapsedMs,
    });
  }
  const { verdict, evidence } = outcome;
  const findings = verdict.findings.map((finding) => ({
    check: finding.check,
    group: finding.group,
    points: finding.points,
    text: textOf(explainFinding(finding, sentences), inertText),
  }));
  const gaps = verdict.gaps.map((gap) => ({ ...gap, text: textOf(explainGap(gap), inertText) }));
  const { observables } = evidence;
  const { receipts } = outcome;
  const { knownTo = [] } = verdict;
  return inertJson({
    input,
    risk: verdict.risk,
    score: verdict.score,
    findings,
    knownTo,
    gaps,
    observables,
    receipts,
    elapsedMs,
  });
}

/** One line for a person: what a folder's files get. */
export function row(result: Result, sentences: Sentences): string {
  const risk = riskOf(result);
  const { outcome } = result;
  const score = 'verdict' in outcome ? outcome.verdict.score.toFixed(1) : '';
  const finding = 'verdict' in outcome ? outcome.verdict.findings[0] : undefined;
  const gap = 'verdict' in outcome ? outcome.verdict.gaps.find((known) => known.blinding) : undefined;
  const why = finding
    ? textOf(explainFinding(finding, sentences), inertText)
    : 'verdict' in outcome
      ? gap
        ? textOf(explainGap(gap), inertText)
        : ''
      : inertText(outcome.text);
  const pad = ' '.repeat(Math.max(0, 20 - RISK_WORDS[risk].length));
  return `${riskText(risk)}${pad} ${score.padStart(5)}  ${oneLine(result.input)}${why && faint(`  ${why}`)}`;
}

/** The card, and under it what each list holds of it, and which service was asked what. */
export function explained(result: Result, sentences: Sentences): string {
  const { outcome } = result;
  const receipts = 'verdict' in outcome ? outcome.receipts : [];
  const services = receipts.map(
    ({ provider, asked, at, answer }) =>
      `  • ${inertText(provider)}: ${inertText(asked)} → ${inertText(answer)} ${faint(inertText(at))}`,
  );
  const none = '  No service was asked: none is configured, or there was nothing that may be asked.';
  const lists = 'verdict' in outcome ? listed(outcome) : [];
  return [
    card(result, sentences),
    ...(lists.length > 0 ? [strong('  Lists'), ...lists, ''] : []),
    strong('  Asked'),
    ...(services.length > 0 ? services : [none]),
    '',
  ].join('\n');
}

/** What each list says: entries that count and entries that do not alike, and the lists that say nothing. */
function listed({ sightings, asked = [], receipts }: Assessed): string[] {
  const services = new Set(receipts.map(({ provider }) => provider));
  const entries = sightings.flatMap(({ observable, indicators }) =>
    indicators.map((indicator) => ({ observable, ...indicator })),
  );
  const silent = asked.filter((name) => !services.has(name) && entries.every(({ feed }) => feed !== name));
  return [
    ...entries.map(({ feed, observable, matched, listedAt, note, warning }) => {
      const of = matched === observable.value ? '' : ` (as ${inertText(matched)})`;
      const aside = [`since ${listedAt.slice(0, 10)}`, ...(warning ? ['often listed by mistake'] : []), note ?? ''];
      const said = aside.filter((text) => text !== '').join(', ');
      return `  • ${feed === 'own' ? 'your own list' : inertText(feed)}: ${inertText(observable.value)}${of} → listed, ${inertText(said)}`;
    }),
    ...silent.map((name) => `  • ${inertText(name)}: nothing of it is listed`),
  ];
}

/** The whole story of one input, for a person. */
export function card(result: Result, sentences: Sentences): string {
  const { outcome } = result;
  const head = `${riskText(riskOf(result))}  ${strong(oneLine(result.input))}`;
  if (!('verdict' in outcome)) return `${head}\n  ${inertText(outcome.text)}\n`;
  const { verdict, evidence } = outcome;
  const lines = [head, ...evidence.messages.slice(0, 3).flatMap(aboutMessage)];
  if (verdict.findings.length > 0) {
    // Under "no known signs" a list of reasons would seem to say the opposite.
    const isWarning = ['high', 'suspicious'].includes(verdict.risk);
    lines.push('', strong(isWarning ? '  Why' : '  Small things, common in honest mail too'));
    for (const finding of verdict.findings) {
      const points = finding.decisive ? 'decisive' : `${finding.points}`;
      lines.push(`  • ${textOf(explainFinding(finding, sentences), inertText)} ${faint(`${finding.check} ${points}`)}`);
    }
  }
  const known = explainKnown(verdict.knownTo, outcome.asked, 'reviewer');
  if (known) lines.push('', `  ${textOf(known, inertText)}`);
  if (verdict.risk === 'no-signs') {
    lines.push('', '  This is no guarantee. If in doubt, ask the sender in another way than by answering.');
  }
  const gaps = explainGaps(verdict.gaps);
  if (gaps.length > 0) lines.push('', strong('  Could not be checked'));
  for (const gap of gaps) lines.push(`  • ${textOf(gap, inertText)}`);
  if (evidence.observables.length > 0) lines.push('', strong('  Seen'));
  for (const { kind, value } of evidence.observables.slice(0, SHOWN)) {
    lines.push(`  ${faint(kind.padEnd(8))} ${inertText(value)}`);
  }
  const more = evidence.observables.length - SHOWN;
  if (more > 0) lines.push(faint(`           and ${more} more (--json has them all)`));
  const checks = verdict.ran === 1 ? '1 check' : `${verdict.ran} checks`;
  lines.push('', faint(`  score ${verdict.score} · ${checks} ran · ${Math.round(result.elapsedMs)} ms`));
  return `${lines.join('\n')}\n`;
}

function aboutMessage(message: Message): string[] {
  const lines: string[] = [];
  const { from, forwardedBy, subject } = message;
  if (forwardedBy) lines.push(`  ${faint('forwarded by')} ${inertText(forwardedBy.address || forwardedBy.name)}`);
  if (from)
    lines.push(`  ${faint('from   ')} ${inertText(from.name ? `${from.name} <${from.address}>` : from.address)}`);
  if (subject !== '') lines.push(`  ${faint('subject')} ${inertText(subject)}`);
  return lines;
}
