import { defineCheck } from '../check.ts';
import { lures } from './demand.ts';

/**
 * New bank details for payments or for a salary. It needs no link and no haste to cost a fortune, so being a reply in a
 * known thread protects nobody. A bank that tells its customer of the customer's own new account speaks of no payments
 * to come and passes, and so does whoever wants to be rung first at a number that the reader has.
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
    if (KNOWN_WAY.test(message.text)) return;
    const money = lures(message, context, 'bank-change', 'payment', 'invoice', 'urgency', 'secrecy').length > 1;
    return money || MONEY.test(message.text) ? { phrase: change.phrase } : undefined;
  },
});

/**
 * Whoever asks to be rung at a number that the reader has, or takes no changes by mail, wants no fraud: a fraudster who
 * wrote it would be found out by the call.
 */
const KNOWN_WAY = new RegExp(
  [
    "number (?:that )?(?:you(?:'ve| have)? (?:already |always )?(?:know|have|had|used?)|on (?:old|earlier|previous) invoices)",
    String.raw`not (?:accept|take|process|change)[^.!?\n]{0,40} by e-?mail|on the strength of this e-?mail`,
    'anträge per e-?mail|nicht per e-?mail|(?:bekannten?|gewohnten?) (?:telefon)?nummer',
    'numéro (?:figurant|que vous (?:avez|connaissez))|nummer dat u al|via de mail verwerken we',
    'número que (?:ya|já) |não aceitamos alterações por|por causa deste e-?mail',
    'numero che (?:ha|avete|conosce) già|телефону(?:,? который вам известен| из договора)',
    String.raw`известному (?:вам )?(?:номеру|телефону)|по (?:почте|телефону)[^.!?\n]{0,40} не принимаем`,
    String.raw`реквизиты[^.!?\n]{0,30}(?:прежние|не изменил|без изменений)|лично[^.!?\n]{0,40} по почте`,
    String.raw`znanym (?:państwu )?numerem|pod znan[ym]{1,2} |mailem[^.!?\n]{0,40} nie przyjmujemy`,
    'bildiğiniz (?:telefon|numara)|sözleşmedeki (?:telefon|numara)',
    String.raw`e-posta[^.!?\n]{0,40} (?:işleme alınmaz|kabul edilmez)`,
    String.raw`(?:الهاتف|الرقم) (?:المذكور في العقد|المعروف لديكم)|لا نقبل[^.!?\n]{0,40}البريد`,
    String.raw`不[会會]?(?:通过|透過|以|受理|接受)[^。!?\n]{0,6}(?:邮件|郵件|信件)|本人(?:到人事|到财务|携带|攜帶)|親自到人|メール(?:や電話)?での変更は受け付け`,
    String.raw`(?:これまで|いつも|従来)の(?:お)?電話番号|メールで[^。\n]{0,16}(?:ことは(?:ございません|ありません)|いたしません)`,
    '메일(?:이나 전화)?로(?:는)? (?:계좌 변경을 알리지|변경해 드리지|변경을 받지|처리하지) 않|合同上的(?:电话|座机)|合約上的電話',
  ].join('|'),
  'i',
);

const MONEY = new RegExp(
  [
    String.raw`\b(?:payments?|invoices?|payroll|salary|remit|transfer|iban|direct deposit)\b|付款|汇款|转账|货款|工资|匯款`,
    '轉帳|貨款|薪資|rechnung|zahlung|gehalt|überweis|fatura|pagamento|salário|factuur|betaling|salaris',
    String.raw`facture|virement|salaire|factura|pagos?\b|nómina|fattura|bonifico|stipendio|оплат|платеж|платёж`,
    'зарплат|faktur|płatno|przelew|wynagrodzeni|ödeme|havale|maaş|فاتور|فواتير|حوال|تحويل|راتب|سداد',
    '振込|振り込|送金|お支払|給与|송금|입금|대금|이체|급여',
  ].join('|'),
  'i',
);
