import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** The command of a shortcut stands behind so many blanks that its properties do not show it. Nobody writes that by hand. */
export const argumentsOutOfSight = defineCheck({
  id: 'arguments-out-of-sight',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'A shortcut in {name} hides its command behind a long blank, so that nobody who looks at it sees it.',
  run({ name, traits }) {
    return traits.includes('arguments-out-of-sight') ? { name: fileName(name) } : undefined;
  },
});
