import type { Lists } from '../model.ts';

/**
 * Paths as honest sites have them, where their users sign in, order, confirm and are counted. The tables of honest links
 * hold firms' pages for visitors, few of these, so that a fit to them alone takes every sign-in page for a false one.
 * Made up here, after what common server programs write.
 */
const PATHS = `
/login /signin /sign-in /account/login /users/sign_in /user/login /auth/login?next=%2Fhome /login.html /login.php
/wp-login.php /index.php/login /account /my-account/ /member/login /portal/login.aspx /Account/Login?ReturnUrl=%2F
/idp/profile/SAML2/Redirect/SSO?execution=e1s1 /adfs/ls/?wa=wsignin1.0&wtrealm=urn /cas/login?service=https /saml/sso
/oauth/authorize?client_id=4f1c2b7a90de&response_type=code&state=Zk3x /auth/realms/main/protocol/openid-connect/auth
/reset-password?token=9c2d41e7b8a05f63 /confirm?token=QmFzZTY0 /verify-email/8d7f6c5b4a39281706f5e4d3c2b1a098
/orders/0a1b2c3d4e5f60718293a4b5c6d7e8f9/authenticate?key=77aa /checkout/order-received/10482/?key=wc_order_Ab3dE
/invoice/view/20391 /tracking?number=003404341234 /track/click/30412/a1b2c3?p=eyJzIjoi /c/eJwVjEsOwiAQ /s/Ab3dE6gH
/survey/Xy7Zq2 /unsubscribe?email=reader@mail.example /e/1234/news?utm_source=mail&utm_campaign=may
/uploads/2026/05/agenda.pdf /files/report_2026.pdf /de/impressum.html /en/contact.html /index.html /index.php?id=42
/content/view/1042 /news/2026/05/12/annual-meeting /docs/v2/guide.html /~ada/notes.html
`
  .split(/\s+/)
  .filter((path) => path !== '');

/** What honest firms put before their names; prime in number, so that each meets every path. */
const FRONTS =
  `login sso idp shibboleth auth accounts account my portal webmail mail owa id secure members customer support
service online ebanking shop store app m api cdn news click links t email info www2 intranet cloud dev docs status`
    .split(/\s+/)
    .slice(0, 37);

/** Every fourth of the names has its front page. */
const FRONT = 4;
/** Every third has something before it. */
const FRONTED = 3;

/**
 * Links to well-known sites, as examples of honest ones from all over the world: the tables have few from Asia, and a
 * fit to them alone takes a Chinese name for a false one. Names of odd rank only, since the others teach the letters
 * (`lettersOf`): a name must not be weighed by letters that were counted in it.
 */
export function wellKnownLinks({ popular }: Lists): string[] {
  return [...popular.keys()]
    .filter((_, index) => index % 2 === 0)
    .map((domain, index) => {
      const front = index % FRONTED === 0 ? `${FRONTS[index % FRONTS.length]}.` : '';
      return `https://${front}${domain}${index % FRONT === 0 ? '/' : PATHS[index % PATHS.length]}`;
    });
}
