import { defineCheck } from '../check.ts';
import { lures } from './demand.ts';

/**
 * New bank details for payments or for a salary. It needs no link and no haste to cost a fortune, so being a reply in a
 * known thread protects nobody. A bank that tells its customer of the customer's own new account speaks of no payments
 * to come and passes.
 */
export const bankDetailsChange = defineCheck({
  id: 'bank-details-change',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It says “{phrase}”. Money sent to changed bank details is rarely seen again: call a number you know first.',
  run(message, context) {
    const [change] = lures(message, context, 'bank-change');
    if (!change) return;
    const money = lures(message, context, 'bank-change', 'payment', 'invoice', 'urgency', 'secrecy').length > 1;
    return money || MONEY.test(message.text) ? { phrase: change.phrase } : undefined;
  },
});

const MONEY =
  /\b(?:payments?|invoices?|payroll|salary|remit|transfer|iban|direct deposit)\b|付款|汇款|转账|货款|工资|匯款|轉帳|貨款|薪資|rechnung|zahlung|gehalt|überweis|fatura|pagamento|salário|factuur|betaling|salaris|facture|virement|salaire|factura|pagos?\b|nómina|fattura|bonifico|stipendio/i;
