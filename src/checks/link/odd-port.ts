import { defineCheck } from '../check.ts';
import { isBareWord, isOwn } from '../domains.ts';

/** A web site on an unusual port of a named public host. Intranets, well-known sites and the usual second ports pass. */
export const oddPort = defineCheck({
  id: 'odd-port',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link to {host} uses the unusual port {port}.',
  run(link, { lists, organisation, messageOf }) {
    const { source, parts } = link;
    if (
      source === 'image' ||
      isBareWord(link, messageOf(link)) ||
      parts.port === '' ||
      parts.domain === '' ||
      lists.popular.has(parts.domain)
    )
      return;
    if (!parts.scheme.startsWith('http') || isOwn(parts.host, organisation)) return;
    if (['80', '443', '8080', '8443'].includes(parts.port)) return;
    return { host: parts.unicodeHost, port: parts.port };
  },
});
