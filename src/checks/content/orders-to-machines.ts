import { defineCheck } from '../check.ts';

/**
 * Hidden text that speaks to a filter or an assistant instead of the reader. Newsletters that write about such orders
 * do it in the open, and pass.
 */
export const ordersToMachines = defineCheck({
  id: 'orders-to-machines',
  on: 'message',
  group: 'content',
  points: 5,
  explain: 'Text that you cannot see gives orders to mail filters or assistants: “{order}”.',
  run({ hiddenText }) {
    const [order] = ORDER.exec(hiddenText.slice(0, 100_000).replace(/\s+/g, ' ')) ?? [];
    return order === undefined ? undefined : { order };
  },
});

const ORDER =
  /\b(?:ignore|disregard|forget)\b[^.\n]{0,30}\b(?:instructions?|prompts?|rules)\b|\b(?:classify|mark|treat|report|label|flag)\b[^.\n]{0,30}\b(?:message|e-?mail|it|this)\b[^.\n]{0,15}\bas\b[^.\n]{0,15}\b(?:safe|benign|legitimate|not (?:spam|phishing)|clean|harmless|trusted)\b|\bdo not (?:flag|report|classify)\b|\byou are an? (?:ai|assistant|language model|email (?:filter|security))|忽略[^。\n]{0,12}(?:指令|指示|提示)|(?:标记|判定|视)为(?:安全|正常|合法)/i;
