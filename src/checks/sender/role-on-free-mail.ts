import { defineCheck } from '../check.ts';
import { lures } from '../content/demand.ts';
import { isConversation } from '../strangers.ts';

const WANTS = [
  'boss',
  'errand',
  'secrecy',
  'payment',
  'bank-change',
  'gift-card',
  'staff-records',
  'quotation',
  'legacy',
  'romance',
  'overpayment',
  'proposal',
  'donation',
  'fortune',
  'advance-fee',
  'personal-details',
  'prize',
  'lending',
  'approved-bill',
] as const;

/**
 * The name or the mailbox says an office ("President", "Purchasing", "FBI Director", `ceo.desk@`), the address is one that
 * anybody can open, and the mail wants money, orders or a favour. Club officers who write from home about other things
 * pass, and so do answers and lists.
 */
export const roleOnFreeMail = defineCheck({
  id: 'role-on-free-mail',
  on: 'message',
  group: 'sender',
  points: 2,
  explain:
    'The sender gives an office ({role}), but writes from {address}, a free mailbox, and wants something of you.',
  run(message, context) {
    const { from } = message;
    if (!from || !context.lists.freeMail.has(from.domain) || isConversation(message, context)) return;
    const local = from.address.slice(0, from.address.length - from.domain.length - 1);
    const role = ROLE.exec(from.name)?.[0] ?? ROLE.exec(local.replace(/[^a-z]+/g, ' '))?.[0];
    if (!role || lures(message, context, ...WANTS).length === 0) return;
    return { role, address: from.address };
  },
});

/** Offices, not trades: a doctor or a teacher may well have no other address. */
const ROLE =
  /\b(?:accounts? (?:payable|receivable|department)|advocate|agent|ambassador|attorney|award|barr|barrister|board|captain|capt|ceo|cfo|chair(?:man|woman)?|claims?|compensation|courier|department|dept|diplomat\w{0,3}|director|engr|esq|executive|fbi|finance|firm|foundation|funds?|headquarters|hr|import|lawyer|llp|loans?|lottery|manager|office|officer|payment|president|principal|procurement|pastor|promo|purchasing|recovery|recruit\w{0,6}|remittance|sales|rev|secretary|sergeant|sgt|sheikh|sourcing|trading|trustees?|unit|abogado|avvocato|avv|advocaat|anwalt|rechtsanwalt|buchhaltung|geschäftsführ\w{1,5}|geschaeftsleitung|einkauf|direction|directeur|comptabilité|achats|notaire|gerencia|director general|compras|contabilidad|direzione|amministrazione|acquisti|directie|inkoop|administratie|diretoria|financeiro|premios)\b/i;
