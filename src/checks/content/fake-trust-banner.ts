import { defineCheck } from '../check.ts';
import { isConversation } from '../strangers.ts';

/**
 * The mail says of itself that it is safe, verified or scanned. Only the mail server and the mail program can know that,
 * and they say it elsewhere. Looks at the beginning alone; lets pass the footers that some scanners add, and answers.
 */
export const fakeTrustBanner = defineCheck({
  id: 'fake-trust-banner',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It says of itself “{words}”. No mail can vouch for itself.',
  run(message, context) {
    if (isConversation(message, context)) return;
    const [words] = BANNER.exec(message.text.slice(0, START)) ?? [];
    return words === undefined ? undefined : { words: words.replace(/\s+/g, ' ') };
  },
});

const START = 400;
const BANNER =
  /\b(?:this (?:message|e-?mail|sender) (?:is|was sent|comes) (?:from|by) (?:a |an )?(?:trusted|verified|safe|known) (?:sender|source|contact)|sender (?:is |has been )?verified|(?:verified|trusted) sender [✓✔☑]|(?:message|e-?mail) (?:is |has been )?(?:verified|authenticated) by (?:microsoft|office|outlook|google|your)|diese (?:nachricht|e-?mail) (?:wurde|stammt|ist|kommt) von einem (?:vertrauenswürdigen|verifizierten|sicheren) absender|absender (?:ist )?verifiziert|(?:dit bericht|deze e-?mail) (?:is|komt) (?:afkomstig )?van een (?:vertrouwde|geverifieerde) afzender|(?:ce message|cet e-?mail) (?:provient|vient) d['’]un expéditeur (?:fiable|vérifié|de confiance)|expéditeur vérifié|(?:este (?:mensaje|correo)) (?:es|proviene) de un remitente (?:de confianza|verificado|seguro)|(?:esta mensagem|este e-?mail) (?:é|veio|foi enviad[ao]) (?:de|por) um remetente (?:confiável|verificado|seguro)|mittente verificato)|(?:发件人|寄件人|发送者)[^\n]{0,4}(?:已验证|已驗證|可信|可信任)/i;
