import type { Risk } from '../model.ts';
import type { Skipped } from './inputs.ts';
import { type Result, riskOf } from './print.ts';

/** 2 outweighs 1: whoever reads only the exit code must not think that everything was looked at. */
export const EXIT = { nothingFound: 0, found: 1, trouble: 2 } as const;

/** Counts what came out, and shows on standard error how far it is, where that is a terminal. */
export function openTally(skipped: Skipped) {
  const counts: Record<Risk, number> = { high: 0, suspicious: 0, 'no-signs': 0, unchecked: 0 };
  const started = performance.now();
  let all = 0;
  let listed = false;
  let shownAt = 0;
  let shown = false;
  const said = () =>
    `${all} checked: ${counts.high} high risk, ${counts.suspicious} suspicious, ${counts['no-signs']} without known signs, ${counts.unchecked} could not be checked`;
  const seconds = () => (performance.now() - started) / 1000;
  return {
    count(result: Result): void {
      counts[riskOf(result)] += 1;
      all += 1;
      listed ||= result.listed;
    },
    /** Ten times a second is often enough. */
    show(): void {
      if (!process.stderr.isTTY || !listed || performance.now() - shownAt < 100) return;
      shownAt = performance.now();
      shown = true;
      process.stderr.write(`\r\u001b[K${said()} · ${Math.round(all / seconds())}/s`);
    },
    /** Takes the progress line away, so that a result never lands behind it. */
    clear(): void {
      if (shown) process.stderr.write('\r\u001b[K');
      shown = false;
    },
    many: () => all !== 1,
    summary(): string {
      const left = [
        skipped.hidden > 0 ? `${skipped.hidden} hidden` : '',
        skipped.special > 0 ? `${skipped.special} neither file nor folder` : '',
      ].filter((text) => text !== '');
      return `\n${said()}${left.length > 0 ? ` · left out: ${left.join(', ')}` : ''} · ${seconds().toFixed(1)} s`;
    },
    exitCode(): number {
      // A folder without files was not checked either.
      if (counts.unchecked > 0 || all === 0) return EXIT.trouble;
      return counts.high + counts.suspicious > 0 ? EXIT.found : EXIT.nothingFound;
    },
  };
}
