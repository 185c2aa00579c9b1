import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Brand, Lists, LureList, Scoring, UrlModel, WordingModel } from '../model.ts';

/**
 * Reads the shipped lists. Lists are text, one entry a line, lower case, sorted; lines that begin with # are the header
 * (source, licence, date). `test/data` holds them to that. Read once at start, then passed to the checks.
 */
export function loadLists(): Lists {
  return {
    brands: brandList.parse(readJson('brands.json')),
    shorteners: readSet('shorteners'),
    freeMail: readSet('free-mail'),
    disposableMail: readSet('disposable-mail'),
    fileHosts: readSet('file-hosts'),
    siteHosts: readSet('site-hosts'),
    formBuilders: readSet('form-builders'),
    mailServices: readSet('mail-services'),
    riskyEndings: readSet('risky-endings'),
    executables: readSet('extensions-executable'),
    scripts: readSet('extensions-script'),
    diskImages: readSet('extensions-disk-image'),
    archives: readSet('extensions-archive'),
    macroDocuments: readSet('extensions-macro'),
    popular: new Map(readLines('popular').map((domain, index) => [domain, index + 1])),
    lures: readdirSync(new URL('lures/', import.meta.url))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => lureList.parse(readJson(`lures/${name}`)) as LureList),
    urlModel: urlModel.parse(readJson('url-model.json')),
    wording: existsSync(new URL('wording.json', import.meta.url)) ? wording.parse(readJson('wording.json')) : undefined,
  };
}

/** Points, caps and thresholds. */
export function loadScoring(): Scoring {
  return scoring.parse(readJson('scoring.json'));
}

/** RDAP servers by ending: read only where RDAP is switched on. */
export function loadRegistries(): ReadonlyMap<string, string> {
  const { services } = registries.parse(readJson('rdap-dns.json'));
  return new Map(services.flatMap(([endings, server]) => endings.map((ending) => [ending, server] as const)));
}

const registries = z.object({ services: z.array(z.tuple([z.array(z.string()), z.url({ protocol: /^https$/ })])) });

const brandList = z
  .object({
    brands: z.array(
      z.object({
        id: z.string(),
        names: z.array(z.string()).min(1),
        domains: z.array(z.string()),
        kind: z.enum([
          'mail',
          'bank',
          'parcel',
          'shop',
          'government',
          'health',
          'telecom',
          'payment',
          'crypto',
          'social',
          'software',
          'other',
        ]),
      }),
    ),
  })
  .transform(({ brands }): Brand[] => brands);

const lureList = z.object({
  language: z.string(),
  themes: z.record(z.string(), z.array(z.string())),
  words: z.record(z.string(), z.array(z.string())).optional(),
});

const wording = z
  .object({ scale: z.number(), bias: z.number(), from: z.number(), to: z.number(), weights: z.base64() })
  .transform(
    ({ weights, ...rest }): WordingModel => ({ ...rest, weights: new Int8Array(Buffer.from(weights, 'base64')) }),
  );

const urlModel = z
  .object({
    step: z.number().positive(),
    bias: z.number(),
    bounds: z.object({ somewhat: z.number(), plainly: z.number(), strongly: z.number(), inMail: z.number() }),
    /** Base64 of signed bytes. */
    weights: z.base64(),
  })
  .transform(
    ({ weights, ...model }): UrlModel => ({ ...model, weights: new Int8Array(Buffer.from(weights, 'base64')) }),
  );

const groups = z.object({
  sender: z.number(),
  link: z.number(),
  content: z.number(),
  attachment: z.number(),
  indicator: z.number(),
});

const scoring = z.object({
  thresholds: z.object({ suspicious: z.number(), high: z.number() }),
  caps: groups,
  points: z.record(z.string(), z.number().nonnegative()),
});

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

function readSet(name: string): Set<string> {
  return new Set(readLines(name));
}

function readLines(name: string): string[] {
  return readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
