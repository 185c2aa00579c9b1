import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ApiCall, FakePost, FakeSlackOptions, Json } from '../../src/playground/fake-slack/types.ts';
import { openStores } from '../../src/store/open.ts';
import type { Stores } from '../../src/store/stores.ts';
import {
  AISHA,
  botPosts,
  cardWith,
  JONAS,
  type Mode,
  openTestSlack,
  PRIYA,
  REPORTS,
  RISKS,
  SECURITY,
  words,
} from '../helpers/workspace.ts';
import { type Child, type Den, loadChild, stateUrl, withFolder } from './child.ts';

/** Slack, a database, whatever bots come and go, and what is owed to whom at the end. */
export interface Ward extends Den {
  /** The same database, seen from here. */
  stores: Stores;
  reports: Brought[];
  children: Child[];
  load(more?: Record<string, string>): Child;
}

/** A report and what must come of it. */
export interface Brought {
  post: FakePost;
  /** Number of the lure that it holds; two reports of one lure are one case. Undefined for what is harmless. */
  lure?: number;
  /** Posts about a decision and about a click that must stand there at the end. */
  owed: { told: number; alerts: number };
}

/** Slack goes on trying for as long as a bot may be away here. */
const RETRIES = Array.from({ length: 80 }, () => 250);
const PATIENCE_MS = 40_000;

export async function withWard(
  mode: Mode,
  work: (ward: Ward) => Promise<void>,
  options: Partial<FakeSlackOptions> = {},
): Promise<void> {
  await withFolder(async (folder) => {
    const slack = await openTestSlack({ retryDelaysMs: RETRIES, ...options });
    const stores = await openStores(stateUrl({ folder }));
    const children: Child[] = [];
    const ward: Ward = {
      slack,
      mode,
      folder,
      stores,
      reports: [],
      children,
      load(more = {}) {
        const child = loadChild(ward, more);
        children.push(child);
        return child;
      },
    };
    try {
      await work(ward);
    } finally {
      for (const child of children) child.process.kill('SIGKILL');
      await Promise.all(children.map(({ ended }) => ended));
      await stores.close();
      await slack.close();
    }
  });
}

const sample = await readFile(new URL('../../src/playground/samples/1-epidemic-2020.eml', import.meta.url), 'utf8');
let lures = 0;

/** The lure of February 2020, each number a case of its own. */
function lureMail(number: number): { name: string; bytes: Uint8Array } {
  const text = sample
    .replace(/^Subject:.*$/m, `Subject: Preventive measures to cope with coronavirus, form ${number}`)
    .replace('Dear colleagues', `Dear colleagues of ward ${number}`);
  return { name: `form-${number}.eml`, bytes: Buffer.from(text) };
}

/** Four reports at the same time: a new lure, a copy of it from a colleague, a harmless link, and a harmless mail. */
export async function bringReports(ward: Ward): Promise<Brought[]> {
  const { slack } = ward;
  const lure = ++lures;
  const file = lureMail(lure);
  const posts = await Promise.all([
    slack.say(AISHA, REPORTS, { files: [file] }),
    slack.say(JONAS, REPORTS, { text: 'I have this too', files: [file] }),
    slack.say(JONAS, slack.dmOf(JONAS).id, { text: `https://rota-${lure}.example/` }),
    slack.mailInto(REPORTS, {
      subject: `Rota ${lure}`,
      from: { address: 'maria.costa@hospital.example', name: 'Maria Costa' },
      to: [{ address: 'ward7@hospital.example' }],
      text: `Hello all, the rota of week ${lure} hangs at the usual place, next to the kitchen door.`,
      messageId: `<rota-${lure}@hospital.example>`,
    }),
  ]);
  const brought = posts.map((post, at): Brought => {
    return { post, ...(at < 2 && { lure }), owed: { told: 0, alerts: 0 } };
  });
  ward.reports.push(...brought);
  return brought;
}

/** Waits until Slack has nothing to deliver and the bot nothing to do. */
export async function quiet({ slack, stores }: Ward): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    await slack.settled();
    const { waiting, running } = await stores.jobs.counts();
    if (waiting + running === 0) return;
    if (Date.now() > end) throw new Error(`there is still work: ${waiting} waiting, ${running} running`);
    await sleep(30);
  }
}

