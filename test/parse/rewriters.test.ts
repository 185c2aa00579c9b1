import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrap } from '../../src/parse/rewriters.ts';

const TARGET = 'https://evil.example/a?b=c';
const escaped = encodeURIComponent(TARGET);

test.each([
  ['proofpoint', `https://urldefense.proofpoint.com/v1/url?u=${escaped}&k=x`],
  ['proofpoint', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_a-3Fb-3Dc&d=x'],
  ['proofpoint', 'https://urldefense.com/v3/__https://evil.example/a*b=c__;Pw!!abc!def$'],
  ['proofpoint', 'https://urldefense.us/v3/__https:/evil.example/a**A=c__;P2I!!abc$'],
  ['safelinks', `https://nam01.safelinks.protection.outlook.com/?url=${escaped}&data=x`],
  ['barracuda', `https://linkprotect.cudasvc.com/url?a=${escaped}&c=E,1`],
  ['cisco', `https://secure-web.cisco.com/1token/${escaped}`],
  ['symantec', `https://clicktime.symantec.com/abc?u=${escaped}`],
  ['fireeye', `https://protect2.fireeye.com/v1/url?k=1&q=1&u=${escaped}`],
  ['sophos', `https://eu.protection.sophos.com/?d=evil.example&u=${btoa(TARGET)}&i=1`],
  ['trend-micro', `https://imsva.ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${escaped}&umid=1`],
  ['check-point', 'https://url.avanan.click/v2/___https://evil.example/a*3Fb*3Dc___.YXAz'],
  ['check-point', `https://checkpoint.url-protection.com/v1/url?o=${escaped}&g=1`],
  ['titanhq', `https://linklock.titanhq.com/analyse?url=${escaped}&data=1`],
  ['esva', `https://urlsand.esvalabs.com/?u=${escaped}&e=1`],
  ['amazon-ses', `https://abc.r.eu-west-1.awstrack.me/L0/${escaped}/1/0102/x=1`],
  ['azure', `https://emails.azure.microsoft.com/redirect/?destination=${escaped}&p=1`],
  ['whatsapp', `https://l.wl.co/l?u=${escaped}`],
  ['slack', `https://slack-redir.net/link?url=${escaped}`],
  ['google', `https://www.google.com/url?q=${escaped}&sa=D`],
])('decodes %s', (name, url) => {
  expect(unwrap(url)).toEqual({ url: TARGET, rewriters: [name] });
});

test.each([
  ['mimecast', 'https://protect-eu.mimecast.com/s/abc?domain=evil.example'],
  ['mimecast', 'https://url.us.m.mimecastprotect.com/s/abc?domain=evil.example'],
  ['inky', 'https://shared.outlook.inky.com/link?domain=evil.example&t=h.abc'],
  ['check-point', 'https://url.avanan.click/v2/r01/___mytux:ddjanq___.YXAz'],
])('names %s, which only its maker can decode', (name, url) => {
  expect(unwrap(url)).toEqual({ url, rewriters: [name] });
});

test.each([
  ['a host that only ends alike', `https://evilslack-redir.net/link?url=${escaped}`],
  ['a host below', `https://slack-redir.net.evil.example/link?url=${escaped}`],
  ['a rewriter without a target', 'https://slack-redir.net/link'],
  ['a target that is no address', 'https://slack-redir.net/link?url=hello'],
  ['another page of the same site', 'https://www.google.com/search?q=https://evil.example/'],
  ['broken escapes', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_-ZZ'],
])('leaves alone: %s', (_, url) => {
  expect(unwrap(url)).toEqual({ url, rewriters: [] });
});

test('takes off nested rewriters, outermost first, and stops at five', () => {
  const wrap = (url: string) => `https://slack-redir.net/link?url=${encodeURIComponent(url)}`;
  const google = `https://www.google.com/url?q=${escaped}`;
  expect(unwrap(wrap(google))).toEqual({ url: TARGET, rewriters: ['slack', 'google'] });
  let url = TARGET;
  for (let layer = 0; layer < 7; layer += 1) url = wrap(url);
  expect(unwrap(url).rewriters).toHaveLength(5);
  expect(unwrap(url).url).toBe(wrap(wrap(TARGET)));
});

test('never throws', () => {
  const host = fc.constantFrom(
    'urldefense.com/v3/__',
    'url.avanan.click/v2/___',
    'eu.protection.sophos.com/?u=',
    'secure-web.cisco.com/1/',
  );
  fc.assert(fc.property(host, fc.string(), (prefix, rest) => void unwrap(`https://${prefix}${rest}`)));
});
