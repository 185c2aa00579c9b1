import type { LureWord, Theme } from '../model.ts';

/** Two classes near each other, and where two would be too common a third near the first. */
export type LurePair = readonly [theme: Theme, a: LureWord, b: LureWord, also?: LureWord];

/**
 * Which two classes of words, near each other, tell which story. Whole phrases (`data/lures`, `themes`) are exact and
 * few; these are what makes a lure recognisable that says the same in words nobody has listed. Alone they convict no
 * more than phrases do: honest mail tells of accounts and parcels too.
 */
export const LURE_PAIRS: readonly LurePair[] = [
  ['credential', 'password', 'expire'],
  ['credential', 'password', 'verify'],
  ['credential', 'account', 'verify'],
  ['credential', 'wallet', 'verify'],
  ['credential', 'card', 'verify'],
  ['account-problem', 'account', 'trouble'],
  ['account-problem', 'account', 'expire'],
  ['account-problem', 'wallet', 'trouble'],
  ['account-problem', 'card', 'trouble'],
  ['account-problem', 'card', 'expire'],
  ['mailbox', 'mailbox', 'trouble'],
  ['mailbox', 'mailbox', 'verify'],
  ['mailbox', 'mailbox', 'full'],
  ['mailbox', 'mailbox', 'expire'],
  ['mailbox', 'messages', 'held'],
  ['mailbox', 'storage', 'full'],
  ['renewal', 'subscription', 'expire'],
  ['renewal', 'subscription', 'renew'],
  ['renewal', 'device', 'infected'],
  ['renewal', 'device', 'trouble'],
  ['parcel', 'parcel', 'undelivered'],
  ['parcel', 'parcel', 'fee'],
  ['prize', 'prize', 'won'],
  ['prize', 'prize', 'survey'],
  ['tax', 'tax', 'refund'],
  ['tax', 'refund', 'entitled'],
  ['tax', 'tax', 'entitled'],
  ['invoice', 'invoice', 'overdue'],
  ['quotation', 'order', 'quote'],
  ['shared-document', 'document', 'shared'],
  ['shared-document', 'salary', 'shared'],
  ['shared-document', 'salary', 'document'],
  ['voicemail', 'voicemail', 'held'],
  ['voicemail', 'voicemail', 'act'],
  ['payout', 'crypto', 'payout'],
  ['payout', 'payout', 'entitled'],
  ['payout', 'crypto', 'won'],
  ['authority', 'legal', 'summons'],
  ['authority', 'legal', 'pay'],
  ['advance-fee', 'fund', 'beneficiary'],
  ['advance-fee', 'fund', 'entitled'],
  ['bank-change', 'bank-details', 'changed'],
  ['payment', 'transfer', 'deadline'],
  ['payment', 'transfer', 'favour'],
  ['gift-card', 'gift-card', 'favour'],
  ['gift-card', 'gift-card', 'codes'],
  ['job', 'work', 'chat'],
  ['job', 'payout', 'chat'],
  ['gambling', 'casino', 'prize'],
  ['gambling', 'casino', 'won'],
  ['cure', 'ailment', 'remedy'],
  ['dating', 'dating', 'chat'],
  ['dating', 'dating', 'act'],
  ['secrets', 'secret', 'give'],
  ['threat', 'unless', 'loss'],
];

/**
 * Stories that take a paragraph to tell. Their classes are rare in honest mail, so that they may stand a few sentences
 * apart.
 */
export const LURE_TALES: readonly LurePair[] = [
  ['boss', 'money-task', 'unreachable'],
  ['staff-records', 'records', 'send-me'],
  ['overpayment', 'overpaid', 'send-back'],
  ['name-registration', 'registry', 'claimed'],
  ['rental', 'dwelling', 'absent'],
  ['complaint', 'complaint', 'proof'],
  ['cheque', 'cheque', 'deposit-it'],
  ['romance', 'feelings', 'faraway'],
  ['fortune', 'fund', 'beneficiary'],
  ['remote-help', 'remote-tool', 'infected'],
  ['remote-help', 'remote-tool', 'refund'],
  ['remote-help', 'remote-tool', 'give'],
  ['remote-help', 'remote-tool', 'charged'],
  ['payee-alert', 'payee', 'not-me'],
  ['shipping-papers', 'shipping-papers', 'look-at'],
  ['payment-advice', 'payment-proof', 'look-at'],
  ['investment', 'investing', 'easy-gain'],
  ['exposure', 'spied', 'shame'],
  ['charge-call', 'charged', 'call-line', 'not-me'],
  ['personal-details', 'details', 'intimate'],
  ['escrow-sale', 'for-sale', 'held-by'],
  ['legacy', 'riches', 'bereaved', 'go-between'],
  ['lending', 'loan', 'loan-ease'],
  ['proposal', 'proposal', 'answer'],
  ['errand', 'errand', 'unreachable'],
  ['relative-in-need', 'phone-lost', 'lend-me'],
  ['website-offer', 'site-work', 'site-pitch'],
  ['entry-bill', 'entry', 'entry-due'],
  ['begging', 'needy', 'send-by'],
  ['bullion', 'bullion', 'buyer-sought'],
  ['document-login', 'look-at', 'mail-login'],
  ['approved-bill', 'approved-above', 'settle-it'],
  ['listing-at-risk', 'guest-message', 'listing-risk'],
];

/** Classes that are a theme by themselves. */
export const LURE_WORD_THEMES: Partial<Record<LureWord, Theme>> = {
  act: 'call-to-action',
  deadline: 'urgency',
  answer: 'answer-wanted',
  donated: 'donation',
};