type Mark = { step?: string; report?: string; case?: string };
const markOf = (metadata: Json | undefined): Mark =>
  ((metadata as { event_payload?: Mark } | undefined)?.event_payload ?? {}) as Mark;

export function stepsIn(ward: Ward, { channel, ts }: FakePost, step: RegExp): FakePost[] {
  return botPosts(ward.slack, channel).filter(
    (post) => post.threadTs === ts && step.test(markOf(post.metadata).step ?? ''),
  );
}

/** What a post was for: the same twice is a second answer, card, alert or word about a decision. */
function purposes(log: readonly ApiCall[]): string[] {
  return log
    .filter(({ method, ok }) => method === 'chat.postMessage' && ok)
    .map(({ args }) => {
      const { step, report, case: id } = markOf(args.metadata);
      return step ? `${step} ${step === 'card' ? id : report}` : `unmarked ${JSON.stringify(args)}`;
    });
}

/** Every report is answered once and finally; each case has one card; each reporter and security heard all, once. */
export async function expectEverythingOnce(ward: Ward): Promise<void> {
  const { slack, stores, reports } = ward;
  expect(await stores.jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
  for (const { post, owed } of reports) {
    const answers = stepsIn(ward, post, /^answer$/);
    expect(answers, `answers to ${post.channel} ${post.ts}`).toHaveLength(1);
    const said = words(answers[0] as FakePost);
    expect(said).toMatch(owed.told > 0 ? /Security decided|High risk/ : RISKS);
    expect(said).not.toMatch(/Checking…|Could not check/);
    expect(stepsIn(ward, post, /^told-/), `the decision told to ${post.ts}`).toHaveLength(owed.told);
  }
  for (const lure of new Set(reports.flatMap(({ lure }) => lure ?? []))) {
    const cards = botPosts(slack, SECURITY).filter(
      (post) => !post.threadTs && new RegExp(`form ${lure}\\b`).test(words(post)),
    );
    expect(cards, `cards of lure ${lure}`).toHaveLength(1);
    const owed = reports.filter((report) => report.lure === lure).reduce((sum, { owed }) => sum + owed.alerts, 0);
    expect(stepsIn(ward, cards[0] as FakePost, /^alert-/), `alerts about lure ${lure}`).toHaveLength(owed);
  }
  const posted = purposes(slack.log);
  expect(posted.filter((purpose, at) => posted.indexOf(purpose) !== at)).toEqual([]);
}

export const answerOf = (ward: Ward, { post }: Brought): FakePost => stepsIn(ward, post, /^answer$/)[0] as FakePost;
export const cardOf = (ward: Ward, { lure }: Brought): Promise<FakePost> =>
  cardWith(ward.slack, new RegExp(`form ${lure}\\b`));

/** Opens the decide modal of a case and waits until it shows. */
export async function openRuling(ward: Ward, card: FakePost): Promise<void> {
  await ward.slack.press(PRIYA, card, 'decide');
  const end = Date.now() + PATIENCE_MS;
  while (!ward.slack.openView(PRIYA)) {
    if (Date.now() > end) throw new Error('the decide modal never opened');
    await sleep(10);
  }
}

type Block = Record<string, Json>;

/** Submits it: phishing, with everything ticked. */
export function submitRuling({ slack }: Ward): ReturnType<Ward['slack']['submit']> {
  const blocks = (slack.openView(PRIYA)?.view.blocks ?? []) as Block[];
  const values: Record<string, Record<string, Json>> = {};
  for (const { block_id, element } of blocks.filter(({ type }) => type === 'input')) {
    const { type, action_id, options = [] } = element as { type: string; action_id: string; options?: Block[] };
    const state: Json =
      type === 'checkboxes'
        ? { type, selected_options: options }
        : type === 'static_select'
          ? { type, selected_option: options.find(({ value }) => value === 'phishing') ?? null }
          : { type, value: null };
    values[String(block_id)] = { [action_id]: state };
  }
  return slack.submit(PRIYA, values);
}
