/** What lurecheck knows before it sees a report. The words are explained in `model.ts`, which is the door to these types. */

export interface Brand {
  id: string;
  /** As people write it, in every script that it uses. */
  names: string[];
  /** Registrable domains that it really uses. */
  domains: string[];
  kind:
    | 'mail'
    | 'bank'
    | 'parcel'
    | 'shop'
    | 'government'
    | 'health'
    | 'telecom'
    | 'payment'
    | 'crypto'
    | 'social'
    | 'software'
    | 'other';
}

export interface Organisation {
  /** Registrable domains that are the organisation's own. */
  domains: string[];
  names: string[];
  /** People whose name is worth faking. */
  vips: { name: string; addresses: string[] }[];
  /** Servers whose Authentication-Results may be believed. */
  authservIds: string[];
}

export type Theme =
  | 'credential'
  | 'account-problem'
  | 'payment'
  | 'bank-change'
  | 'invoice'
  | 'gift-card'
  | 'parcel'
  | 'shared-document'
  | 'voicemail'
  | 'health'
  | 'authority'
  | 'tax'
  | 'extortion'
  | 'callback'
  | 'prize'
  | 'advance-fee'
  | 'job'
  | 'enable-content'
  | 'file-password'
  | 'mailbox'
  | 'renewal'
  | 'payout'
  | 'quotation'
  | 'gambling'
  | 'cure'
  | 'dating'
  // The stories below are told by pairs of words alone: no list holds phrases of them.
  | 'secrets'
  | 'threat'
  | 'boss'
  | 'staff-records'
  | 'overpayment'
  | 'name-registration'
  | 'rental'
  | 'complaint'
  | 'cheque'
  | 'romance'
  | 'fortune'
  | 'remote-help'
  | 'payee-alert'
  | 'shipping-papers'
  | 'payment-advice'
  | 'investment'
  | 'exposure'
  | 'charge-call'
  | 'personal-details'
  | 'legacy'
  | 'lending'
  | 'escrow-sale'
  | 'proposal'
  | 'donation'
  | 'errand'
  | 'relative-in-need'
  | 'website-offer'
  | 'entry-bill'
  | 'begging'
  | 'bullion'
  | 'document-login'
  | 'approved-bill'
  | 'listing-at-risk'
  | 'answer-wanted'
  | 'urgency'
  | 'secrecy'
  | 'call-to-action';

/**
 * A class of words from which lures are built, whatever the language: `account` and `trouble` near each other tell of an
 * account in trouble. Which classes make which theme: `checks/lure-pairs.ts`.
 */
