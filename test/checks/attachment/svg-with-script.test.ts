import { describe, expect, it } from 'vitest';
import { svgWithScript } from '../../../src/checks/attachment/svg-with-script.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('svg-with-script', () => {
  it('catches a picture with a script', () => {
    expect(
      runCheck(svgWithScript, { attachments: [attachment('logo.svg', { type: 'svg', traits: ['html-script'] })] }),
    ).toEqual({ name: 'logo.svg' });
  });

  it('catches a picture that acts when it is loaded', () => {
    expect(
      runCheck(svgWithScript, {
        attachments: [attachment('logo.svg', { type: 'svg', content: '<svg onload="go()">' })],
      }),
    ).toEqual({ name: 'logo.svg' });
  });

  it('catches one that only its name or only its bytes call a drawing', () => {
    for (const parts of [{ name: 'logo.svg' }, { name: 'logo.bin', type: 'svg' }]) {
      const attachments = [attachment(parts.name, { ...parts, traits: ['html-script'] })];
      expect(runCheck(svgWithScript, { attachments })).toEqual({ name: parts.name });
    }
  });

  it('lets a drawing with a link pass', () => {
    expect(
      runCheck(svgWithScript, {
        attachments: [
          attachment('logo.svg', { type: 'svg', content: '<svg><a href="https://a.example"><path/></a></svg>' }),
        ],
      }),
    ).toBeUndefined();
  });

  it('lets a web page with a script pass, since other checks name it', () => {
    expect(
      runCheck(svgWithScript, { attachments: [attachment('map.html', { type: 'html', traits: ['html-script'] })] }),
    ).toBeUndefined();
  });
});
