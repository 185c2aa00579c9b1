import { describe, expect, it } from 'vitest';
import { svgWithForeignLink } from '../../../src/checks/attachment/svg-with-foreign-link.ts';
import { attachment, link, runCheck } from '../../helpers/evidence.ts';

const found = (url: string, parts: { type?: string; inline?: boolean } = {}) => {
  const file = attachment('voice.svg', { type: 'svg', ...parts });
  return runCheck(svgWithForeignLink, {
    attachments: [file],
    links: [link(url, { attachment: file.id, source: 'document' })],
  });
};

describe('svg-with-foreign-link', () => {
  it('catches a picture that leads on', () => {
    expect(found('https://evil.test/x')).toEqual({ name: 'voice.svg', host: 'evil.test' });
  });
  it('lets a logo in the body pass, a link to a known site, and other files', () => {
    expect(found('https://evil.test/x', { inline: true })).toBeUndefined();
    expect(found('https://google.com/')).toBeUndefined();
    expect(found('https://evil.test/x', { type: 'pdf' })).toBeUndefined();
  });
});
