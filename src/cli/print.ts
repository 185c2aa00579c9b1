import type { Assessed } from '../assess.ts';
import { explainFinding, explainGap, explainGaps, type Sentences, textOf } from '../explain.ts';
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
  return inertJson({
    input,
    risk: verdict.risk,
    score: verdict.score,
    findings,
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

/** The card, and under it who was asked what. */
export function explained(result: Result, sentences: Sentences): string {
  const { outcome } = result;
  const receipts = 'verdict' in outcome ? outcome.receipts : [];
  const lines = receipts.map(
    ({ provider, asked, at, answer }) =>
      `  • ${inertText(provider)}: ${inertText(asked)} → ${inertText(answer)} ${faint(inertText(at))}`,
  );
  const none = '  No service was asked: none is configured, or there was nothing that may be asked.';
  return `${card(result, sentences)}\n${strong('  Asked')}\n${(lines.length > 0 ? lines : [none]).join('\n')}\n`;
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