export type LureWord =
  | 'account' // account, profile, access, online banking
  | 'mailbox' // mailbox, inbox, e-mail address, webmail
  | 'password' // password, login details, credentials, PIN
  | 'wallet' // wallet, recovery phrase, private key
  | 'card' // bank card, credit card
  | 'device' // your computer, phone, cloud storage, photos
  | 'trouble' // suspended, blocked, restricted, unusual, will be closed
  | 'expire' // expires, runs out, is outdated
  | 'verify' // verify, confirm, update, restore, keep, upgrade
  | 'storage' // storage, quota
  | 'full' // full, exceeded, almost used up
  | 'messages' // messages, incoming mails
  | 'held' // pending, held, quarantined, not delivered
  | 'parcel' // parcel, shipment, delivery
  | 'undelivered' // could not be delivered, on hold, wrong address, customs
  | 'fee' // fee, shipping costs, customs duty
  | 'pay' // pay, settle, payment of
  | 'prize' // prize, voucher, gift, bonus, giveaway
  | 'won' // won, selected, winner, claim, congratulations, draw
  | 'survey' // survey, a few questions
  | 'refund' // refund, reimbursement, overpayment
  | 'tax' // tax, revenue office, social insurance
  | 'entitled' // entitled, eligible, approved, available for you
  | 'invoice' // invoice, bill, statement
  | 'overdue' // overdue, unpaid, outstanding
  | 'order' // purchase order, quotation, tender, RFQ
  | 'quote' // quote, best price, delivery time, kindly send
  | 'subscription' // subscription, membership, antivirus, protection plan
  | 'renew' // renewed, charged, has ended, payment failed
  | 'infected' // virus, infected, threats found
  | 'document' // document, file, scan
  | 'shared' // shared with you, to review, to sign
  | 'voicemail' // voice message, fax, missed call
  | 'crypto' // bitcoin, token, trading platform
  | 'payout' // payout, withdrawal, credited, profit
  | 'legal' // court, police, lawsuit, fine, violation
  | 'summons' // summons, appear, must respond, will be enforced
  | 'fund' // fund, inheritance, donation, loan, million dollars
  | 'beneficiary' // beneficiary, next of kin, contact my lawyer, partner
  | 'bank-details' // bank details, account number, direct deposit, payroll
  | 'changed' // changed, new, update, instead of
  | 'transfer' // transfer, wire, payment to a supplier
  | 'favour' // quick favour, a task, are you available
  | 'gift-card' // gift cards
  | 'codes' // scratch, send the codes, photo of the cards
  | 'work' // job, part-time, remote work, per day
  | 'chat' // WhatsApp, Telegram, LINE, WeChat
  | 'salary' // salary, payslip, bonus list, handbook, leave
  | 'casino' // casino, free spins, slots
  | 'ailment' // pain, weight, tinnitus, erection, hair
  | 'remedy' // trick, ritual, supplement, doctors hate
  | 'dating' // singles, lonely, hot, near you
  | 'act' // click, log in, scan the code, open, download, reply
  | 'secret' // password, PIN, card number, passport copy
  | 'give' // enter, send us, fill in, have ready
  | 'unless' // if you do not, otherwise, to avoid, after that
  | 'loss' // will be closed, deleted, arrested, charged
  | 'money-task' // wire, payment, gift cards, something to get done
  | 'unreachable' // in a meeting, cannot take calls, between us, at your desk?
  | 'records' // W-2, ageing report, list of staff, of customers
  | 'send-me' // send me, forward, I need the, as a PDF
  | 'overpaid' // paid twice, too much, the difference
  | 'send-back' // refund, return the, wire back, to my agent
  | 'registry' // trademark, domain name, company register
  | 'claimed' // another company applied, publication fee, search engine listing
  | 'dwelling' // flat, room, keys
  | 'absent' // abroad, cannot show it, keys by courier
  | 'complaint' // complaint, bedbugs, bad review, stolen
  | 'proof' // photos, video, evidence, in the folder
  | 'cheque' // cheque, money order
  | 'deposit-it' // deposit it, keep your pay, send the rest
  | 'feelings' // lonely, your profile, honest man, widow
  | 'faraway' // soldier, oil rig, my visa, write to me
  | 'remote-tool' // AnyDesk, remote session, connect to your computer
  | 'payee' // new payee, new device, withdrawal of
  | 'not-me' // if this was not you, do not recognise
  | 'shipping-papers' // bill of lading, packing list, air waybill
  | 'payment-proof' // swift copy, payment advice, transfer slip
  | 'look-at' // attached, please check, kindly confirm
  | 'investing' // trading, crypto, stock tip
  | 'easy-gain' // per day, no risk, minimum deposit, private group
  | 'spied' // hacked, trojan, your webcam
  | 'shame' // video, contacts, family
  | 'charged' // debited, renewed, your purchase
  | 'call-line' // call us, billing desk, helpline
  | 'details' // name, address, telephone number
  | 'intimate' // age, occupation, next of kin, copy of your passport
  | 'riches' // millions, the fund, boxes of cash
  | 'bereaved' // late client, plane crash, no heir, same surname, widow
  | 'go-between' // stand as, your share, trust you, receive it
  | 'donated' // donated to you, a donation of the sum
  | 'proposal' // business proposal, partnership, something important to share
  | 'for-sale' // the car is still for sale, the item you advertised
  | 'held-by' // eBay holds the money, my shipping agent, cannot view it
  | 'loan' // loan, credit, project funding
  | 'loan-ease' // without collateral, bad credit, 2 % interest
  | 'errand' // a favour, a task for me, are you less busy
  | 'phone-lost' // new number, phone is broken, bag stolen, stranded
  | 'lend-me' // pay it for me, lend me, pay you back
  | 'site-work' // your website, backlinks, mobile app
  | 'site-pitch' // first page, affordable price, our experts
  | 'entry' // directory entry, trademark registration, domain expiry
  | 'entry-due' // fee of, remains unpaid, act today
  | 'needy' // orphans, refugees, no food
  | 'send-by' // Western Union, Bitcoin, God will reward
  | 'bullion' // gold dust, rough diamonds, crude oil
  | 'buyer-sought' // serious buyer, per kilo, commission
  | 'mail-login' // with your e-mail and password
  | 'approved-above' // approved by the CEO, see the mail below
  | 'settle-it' // settle the attached, by ACH today
  | 'guest-message' // guest, reservation, extranet
  | 'listing-risk' // listing paused, verify your card, unanswered
  | 'answer' // reply to me, let me know, awaiting your
  | 'deadline'; // within 24 hours, today, final, immediately

/** Phrases by theme and words by class, one language. A word that ends in `*` stands for all that begin with it. */
export interface LureList {
  language: string;
  themes: Partial<Record<Theme, string[]>>;
  words?: Partial<Record<LureWord, string[]>>;
}

/**
 * How the wording of known lures differs from that of honest mail: weights of hashed letter runs, fitted by `npm run fit`.
 * `checks/wording.ts` says how a text is turned into them.
 */
export interface WordingModel {
  /** One weight a bucket, times `scale`. The number of buckets is a power of two. */
  weights: Int8Array;
  scale: number;
  bias: number;
  /** Score at which the likeness begins to count, and at which it counts in full. */
  from: number;
  to: number;
}

/** Lists of facts, loaded once by `data/load.ts` and passed to the checks. Domains are registrable and lower case. */
export interface Lists {
  brands: Brand[];
  shorteners: ReadonlySet<string>;
  freeMail: ReadonlySet<string>;
  disposableMail: ReadonlySet<string>;
  fileHosts: ReadonlySet<string>;
  /** Hosts under which anyone gets a subdomain: `pages.dev`, `web.app`. */
  siteHosts: ReadonlySet<string>;
  formBuilders: ReadonlySet<string>;
  /** Services that send mail for others and count its clicks: their links say nothing of the sender. */
  mailServices: ReadonlySet<string>;
  /** Top-level domains with an uncommon share of abuse. */
  riskyEndings: ReadonlySet<string>;
  executables: ReadonlySet<string>;
  scripts: ReadonlySet<string>;
  diskImages: ReadonlySet<string>;
  archives: ReadonlySet<string>;
  macroDocuments: ReadonlySet<string>;
  /** Well-known domains → rank from 1. */
  popular: ReadonlyMap<string, number>;
  lures: LureList[];
  urlModel: UrlModel;
  wording?: WordingModel;
}

/** Weights that tell how much an address is built like those of known phishing pages: see `checks/url-model`. */
export interface UrlModel {
  /** By hashed feature, in steps of `step`. */
  weights: Int8Array;
  step: number;
  bias: number;
  /** Scores from which on a link is said to be like phishing, and from which on one in a mail is. */
  bounds: { somewhat: number; plainly: number; strongly: number; inMail: number };
}

/** What checks may know beside the evidence. */
export interface Knowledge {
  organisation: Organisation;
  lists: Lists;
}
