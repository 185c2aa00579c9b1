import { explainKnown } from '../../explain.ts';
import type { Assessment } from '../../model.ts';
import { type Block, paragraph, phrase, words } from './kit.ts';

/** "Known to 2 sources: …": the second question after "does it look wrong?". Nothing where there was nobody to ask. */
export function knownBlock(
  assessment: Pick<Assessment, 'verdict' | 'asked'> | undefined,
  reader: 'reporter' | 'reviewer' = 'reporter',
): Block | undefined {
  const known = assessment && explainKnown(assessment.verdict.knownTo, assessment.asked, reader);
  if (!known) return undefined;
  const [count, ...names] = phrase(known);
  const isKnown = names.length > 0;
  // The number is what a glance looks for.
  return paragraph(count && 'text' in count && isKnown ? [words(count.text, { bold: true }), ...names] : phrase(known));
}
