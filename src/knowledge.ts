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
  | 'urgency'
  | 'secrecy'
  | 'call-to-action';

/** Phrases by theme, one language. */
export interface LureList {
  language: string;
  themes: Partial<Record<Theme, string[]>>;
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
