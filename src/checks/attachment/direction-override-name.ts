import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A character in the name that turns the reading direction: `invoice<RLO>fdp.exe` is shown as `invoiceexe.pdf`. Marks
 * that Arabic and Hebrew names carry do not override anything and pass.
 */
export const directionOverrideName = defineCheck({
  id: 'direction-override-name',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'A hidden character makes the name of an attachment read backwards. Its real name is {name}.',
  run({ name, entries }) {
    const turned = [name, ...entries.slice(0, 2000).map((entry) => entry.name)].find((each) =>
      /[\u202d\u202e]/.test(each),
    );
    return turned === undefined ? undefined : { name: fileName(turned) };
  },
});
