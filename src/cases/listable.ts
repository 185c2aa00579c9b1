import { createHash } from 'node:crypto';
import type { Evidence, Knowledge, Observable } from '../model.ts';
import { registrable, urlParts } from '../parse/url.ts';

/**
 * The observables that an analyst may put on the organisation's own list. Left out is what would convict honest mail for
 * ever: our own domains and addresses, well-known domains, and domains under which anyone has a page or a mailbox.
 * A single URL on a well-known host stays, since it matches nothing but itself.
 */
export function listable(evidence: Evidence, { organisation, lists }: Knowledge): Observable[] {
  const own = new Set(organisation.domains);
  const shared = (domain: string): boolean =>
    lists.popular.has(domain) ||
    lists.freeMail.has(domain) ||
    lists.siteHosts.has(domain) ||
    lists.fileHosts.has(domain) ||
    lists.shorteners.has(domain) ||
    lists.formBuilders.has(domain);
  /** A brand's host, or one of a well-known house; but `evil.github.io` is its owner's and not GitHub's. */
  const ofWellKnown = (host: string): boolean => {
    const parts = urlParts(`http://${host}/`);
    if (!parts) return false;
    if (lists.brands.some((brand) => brand.domains.includes(parts.domain))) return parts.site === parts.domain;
    const strangers = parts.site !== parts.domain || lists.siteHosts.has(parts.domain);
    return lists.popular.has(parts.domain) && !strangers;
  };
  return evidence.observables.filter(({ kind, value }) => {
    if (kind === 'domain') return !own.has(registrable(value)) && !shared(value) && !ofWellKnown(value);
    if (kind === 'address') return !own.has(registrable(value.split('@')[1] ?? ''));
    if (kind !== 'url') return true;
    const parts = urlParts(value);
    if (!parts || own.has(parts.domain)) return false;
    return !(parts.path === '/' && parts.query === '' && (shared(parts.domain) || shared(parts.host)));
  });
}

/** A short name for an observable that may stand in a button or option, where the observable itself must not. */
export function observableId({ kind, value }: Observable): string {
  return createHash('sha256').update(`${kind}:${value}`).digest('hex').slice(0, 16);
}
