import type { Opinion, Sighting } from '../model.ts';
import type { CheckContext } from './check.ts';
import { isWellKnown } from './hosts.ts';

/**
 * What the services together say of one thing, and in whose words. One service alone against several that call it
 * harmless is weighed, not obeyed: it leaves a doubt. So does whatever is said of a whole domain on which anyone has a
 * page, or that everybody knows: a service that lists one of those means a single page of it.
 */
export function weigh({ observable, opinions }: Sighting, context: CheckContext): Opinion | undefined {
  const of = (level: Opinion['level']): Opinion[] => opinions.filter((opinion) => opinion.level === level);
  const [bad, doubts, fine] = [of('malicious'), of('suspicious'), of('harmless')];
  const [loudest] = bad;
  if (loudest) {
    const { kind, value } = observable;
    const { siteHosts, fileHosts, formBuilders, shorteners } = context.lists;
    const anyones = [siteHosts, fileHosts, formBuilders, shorteners].some((list) => list.has(value));
    const shared = kind === 'domain' && (anyones || isWellKnown(value, context));
    const outvoted = bad.length === 1 && fine.length >= 2;
    return shared || outvoted ? { ...loudest, level: 'suspicious' } : loudest;
  }
  return doubts.length > fine.length ? doubts[0] : undefined;
}
