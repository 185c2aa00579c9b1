import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/checks/index.ts';
import { runChecks } from '../../../src/checks/run.ts';
import { loadLists, loadScoring } from '../../../src/data/load.ts';
import { judge } from '../../../src/verdict.ts';
import { evidence, knowledge, link } from '../../helpers/evidence.ts';

/**
 * Links of the kind that staff hand in though nothing is wrong with them: long, full of tokens, sent by machines, on
 * cheap endings, from far away. Real houses' hosts, because a reserved name has nothing in common with them; the paths
 * are made up.
 */
const HONEST = `
https://docs.google.com/document/d/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT/edit?usp=sharing
https://drive.google.com/file/d/0B1c2D3e4F5g6H7i8J9k0/view
https://sites.google.com/view/team-garden-day/home
https://forms.gle/aB3dE6gH9jK2mN5p7
https://contoso.sharepoint.com/:w:/r/sites/finance/_layouts/15/Doc.aspx?sourcedoc=%7B0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9%7D&file=budget.docx
https://contoso-my.sharepoint.com/:x:/g/personal/ada_contoso_com/EaBcDeFgHiJkLmNoPqRsTuV?e=AbCdEf
https://teams.microsoft.com/l/meetup-join/19%3ameeting_Abc123Def456%40thread.v2/0?context=%7b%22Tid%22%3a%2211112222-3333%22%7d
https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/saml2?SAMLRequest=fZJNT8MwDIbvSP
https://accounts.google.com/signin/v2/identifier?continue=https%3A%2F%2Fmail.google.com%2Fmail%2F&flowName=GlifWebSignIn
https://outlook.office365.com/owa/calendar/abcdef0123456789@contoso.com/index.html
https://us02web.zoom.us/j/81234567890?pwd=QmFzZTY0VG9rZW4
https://contoso.webex.com/contoso/j.php?MTID=m0123456789abcdef0123456789abcdef
https://www.dropbox.com/scl/fi/a1b2c3d4e5f6g7h8/plan.pdf?rlkey=z9y8x7w6v5u4
https://wetransfer.com/downloads/0123456789abcdef0123456789abcdef20260101120000/abcdef
https://app.docusign.com/documents/details/01234567-89ab-cdef-0123-456789abcdef
https://na4.docusign.net/Signing/EmailStart.aspx?a=01234567-89ab-cdef&etti=24&acct=0123
https://secure.na2.adobesign.com/public/esign?tsid=CBFCIBAA3AAABLblqZhA
https://eu1.documents.adobe.com/public/esignWidget?wid=CBFCIBAA3AAABLblqZhC
https://www.paypal.com/signin?returnUri=https%3A%2F%2Fwww.paypal.com%2Fmyaccount%2Ftransfer
https://secure.bankofamerica.com/login/sign-in/signOnV2Screen.go
https://online.citi.com/US/ag/mrc/login/error?code=0123
https://www.onlinebanking.pnc.com/alservlet/OnlineBankingServlet?event=login
https://meine.deutsche-bank.de/trxm/db/init.do?login=1
https://banking.ing.de/app/login?x=AbCdEf0123
https://www.sparkasse-koelnbonn.de/de/home/login-online-banking.html?n=true
https://www.volksbank-stuttgart.de/services_cloud/portal/start
https://www.berliner-sparkasse.de/de/home.html
https://www.raiffeisen.at/de/meine-bank/kundenlogin.html
https://ebanking-ch3.ubs.com/workbench/WorkbenchOpenAction.do
https://www.postfinance.ch/ap/ba/ob/html/finance/home
https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=00340434123456789012
https://tracking.dpd.de/status/de_DE/parcel/01234567890123
https://www.ups.com/track?loc=en_US&tracknum=1Z0123456789012345
https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=123456789012
https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number01=123456789012
https://www.amazon.co.jp/gp/css/order-details?orderID=250-1234567-1234567
https://www.amazon.com/ap/signin?openid.return_to=https%3A%2F%2Fwww.amazon.com%2F&openid.mode=checkid_setup
https://jp.mercari.com/item/m12345678901
https://www.eki-net.com/Personal/Top/Index
https://my.jcb.co.jp/Login
https://www.aeon.co.jp/app/login/
https://item.rakuten.co.jp/example-shop/10001234/
https://order.contoso-garten.de/12345678/orders/abcdef0123456789/authenticate?key=0123
https://www.etsy.com/your/purchases/1234567890?ref=yr_purchases
https://www.zalando.de/myaccount/order-detail/10101234567890/
https://click.e.newsletter.example-shop.com.list-manage.com/track/click?u=0123456789abcdef&id=0123&e=4567
https://u1234567.ct.sendgrid.net/ls/click?upn=u001.AbCdEf-2BGhIjKl
https://links.mail.airbnb.com/f/a/AbCdEfGhIjKlMnOp~~/AAQRxQA~/RgRl
https://t.co/aB3dE6gH9j
https://lnkd.in/eAbCdEfG
https://www.linkedin.com/comm/jobs/view/1234567890?trackingId=AbCdEf%3D%3D&refId=0123
https://github.com/contoso/app/blob/main/.github/workflows/login.yml
https://gitlab.com/contoso/app/-/merge_requests/123
https://contoso.atlassian.net/servicedesk/customer/portal/3/SD-1234?token=eyJ0eXAi
https://contoso.service-now.com/nav_to.do?uri=incident.do?sys_id=0123456789abcdef0123456789abcdef
https://contoso.okta.com/app/office365/exk0123456789abcdef/sso/wsfed/passive
https://contoso.my.salesforce.com/a0B1C000002DeFgUAK
https://wd3.myworkday.com/contoso/d/inst/123$456/rel-task/789.htmld
https://contoso.zendesk.com/hc/en-us/requests/12345
https://calendly.com/ada-lovelace/30min?month=2026-01
https://www.surveymonkey.com/r/AB3CD6E
https://forms.office.com/r/aB3dE6gH9j
https://contoso-verein.netlify.app/
https://jquery.github.io/docs/
https://www.charite.de/en/service/login/
https://www.klinikum-stuttgart.de/karriere/stellenangebote
https://www.krankenhaus-nordwest.de/kliniken/
https://www.pumch.cn/index.html
https://www.bjmu.edu.cn/xwzx/tzgg/
https://www.wjx.cn/vm/AbCdEfG.aspx
https://www.chinacdc.cn/jkyj/
https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv
https://kyfw.12306.cn/otn/resources/login.html
https://www.gkk.com.tr/
https://www.nhsbsa.nhs.uk/check-if-you-have-nhs-exemption
https://www.tax.service.gov.uk/gg/sign-in?continue=%2Fpersonal-account
https://www.elster.de/eportal/login/softpse
https://www.impots.gouv.fr/accueil
https://www.ameli.fr/assure/droits-demarches
https://www.caf.fr/allocataires/mes-services-en-ligne
https://abc.xyz/investor/
https://www.uni-heidelberg.de/de/studium/service-portale
https://shibboleth.univ-lyon1.fr/idp/profile/SAML2/Redirect/SSO?execution=e1s1
https://www-nature-com.ezproxy.lib.example.edu/articles/s41586-020-1234-5
https://moodle.tum.de/course/view.php?id=12345
`
  .split('\n')
  .filter((line) => line !== '');

const lists = loadLists();
const scoring = loadScoring();
const known = { ...knowledge(), lists };

function riskOf(url: string): { risk: string; said: string } {
  const alone = link(url, { message: undefined, source: 'reported' });
  const verdict = judge(runChecks(CHECKS, evidence({ links: [alone] }), [], known, scoring), [], scoring);
  return { risk: verdict.risk, said: verdict.findings.map(({ check }) => check).join(' ') };
}

describe('honest links, reported alone', () => {
  it('are at most one in this list called suspicious, and none of high risk', () => {
    const accused = HONEST.map((url) => ({ url, ...riskOf(url) })).filter(({ risk }) => risk !== 'no-signs');
    expect(HONEST.length).toBeGreaterThanOrEqual(60);
    expect(accused.length, JSON.stringify(accused)).toBeLessThanOrEqual(1);
    expect(accused.filter(({ risk }) => risk === 'high')).toEqual([]);
  });
});
