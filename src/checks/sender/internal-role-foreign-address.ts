import type { Theme } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';

const ROLES =
  /\b(?:it|i\.t\.|ict|edv)[ -](?:help ?desk|support|service ?desk|department|abteilung|team|admin)|\bhelp ?desk\b|\b(?:mail|e-?mail|webmail|mailbox|server|system|network) ?(?:admin|administrator|team|support|service)|\bhuman resources\b|\b(?:hr|payroll|finance|accounts payable) (?:department|team|dept|office)|\bpersonalabteilung\b|\blohnbuchhaltung\b|管理员|人力资源部|人事部|财务部|信息中心|网络中心|技术部|系统通知|情報システム|総務部|人事部/i;

/** What such a mail must want before the name counts: vendors too have a support team. */
const WANTS: ReadonlySet<Theme> = new Set([
  'credential',
  'account-problem',
  'bank-change',
  'gift-card',
  'enable-content',
  'file-password',
  'voicemail',
]);

/**
 * "IT Helpdesk", "HR department", 管理员 from outside, asking for what only one's own house would ask for. Lets pass a
 * vendor's support desk that asks for nothing.
 */
export const internalRoleForeignAddress = defineCheck({
  id: 'internal-role-foreign-address',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'The sender calls itself {name}, like a department of your own, but the address {address} is from outside.',
  run(message, { organisation, luresOf }) {
    const { from } = message;
    if (!from?.domain || organisation.domains.length === 0 || isOwn(from.domain, organisation)) return;
    if (!ROLES.test(from.name.slice(0, 200))) return;
    if (!luresOf(message).some(({ theme }) => WANTS.has(theme))) return;
    return { name: from.name, address: from.address };
  },
});
