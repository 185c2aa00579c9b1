import { describe, expect, it } from 'vitest';
import { hiddenFolderInLink } from '../../../src/checks/link/hidden-folder-in-link.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('hidden-folder-in-link', () => {
  it.each([
    ['a folder with a dot in front', 'https://bakery.test/.smf/page.html'],
    ['what an archive program leaves', 'https://bakery.test/__MACOSX/login/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(hiddenFolderInLink, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    // `hijacked-site-path` knows what belongs there.
    ['the folder of certificates', 'https://bakery.test/.well-known/openid-configuration'],
    ['a site that shows source code', 'https://code.test/ada/app/blob/main/.config/rules.yml'],
    ['a page whose own name has dots', 'https://bakery.test/menu/v1.2.html'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(hiddenFolderInLink, { links: [link(url)] })).toBeUndefined();
  });
});
