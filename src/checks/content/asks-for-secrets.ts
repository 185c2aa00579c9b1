import type { Message } from '../../model.ts';
import type { LureHit } from '../check.ts';
import { defineCheck } from '../check.ts';
import { foldedWords } from '../lures.ts';
import { presses, tells } from './asks.ts';
import { lures, STORIES } from './demand.ts';

/**
 * A password, a PIN, card data or a passport is wanted, in a mail that tells a lure's story or presses. Mail that says what
 * nobody will ever ask for passes, and so does a sign-up or reset that threatens nothing.
 */
export const asksForSecrets = defineCheck({
  id: 'asks-for-secrets',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It asks for what only you should have (“{phrase}”) and presses you to give it.',
  run(message, context) {
    if (message.text.length > 1500) return;
    const hits = tells(message, context, 'secrets').filter((one) => !isDenied(message, one));
    const [hit] = hits;
    if (!hit) return;
    const story = lures(message, context, ...STORIES).some((one) => one.phrase !== hit.phrase);
    return (story && presses(message, context)) || (hits.length > 1 && (story || presses(message, context)))
      ? { phrase: hit.phrase }
      : undefined;
  },
});

/** "We never ask for your PIN": such a word shortly before or after turns the sentence round. */
function isDenied(message: Message, { language, start, end }: LureHit): boolean {
  const { plain } = foldedWords(message);
  return (DENIED_IN[language] ?? DENIED).test(plain.slice(Math.max(0, start - 60), end + 40));
}

const DENIED = new RegExp(
  [
    String.raw`\b(?:never|nobody will|no one will|niemals|nie|keine?|niemand|jamais|personne ne|nunca|nadie|ninguem|mai chied|non chied|nessuno|nooit|wont ask|will not ask|no necesitamos)\b`,
    '不会(?:向|以|通过|要求|索|主动)|不會(?:向|以|透過|要求|索|主動)|[从從]不|[绝絕]不|不需要(?:您|你|回)|[无無][需须須](?:提供|填写|填寫|回复|回覆)',
    'ことは(?:ありません|ございません)|必要は(?:ありません|ございません)|(?:묻|여쭙|요구하|요청하)지 않|필요[도는가]? 없|않으셔도',
  ].join('|'),
);

/** Languages in which "not" alone says nothing (Polish has it in every second sentence) or words have no ASCII edges. */
const DENIED_IN: Record<string, RegExp> = {
  ru: /никогда|никто не|не (?:прос[ия]|спраш|запраш|требу|сообщаи|называи|передаваи|вводите)/,
  pl: /nigdy|nikt|nie (?:pros|zada|pyta|podawa|udostepnia|przekazu|wysyła)/,
  tr: /asla|hicbir zaman|istemez|istemey|istemiyor|sormaz|sormay|paylasma|vermeyin|soylemeyin/,
  ar: /ابدا|لا [نيت]طلب|لن [نيت]طلب|لا تشارك|لا تعط|لا تفصح|عدم مشاركة|ليست منا/,
};
