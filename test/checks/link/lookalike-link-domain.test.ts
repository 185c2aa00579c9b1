import { describe, expect, it } from 'vitest';
import { lookalikeLinkDomain } from '../../../src/checks/link/lookalike-link-domain.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('lookalike-link-domain', () => {
  it('catches a look-alike of a brand', () => {
    expect(runCheck(lookalikeLinkDomain, { links: [link('https://www.paypa1.com/')] })).toEqual({
      domain: 'paypa1.com',
      real: 'paypal.com',
    });
  });
  it('catches a look-alike of the organisation', () => {
    expect(runCheck(lookalikeLinkDomain, { links: [link('https://hospitall.example/')] })).toEqual({
      domain: 'hospitall.example',
      real: 'hospital.example',
    });
  });
  it('catches the look-alike of the health authority', () => {
    expect(runCheck(lookalikeLinkDomain, { links: [link('http://nhc-gov.example/form')] })).toEqual({
      domain: 'nhc-gov.example',
      real: 'nhc.gov.cn',
    });
  });
  it('lets the genuine ones pass', () => {
    expect(runCheck(lookalikeLinkDomain, { links: [link('https://www.paypal.com/')] })).toBeUndefined();
  });
  it('lets an honest neighbour of a short name pass', () => {
    // dal.de is no slip of dhl.de.
    expect(runCheck(lookalikeLinkDomain, { links: [link('https://www.dal.de/')] })).toBeUndefined();
  });
  it('lets the name under a plain ending pass', () => {
    // Other countries’ sites of the same house.
    expect(runCheck(lookalikeLinkDomain, { links: [link('https://www.paypal.ch/')] })).toBeUndefined();
  });
});
