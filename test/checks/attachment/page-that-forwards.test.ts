import { describe, expect, it } from 'vitest';
import { pageThatForwards } from '../../../src/checks/attachment/page-that-forwards.ts';
import type { Trait } from '../../../src/model.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';

const found = (content: string, url: string, traits: Trait[] = ['html-script', 'html-goes-elsewhere']) => {
  const file = attachment('view.html', { type: 'html', traits, content });
  return runCheck(pageThatForwards, {
    messages: [message({ from: 'news@firm.test' })],
    attachments: [file],
    links: [link(url, { attachment: file.id, source: 'document' })],
  });
};

describe('page-that-forwards', () => {
  it('catches a page that is a push', () => {
    expect(found('<script>location="https://evil.test/"</script>Loading…', 'https://evil.test/')).toEqual({
      name: 'view.html',
      host: 'evil.test',
    });
  });
  it('lets the sender’s own and known sites pass', () => {
    expect(found('<script>x</script>', 'https://www.firm.test/view')).toBeUndefined();
    expect(found('<script>x</script>', 'https://google.com/')).toBeUndefined();
  });
  it('lets a page with something to read pass, and one that stays', () => {
    expect(found('<p>A report of many words.</p>'.repeat(60), 'https://evil.test/')).toBeUndefined();
    expect(found('<a href="https://evil.test/">x</a>', 'https://evil.test/', ['html-script'])).toBeUndefined();
  });
});
