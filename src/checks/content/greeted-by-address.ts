import { defineCheck } from '../check.ts';

/**
 * "Dear ada@hospital.example": whoever greets a person by the whole address knows nothing else of her. A hint only, some
 * honest services do it. The address must be a recipient's, so that a mail to a role address passes.
 */
export const greetedByAddress = defineCheck({
  id: 'greeted-by-address',
  on: 'message',
  group: 'content',
  points: 1,
  explain: 'It greets you by your e-mail address ({address}), as if the sender did not know your name.',
  run({ text, to, cc }) {
    const [, address] = GREETING.exec(text.slice(0, 3000)) ?? [];
    if (!address) return;
    return [...to, ...cc].some((known) => known.address === address.toLowerCase()) ? { address } : undefined;
  },
});

const GREETING =
  /(?:^|[\n.!,:]\s{0,8})(?:dear|hello|hi|hey|greetings|attention|attn|welcome|您好|你好|尊敬的|亲爱的|親愛的)(?: (?:user|customer|client|member))?[ ,:：]{0,3}([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/i;
