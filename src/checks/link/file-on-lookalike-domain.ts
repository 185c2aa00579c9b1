import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { imitatedBrand } from '../imitation.ts';
import { likenessToOwn } from '../own.ts';
import { extensionOf } from '../path-extension.ts';

/**
 * A program, an archive or a document that can carry macros, handed out by a domain that is made to be read as a known
 * house's or our own: bait and trap in one, as in the attacks on hospitals of February 2020. Decisive, since no honest
 * house keeps files on an imitation of another one. Chance neighbours of a brand's name are let pass by `imitatedBrand`.
 */
export const fileOnLookalikeDomain = defineCheck({
  id: 'file-on-lookalike-domain',
  on: 'link',
  group: 'link',
  points: 6,
  explain:
    'The link goes to {domain}, which imitates {real}, and hands out {file} there, a kind of file that carries malware.',
  decisive: true,
  run({ source, parts }, { lists, organisation }) {
    if (source === 'image' || parts.isIp || parts.domain === '' || isOwn(parts.host, organisation)) return;
    const file = extensionOf(parts.path);
    if (!file) return;
    const { extension, name } = file;
    const kinds = [lists.macroDocuments, lists.archives, lists.executables, lists.scripts, lists.diskImages];
    if (!kinds.some((kind) => kind.has(extension)) || WEB.has(extension)) return;
    const real = likenessToOwn(parts.domain, organisation, lists) ?? imitatedBrand(parts.domain, lists, organisation);
    return real ? { domain: parts.domain, real, file: name } : undefined;
  },
});

/** What web servers serve to browsers, or end pages with. */
const WEB = new Set(['js', 'com', 'py', 'sh', 'app', 'jar', 'inf', 'do', 'run', 'action']);
