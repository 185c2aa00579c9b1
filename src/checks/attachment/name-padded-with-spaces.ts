import { defineCheck } from '../check.ts';

/**
 * A long blank before the real ending pushes it out of sight: `report.pdf                    .exe`. A few blanks from
 * careless typing pass.
 */
export const namePaddedWithSpaces = defineCheck({
  id: 'name-padded-with-spaces',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'A long blank hides the real ending of the attachment {name}.',
  run({ name, entries }) {
    const padded = [name, ...entries.slice(0, 2000).map((entry) => entry.name)].find((each) => PADDING.test(each));
    return padded === undefined
      ? undefined
      : { name: padded.replace(/[\s\u2800\u3164\u115f\u1160]{2,}/g, ' … ').slice(-200) };
  },
});

const PADDING = /[\s\u2800\u3164\u115f\u1160]{8}[^.]{0,20}\.[^.]{1,20}$/;
