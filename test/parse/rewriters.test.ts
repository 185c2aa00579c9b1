import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSpecimen } from '../../src/parse/read.ts';
import { frontsOf, sealedBy, unwrap } from '../../src/parse/rewriters.ts';

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
  ['google', `https://www.google.com.hk/url?q=${escaped}`],
  ['symantec', `https://clicktime.cloud.postoffice.net/clicktime.php?U=${escaped}&E=x`],
  ['amazon-ses', `https://abc.r.eu-west-1.awstrack.me/CL0/${escaped}/1/0102/x=1`],
  ['trustwave', `https://scanmail.trustwave.com/?c=1&d=2&u=${escaped}`],
  ['zix', `https://link.edgepilot.com/s/abc/def?u=${escaped}`],
  ['egress', `https://links.us1.defend.egress.com/Warn?crId=1&url=${escaped}`],
  ['bitdefender', `https://linkscan.io/scan/ux/${btoa(TARGET)}`],
  ['teams', `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${escaped}`],
  ['google-amp', 'https://www.google.com/amp/s/evil.example/a?b=c'],
  ['google-amp', 'https://evil-example.cdn.ampproject.org/c/s/evil.example/a?b=c'],
  ['doubleclick', `https://www.googleadservices.com/pagead/aclk?sa=L&adurl=${escaped}`],
  ['doubleclick', `https://clickserve.dartsearch.net/link/click?ds_dest_url=${escaped}`],
  ['doubleclick', 'https://ad.doubleclick.net/ddm/clk/1;2;k?https://evil.example/a?b=c'],
  ['bing', `https://www.bing.com/ck/a?!&&p=1&u=a1${btoa(TARGET)}&ntb=1`],
  ['youtube', `https://www.youtube.com/redirect?event=x&q=${escaped}`],
  ['facebook', `https://l.facebook.com/l.php?u=${escaped}&h=AT0`],
  ['facebook', `https://l.instagram.com/?u=${escaped}&e=AT0`],
  ['linkedin', `https://www.linkedin.com/redir/redirect?url=${escaped}`],
  ['linkedin', `https://www.linkedin.com/safety/go?url=${escaped}`],
  ['tumblr', `https://t.umblr.com/redirect?z=${escaped}&t=x`],
  ['duckduckgo', `https://duckduckgo.com/l/?uddg=${escaped}&rut=1`],
  ['yahoo', `https://r.search.yahoo.com/_ylt=x/RV=2/RE=1/RO=10/RU=${escaped}/RK=2/RS=x`],
  ['steam', `https://steamcommunity.com/linkfilter/?u=${escaped}`],
  ['vk', `https://vk.com/away.php?to=${escaped}`],
  ['ok', `https://ok.ru/dk?cmd=logExternal&st.link=${escaped}`],
  ['medium', `https://medium.com/r?url=${escaped}`],
  ['zhihu', `https://link.zhihu.com/?target=${escaped}`],
  ['csdn', `https://link.csdn.net/?target=${escaped}`],
  ['qq', `https://c.pc.qq.com/middlem.html?pfurl=${escaped}`],
  ['affiliate', `https://www.awin1.com/cread.php?awinmid=1&ued=${escaped}`],
  [
    'mandrill',
    `https://mandrillapp.com/track/click/1/evil.example?p=${btoa(JSON.stringify({ s: 'x', v: 1, p: JSON.stringify({ url: TARGET }) }))}`,
  ],
  ['customer-io', `https://track.customer.io/e/c/${btoa(JSON.stringify({ email_id: '1', href: TARGET }))}/abc`],
  ['postmark', `https://click.pstmrk.it/3s/${encodeURIComponent('evil.example/a?b=c')}/x/y/z`],
  ['mailjet', `https://x1.mjt.lu/lnk/AAA/1/hash/${btoa(TARGET)}`],
])('decodes %s', (name, url) => {
  expect(unwrap(url)).toEqual({ url: TARGET, rewriters: [name] });
});

test.each([
  ['mimecast', 'https://protect-eu.mimecast.com/s/abc?domain=evil.example'],
  ['mimecast', 'https://url.us.m.mimecastprotect.com/s/abc?domain=evil.example'],
  ['inky', 'https://shared.outlook.inky.com/link?domain=evil.example&t=h.abc'],
])('judges the host that %s names, and says that it cannot see more', async (name, url) => {
  expect(unwrap(url)).toEqual({ url: 'https://evil.example/', rewriters: [name] });
  const { links, gaps } = await readSpecimen({ kind: 'link', url }, 's1');
  expect(links).toMatchObject([{ url: 'https://evil.example/', original: url, rewriters: [name] }]);
  expect(gaps).toEqual([{ what: 'link', why: 'unsupported', name, blinding: false }]);
});

test.each([
  ['check-point', 'https://url.avanan.click/v2/r01/___mytux:ddjanq___.YXAz'],
  ['mimecast', 'https://protect-eu.mimecast.com/s/abc'],
  ['mimecast', 'https://protect-eu.mimecast.com/s/abc?domain=no-host'],
  ['baidu', 'https://www.baidu.com/link?url=abcDEF123'],
  ['cisco', `https://secure-web.cisco.com/${'1a-_'.repeat(20)}`],
  ['forcepoint', 'https://www.mailcontrol.com/sr/abc=='],
])('names %s, which only its maker can decode: what lies behind it is unseen', async (name, url) => {
  expect(unwrap(url)).toEqual({ url, rewriters: [name] });
  expect(sealedBy(unwrap(url))).toEqual({ name, hinted: false });
  const { gaps } = await readSpecimen({ kind: 'link', url }, 's1');
  expect(gaps).toEqual([{ what: 'link', why: 'unsupported', name, blinding: true }]);
});

test('a link that was decoded is not sealed', () => {
  expect(sealedBy(unwrap(`https://url.avanan.click/v2/___${TARGET}___.YXAz`))).toBeUndefined();
  expect(sealedBy({ url: TARGET, rewriters: [] })).toBeUndefined();
});

test('tells the large sites that a link passes through, behind a mail filter too', () => {
  const youtube = `https://www.youtube.com/redirect?q=${escaped}`;
  expect(frontsOf(`https://slack-redir.net/link?url=${encodeURIComponent(youtube)}`)).toEqual([youtube]);
  expect(frontsOf(`https://slack-redir.net/link?url=${escaped}`)).toEqual([]);
});

test.each([
  ['a host that only ends alike', `https://evilslack-redir.net/link?url=${escaped}`],
  ['a host below', `https://slack-redir.net.evil.example/link?url=${escaped}`],
  ['a rewriter without a target', 'https://slack-redir.net/link'],
  ['a target that is no address', 'https://slack-redir.net/link?url=hello'],
  ['another page of the same site', 'https://www.google.com/search?q=https://evil.example/'],
  ['a page of a site without redirect', `https://www.youtube.com/watch?q=${escaped}`],
  ['a path of an attacker that looks like a filter’s', `https://evil.example/fmlurlsvc/?url=${escaped}`],
  ['base64 of nothing', 'https://mandrillapp.com/track/click/1/x?p=bnVsbA=='],
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
