import { describe, expect, it } from 'vitest';
import { fileOnLookalikeDomain } from '../../../src/checks/link/file-on-lookalike-domain.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

const found = (url: string) => runCheck(fileOnLookalikeDomain, { links: [link(url)] });

describe('file-on-lookalike-domain', () => {
  it('catches a macro document on an imitation of a health authority', () => {
    expect(found('http://nhc-gov.test/travel-form.xlsm')).toEqual({
      domain: 'nhc-gov.test',
      real: 'nhc.gov.cn',
      file: 'travel-form.xlsm',
    });
  });
  it('catches an archive on an imitation of our own house', () => {
    expect(found('https://hospital-login.test/shift-plan.zip')?.real).toBe('hospital.example');
  });
  it('lets a page on such a domain pass: other checks speak of it', () => {
    expect(found('https://nhc-gov.test/index.js')).toBeUndefined();
    expect(found('https://nhc-gov.test/form')).toBeUndefined();
  });
  it('lets the real house pass', () => {
    expect(found('https://www.nhc.gov.cn/form.xlsm')).toBeUndefined();
  });
  it('lets a file on any other domain pass', () => {
    expect(found('https://firm.test/form.xlsm')).toBeUndefined();
  });
});
