import { describe, expect, it } from 'vitest';
import { hijackedSitePath } from '../../../src/checks/link/hijacked-site-path.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('hijacked-site-path', () => {
  it('catches a page in the machinery of WordPress', () => {
    expect(runCheck(hijackedSitePath, { links: [link('https://bakery.test/wp-includes/css/dhl/')] })).toEqual({
      host: 'bakery.test',
    });
  });
  it('catches a page among the certificates', () => {
    expect(
      runCheck(hijackedSitePath, { links: [link('https://bakery.test/.well-known/pay/index.php')] }),
    ).toBeDefined();
  });
  it('lets uploads pass', () => {
    // That is where a site keeps its documents.
    expect(
      runCheck(hijackedSitePath, { links: [link('https://bakery.test/wp-content/uploads/2020/menu.pdf')] }),
    ).toBeUndefined();
  });
  it('lets style sheets and the log-in page pass', () => {
    expect(
      runCheck(hijackedSitePath, { links: [link('https://bakery.test/wp-content/themes/x/style.css')] }),
    ).toBeUndefined();
  });
  it('lets certificate checks pass', () => {
    expect(
      runCheck(hijackedSitePath, { links: [link('https://bakery.test/.well-known/acme-challenge/abc')] }),
    ).toBeUndefined();
  });
});
