import { defineCheck } from '../check.ts';

/**
 * An address in pieces that the reader is to put together, so that no filter sees the whole. "If the button does not
 * work, copy this link" is in every honest mail and passes; taking characters out again is asked by nobody honest.
 */
export const linkToPieceTogether = defineCheck({
  id: 'link-to-piece-together',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It has you put its web address together yourself (“{how}”), so that filters do not see it.',
  run({ text }) {
    const [how] = PIECES.exec(text) ?? [];
    return how === undefined ? undefined : { how };
  },
});

const PIECES =
  /\b(?:remove|delete|without|replace|take out)\b[^.!?\n]{0,20}\b(?:spaces?|brackets?|dots?|asterisks?|stars?)\b[^.!?\n]{0,40}\b(?:link|address|url|browser|site|website)\b|\b(?:link|address|url)\b[^.!?\n]{0,30}\b(?:remove|delete|without)\b[^.!?\n]{0,20}\b(?:spaces?|brackets?|asterisks?)\b|去掉[^。\n]{0,6}空格|删除[^。\n]{0,6}空格|空格去掉/i;
