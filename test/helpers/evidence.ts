import type { Check, Units } from '../../src/checks/check.ts';
import { contextOf } from '../../src/checks/run.ts';
import type {
  Attachment,
  Evidence,
  Knowledge,
  Link,
  Lists,
  Mailbox,
  Message,
  Organisation,
  Sighting,
} from '../../src/model.ts';
import { urlParts } from '../../src/parse/url.ts';

/** `Ada <ada@a.example>`, `ada@a.example` or `Ada` → Mailbox. */
export function mailbox(text: string): Mailbox {
  const [, name = '', address = ''] = /^\s*(?:(.*?)\s*<([^>]*)>|.*)\s*$/.exec(text) ?? [];
  const found = (address || (text.includes('@') && !text.includes('<') ? text : '')).toLowerCase().trim();
  return { address: found, domain: found.split('@')[1] ?? '', name: found ? name.replace(/^"|"$/g, '') : text };
}

type MessageParts = Partial<Omit<Message, 'from' | 'replyTo' | 'to' | 'cc' | 'returnPath' | 'senders'>> & {
  from?: string;
  senders?: string[];
  replyTo?: string[];
  to?: string[];
  cc?: string[];
  returnPath?: string;
};

/** An ordinary mail with the given parts. */
export function message(parts: MessageParts = {}): Message {
  const { from, senders, replyTo, to, cc, returnPath, ...rest } = parts;
  const sender = from === undefined ? undefined : mailbox(from);
  return {
    id: 'm1',
    form: 'raw',
    headers: [],
    from: sender,
    senders: senders?.map(mailbox) ?? (sender ? [sender] : []),
    replyTo: replyTo?.map(mailbox) ?? [],
    to: to?.map(mailbox) ?? [],
    cc: cc?.map(mailbox) ?? [],
    returnPath: returnPath === undefined ? undefined : mailbox(returnPath),
    subject: '',
    isReply: false,
    text: '',
    hiddenText: '',
    forms: [],
    pictures: 0,
    authentication: [],
    ...rest,
  };
}

/** A link in message `m1` unless `message: undefined` is given. */
export function link(url: string, parts: Partial<Link> = {}): Link {
  const found = urlParts(url);
  if (!found) throw new Error(`no URL: ${url}`);
  return { id: `l-${url}`, message: 'm1', source: 'anchor', url, parts: found, rewriters: [], ...parts };
}

export function attachment(name: string, parts: Partial<Attachment> = {}): Attachment {
  return {
    id: `a-${name}`,
    message: 'm1',
    name,
    extension: name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '',
    declaredType: '',
    type: '',
    size: 1000,
    sha256: 'a'.repeat(64),
    inline: false,
    entries: [],
    traits: [],
    content: '',
    ...parts,
  };
}

export function evidence(parts: Partial<Evidence> = {}): Evidence {
  return { messages: [], links: [], attachments: [], observables: [], gaps: [], ...parts };
}

/** Small lists of the tests' own, so that a change of the shipped data changes no test of a check. */
export function knowledge(parts: { organisation?: Partial<Organisation>; lists?: Partial<Lists> } = {}): Knowledge {
  return {
    organisation: {
      domains: ['hospital.example'],
      names: ['Riverside Hospital'],
      vips: [],
      authservIds: [],
      ...parts.organisation,
    },
    lists: {
      brands: [
        { id: 'paypal', names: ['PayPal'], domains: ['paypal.com'], kind: 'payment' },
        {
          id: 'microsoft',
          names: ['Microsoft', 'Office 365', 'Outlook'],
          domains: ['microsoft.com', 'office.com'],
          kind: 'software',
        },
        { id: 'dhl', names: ['DHL'], domains: ['dhl.com', 'dhl.de'], kind: 'parcel' },
        {
          id: 'nhc',
          names: ['National Health Commission', '国家卫生健康委员会', '卫健委'],
          domains: ['nhc.gov.cn'],
          kind: 'health',
        },
      ],
      shorteners: new Set(['bit.ly', 't.co']),
      freeMail: new Set(['gmail.com', 'qq.com']),
      disposableMail: new Set(['mailinator.com']),
      fileHosts: new Set(['mediafire.com']),
      siteHosts: new Set(['pages.dev', 'web.app', 'github.io']),
      formBuilders: new Set(['jotform.com', 'typeform.com']),
      mailServices: new Set(['sendgrid.net', 'list-manage.com']),
      riskyEndings: new Set(['top', 'xyz', 'icu']),
      executables: new Set(['exe', 'scr', 'com', 'msi']),
      scripts: new Set(['js', 'vbs', 'hta', 'lnk', 'ps1']),
      diskImages: new Set(['iso', 'img', 'vhd']),
      archives: new Set(['zip', 'rar', '7z']),
      macroDocuments: new Set(['docm', 'xlsm', 'xlam']),
      popular: new Map([
        ['google.com', 1],
        ['paypal.com', 50],
      ]),
      lures: [
        {
          language: 'en',
          themes: {
            credential: ['verify your account', 'password expires'],
            payment: ['wire transfer'],
            'bank-change': ['our bank details have changed'],
            'gift-card': ['gift card'],
            urgency: ['immediately'],
          },
        },
        { language: 'zh', themes: { credential: ['密码过期'], health: ['新型冠状病毒'] } },
      ],
      // One that weighs nothing.
      urlModel: {
        weights: new Int8Array(),
        step: 1,
        bias: 0,
        bounds: { somewhat: 1, plainly: 2, strongly: 3, inMail: 4 },
      },
      ...parts.lists,
    },
  };
}

/**
 * Runs one check on the first unit of its kind, within the evidence. Fails loudly when there is no such unit, so that a
 * test of "lets it pass" cannot pass for want of anything to look at.
 */
export function runCheck(
  check: Check,
  parts: Partial<Evidence> & { sightings?: Sighting[] },
  known: Knowledge = knowledge(),
): Record<string, string> | undefined {
  const whole = evidence(parts);
  const units = {
    message: whole.messages,
    link: whole.links,
    attachment: whole.attachments,
    sighting: parts.sightings ?? [],
  };
  const unit: Units[keyof Units] | undefined = units[check.on][0];
  if (!unit) throw new Error(`nothing to run ${check.id} on`);
  return check.run(unit, contextOf(whole, known));
}
