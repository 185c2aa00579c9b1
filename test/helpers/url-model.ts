import type { Knowledge } from '../../src/model.ts';
import { knowledge } from './evidence.ts';

/** A model that gives every address the same score; its bounds are 1, 2, 3 and, in a mail, 4. */
export function modelThatGives(score: number): Knowledge {
  const { urlModel } = knowledge().lists;
  return knowledge({ lists: { urlModel: { ...urlModel, bias: score } } });
}
