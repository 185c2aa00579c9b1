import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseReport } from '../../../src/case.ts';
import { openCase } from '../../../src/case.ts';
import type { Json } from '../../../src/playground/fake-slack/types.ts';
import { faultsOfBlocks } from '../../../src/playground/fake-slack/validate/blocks.ts';
import { faultsOfView } from '../../../src/playground/fake-slack/validate/view.ts';
import { acknowledgement } from '../../../src/slack/blocks/acknowledgement.ts';
import { answer, clickedAdvice, told, warned } from '../../../src/slack/blocks/answer.ts';
import { alert, card } from '../../../src/slack/blocks/card.ts';
import type { Post } from '../../../src/slack/blocks/kit.ts';
import {
  internalOnly,
  linkAnswer,
  linkCheckFailed,
  linksReported,
  noLinkFound,
  noLinkGiven,
  stillChecking,
} from '../../../src/slack/blocks/links.ts';
import { looked } from '../../../src/slack/blocks/looks.ts';
import { decideModal, noticeModal, reportModal } from '../../../src/slack/blocks/modals.ts';
import * as notices from '../../../src/slack/blocks/notices.ts';
import { mrkdwn, permalink } from '../../../src/slack/inert.ts';
import { evidence } from '../../helpers/evidence.ts';
import { bitesIn, stringsOf } from '../bites.ts';
import { hostile } from '../hostile.ts';
import { anyCase, caseFile, SENTENCES, verdict, WORKSPACE } from './case-file.ts';

/** Keys whose strings Slack does not show: held to ids of ours instead. */
const IDS = /\/(?:type|style|action_id|block_id|callback_id|value|user_id|private_metadata)$/;
const OUR_ID = /^[\w:.-]{0,255}$/;
/** What we write on purpose: mentions of people by id, the loud word of an alert, links into our own workspace. */
const OURS = /<@U[A-Z0-9]+>|<!channel>|<https:\/\/riverside\.slack\.com\/archives\/C0REPORT\/p\d+\|the report>/g;

function bites(json: unknown): string[] {
  return stringsOf(json).flatMap(({ path, text }) => {
    if (IDS.test(path)) return OUR_ID.test(text) || path.endsWith('private_metadata') ? [] : [`${path}: ${text}`];
    const shown = path.endsWith('/text') ? text.replace(OURS, ' ') : text;
    return bitesIn(shown).map((bite) => `${path}: ${bite} in ${JSON.stringify(text)}`);
  });
}

function faultsOf({ text, blocks }: Post): string[] {
  const faults = faultsOfBlocks(JSON.parse(JSON.stringify(blocks)) as Json[]);
  return text.length > 4_000 ? [...faults, 'text too long'] : faults;
}

const toReport = (report: CaseReport) =>
  report.source ? permalink(WORKSPACE, report.source, mrkdwn`the report`) : undefined;

describe('everything that goes out', () => {
  it('is inert and within Slack’s limits: posts about a case', () => {
    fc.assert(
      fc.property(anyCase, hostile, (file, note) => {
        const reporter = file.case.reports[0] as CaseReport;
        const posts = [
          answer(reporter, file, SENTENCES, true),
          answer(reporter, file, SENTENCES, false),
          card(
            file,
            new Map([
              ['r0', note],
              ['r1', note.repeat(20)],
            ]),
            SENTENCES,
            toReport,
            ['expand', 'scan'],
          ),
          looked('expand', file, { lines: [{ url: note, to: note, note }], left: [{ url: note, why: note }] }),
          looked('scan', file, {
            lines: Array(30).fill({ url: note, note }),
            left: Array(30).fill({ url: note, why: note }),
          }),
          alert(reporter),
          told(reporter, file) ?? acknowledgement(),
          warned(file),
        ];
        for (const post of posts) {
          expect(bites(post)).toEqual([]);
          expect(faultsOf(post)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('is inert and within Slack’s limits: the decide modal', () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        const view = decideModal(file, file.assessment?.evidence.observables ?? []);
        expect(bites(view)).toEqual([]);
        expect(faultsOfView(JSON.parse(JSON.stringify(view)) as Json)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is inert and within Slack’s limits: answers about links', () => {
    const link = fc.record({ url: hostile, risk: fc.constantFrom('high', 'suspicious', 'no-signs', 'unchecked') });
    fc.assert(
      fc.property(
        fc.array(link, { minLength: 1, maxLength: 40 }),
        fc.array(hostile, { maxLength: 8 }),
        anyCase,
        (links, internal, file) => {
          const checked = links.map(({ url, risk }) => ({ url, verdict: verdict({ risk: risk as 'high' }) }));
          const whole = file.assessment ?? (caseFile().assessment as NonNullable<typeof file.assessment>);
          for (const post of [linkAnswer(checked, internal, whole, SENTENCES, 'r1'), internalOnly(internal)]) {
            expect(bites(post)).toEqual([]);
            expect(faultsOf(post)).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is inert and within Slack’s limits: what holds only our words', () => {
    const {
      hint,
      nothingToCheck,
      couldNotRead,
      received,
      notReviewer,
      reviewersUnknown,
      wasFirst,
      gone,
      alreadyAsked,
      asked,
    } = notices;
    const posts = [
      acknowledgement(),
      clickedAdvice(),
      noLinkGiven(),
      noLinkFound(),
      stillChecking(),
      linkCheckFailed(),
      linksReported(),
    ];
    posts.push(
      hint(),
      nothingToCheck(),
      couldNotRead(),
      received(),
      notReviewer(),
      reviewersUnknown(),
      gone(),
      alreadyAsked(),
      asked(),
      wasFirst('U0ANNA', 'U0OMAR'),
    );
    for (const post of posts) {
      expect(bites(post)).toEqual([]);
      expect(faultsOf(post)).toEqual([]);
    }
    for (const view of [reportModal(), noticeModal(notices.emptyForm())]) {
      expect(bites(view)).toEqual([]);
      expect(faultsOfView(JSON.parse(JSON.stringify(view)) as Json)).toEqual([]);
    }
  });

  it('never says that anything is safe', () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        const plain = caseFile(file.case, { verdict: { ...verdict(), risk: file.case.risk ?? 'high' } });
        const said = JSON.stringify([
          answer(plain.case.reports[0] as CaseReport, plain, SENTENCES, true),
          told(plain.case.reports[0] as CaseReport, plain),
        ]);
        expect(said).not.toMatch(/\b(?:safe|harmless|clean)\b/i);
      }),
      { numRuns: 100 },
    );
  });

  it('counts the observables that a card has no room for', () => {
    const observables = Array.from({ length: 60 }, (_, index) => ({
      kind: 'url' as const,
      value: `https://evil.example/${index}/${'x'.repeat(200)}`,
    }));
    const file = caseFile({}, { evidence: evidence({ observables }) });
    const texts = stringsOf(card(file, new Map(), SENTENCES, toReport)).map(({ text }) => text);
    const shown = texts.find((text) => text.startsWith('hxxps://evil'))?.split('\n') ?? [];
    const missing = Number(/\((\d+) more are not shown\)/.exec(texts.join('\n'))?.[1]);
    expect(shown.length + missing).toBe(60);
    expect(shown.join('\n').length).toBeLessThan(3_000);
  });

  it('holds even for a case with nothing in it', () => {
    const file = { case: openCase('C-1', 'T1', new Date(0)) };
    expect(faultsOf(card(file, new Map(), SENTENCES, () => undefined))).toEqual([]);
  });
});
