import { registrable, urlParts } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';

const DEVICE_PAGES =
  /^(?:microsoft\.com\/(?:devicelogin|link)|login\.microsoftonline\.com\/(?:common\/|organizations\/)?oauth2\/deviceauth|aka\.ms\/devicelogin|google\.com\/device|github\.com\/login\/device)\/?$/;

/**
 * A genuine sign-in page on which the visitor grants a stranger's program access, or lets a stranger's device in: the
 * password is right, the guest is wrong. Lets pass grants to the organisation's own sites and to the page's own house.
 */
export const signInGrantLink = defineCheck({
  id: 'sign-in-grant-link',
  on: 'link',
  group: 'link',
  points: 3,
  explain:
    'The link asks you, on a genuine sign-in page ({host}), to let somebody else’s program or device into your account.',
  run({ parts }, { organisation }) {
    const host = parts.host.replace(/^www\./, '');
    if (DEVICE_PAGES.test(`${host}${parts.path.toLowerCase()}`)) return { host };
    if (!/^(?:login\.microsoftonline\.com|login\.live\.com|accounts\.google\.com)$/.test(host)) return;
    if (!/oauth2?|authorize/i.test(parts.path)) return;
    const query = new URLSearchParams(parts.query.slice(0, 4_000));
    const back = urlParts(query.get('redirect_uri') ?? '');
    if (!back || !query.get('client_id') || isOwn(back.host, organisation)) return;
    const house = registrable(host);
    if (
      registrable(back.host) === house ||
      /(?:^|\.)(?:microsoft|office|live|outlook|google|youtube|office365|sharepoint)\.com$/.test(back.host)
    )
      return;
    return { host };
  },
});
