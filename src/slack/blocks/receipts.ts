import type { Receipt } from '../../model.ts';
import { inertPlain, plain } from '../inert.ts';
import { type Block, list, type RichPiece, words } from './kit.ts';

const MOST_SERVICES = 14;
const MOST_QUESTIONS = 3;

/** Who was asked what: a line for each service, what it knew something about first. */
export function receiptBlock(receipts: readonly Receipt[]): Block | undefined {
  const services = [...Map.groupBy(newest(receipts), ({ provider }) => provider)];
  return list(services.slice(0, MOST_SERVICES).map(line), plain`Asked`);
}

function line([provider, receipts]: [string, Receipt[]]): RichPiece[] {
  const shown = receipts.toSorted((a, b) => RANK[a.outcome] - RANK[b.outcome]).slice(0, MOST_QUESTIONS);
  const more = receipts.length - shown.length;
  return [
    words(plain`${inertPlain(provider, 40)}: `, { bold: true }),
    ...shown.map(({ asked, answer }, index) =>
      words(plain`${index > 0 ? plain`; ` : plain``}${inertPlain(asked, 80)} → ${inertPlain(answer, 80)}`),
    ),
    words(more > 0 ? plain`; and ${more} more` : plain``),
  ];
}

const RANK: Record<Receipt['outcome'], number> = { known: 0, failed: 1, 'not-asked': 2, unknown: 3 };

/** Copies ask the same again: the last word on each question stands. */
function newest(receipts: readonly Receipt[]): Receipt[] {
  return [...new Map(receipts.map((receipt) => [`${receipt.provider} ${receipt.asked}`, receipt])).values()];
}
