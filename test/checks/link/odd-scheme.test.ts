import { describe, expect, it } from 'vitest';
import { oddScheme } from '../../../src/checks/link/odd-scheme.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('odd-scheme', () => {
  it('catches a search handler', () => {
    expect(runCheck(oddScheme, { links: [link('search-ms:query=invoice&crumb=location:x')] })).toEqual({
      scheme: 'search-ms',
    });
  });
  it('catches a share of a foreign machine', () => {
    expect(runCheck(oddScheme, { links: [link('file://203.0.113.7/share/x.lnk')] })).toBeDefined();
  });
  it('catches a page inside the link', () => {
    expect(runCheck(oddScheme, { links: [link('data:text/html;base64,PGh0bWw+')] })).toBeDefined();
  });
  it('lets web, mail and phone pass', () => {
    expect(runCheck(oddScheme, { links: [link('mailto:ada@hospital.example')] })).toBeUndefined();
  });
  it('lets an inline picture pass', () => {
    // Signatures carry their logo so.
    expect(runCheck(oddScheme, { links: [link('data:image/png;base64,AAAA')] })).toBeUndefined();
  });
  it('lets the empty script of old templates pass', () => {
    // It does nothing.
    expect(runCheck(oddScheme, { links: [link('javascript:void(0)')] })).toBeUndefined();
  });

  it('tells a path on one’s own machine from a share in disguise', () => {
    expect(runCheck(oddScheme, { links: [link('file:///C:/reports/may.pdf')] })).toBeUndefined();
    expect(runCheck(oddScheme, { links: [link('file:////203.0.113.7/share/may.lnk')] })).toBeDefined();
  });
});
