import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';

const CODE =
  /^(?=[0-9a-f-]*\d)(?=[0-9a-f-]*[a-f])(?:[0-9a-f]{16,63}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}.{0,30})$/;

/**
 * A label of sixteen or more hexadecimal signs, or a UUID, in front of a stranger's domain. A hint: clouds number their
 * machines so, which is why well-known ones pass.
 */
export const machineLabelInHost = defineCheck({
  id: 'machine-label-in-host',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'A part of the name {host} is a code that a machine has made up: {label}.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const label = link.parts.host.split('.').find((part) => CODE.test(part));
    return label ? { host: link.parts.unicodeHost, label } : undefined;
  },
});
