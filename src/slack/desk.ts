import type { webApi } from '@slack/bolt';
import type { CaseReport, Look } from '../case.ts';
import { type CaseFile, type Desk, DeskGoneError } from '../cases/desk.ts';
import { reasonOf } from '../errors.ts';
import type { Sentences } from '../explain.ts';
import type { Report, Spot } from '../model.ts';
import type { ReportStore } from '../store/stores.ts';
import { acknowledgement } from './blocks/acknowledgement.ts';
import { answer, told, warned } from './blocks/answer.ts';
import { alert, card } from './blocks/card.ts';
import { looked } from './blocks/looks.ts';
import { type FileSource, fetchParts } from './fetch.ts';
import { openOrder } from './in-order.ts';
import { mrkdwn, permalink } from './inert.ts';
import { edit, findOwn, type Mark, send, type Target } from './posts.ts';
import { calling, isGone, slackError } from './web-client.ts';

export interface SlackDesk {
  /** For reporters' threads. */
  answers: webApi.WebClient;
  /** For the security channel: escalations must not wait behind answers that Slack slows down. */
  security: webApi.WebClient;
  securityChannel?: string;
  /** Address of the workspace, ending in a slash: the root of permalinks. */
  workspace: string;
  reports: Pick<ReportStore, 'get'>;
  sentences: Sentences;
  files: FileSource;
  /** What analysts may press for on a card. */
  looks?: readonly Look[];
  log: FileSource['warn'];
}

/** Slack as the place where cases speak. See `cases/desk.ts` for what each method promises. */
export function openSlackDesk(house: SlackDesk): Desk {
  const { answers, security, securityChannel, reports, sentences } = house;
  const dms = new Map<string, string>();
  const inOrder = openOrder();

  /** A user id becomes the id of the direct messages with that user: posts there have to be found again. */
  const conversation = async (channel: string): Promise<string> => {
    if (!/^[UW]/.test(channel)) return channel;
    const known = dms.get(channel);
    if (known) return known;
    const opened = await calling(() => answers.conversations.open({ users: channel }));
    const id = opened.channel?.id;
    if (!id) throw new DeskGoneError('Slack opened no direct messages');
    dms.set(channel, id);
    return id;
  };

  const sendOnce = async (
    client: webApi.WebClient,
    to: Target,
    again: boolean,
    mark: Mark,
    post: () => Parameters<typeof send>[2],
    loud = false,
  ): Promise<Spot> => {
    const at = { ...to, channel: await conversation(to.channel) };
    const found = again ? await findOwn(client, at, mark) : undefined;
    return found ?? send(client, at, post(), mark, { loud });
  };

  const render = async (file: CaseFile) => {
    const notes = new Map<string, string>();
    for (const { id } of file.case.reports.slice(0, 10)) {
      const note = (await reports.get(id))?.note;
      if (note) notes.set(id, note);
    }
    const linkTo = ({ source }: CaseReport) =>
      // Nobody but the reporter can open a direct message.
      source && !source.channel.startsWith('D') ? permalink(house.workspace, source, mrkdwn`the report`) : undefined;
    return card(file, notes, sentences, linkTo, house.looks);
  };

  return {
    fetch: (report) => fetchParts(report, house.files),

    acknowledge: (report, again) =>
      knowingGone(async () => {
        const mark: Mark = { step: 'answer', report: report.id };
        try {
          return await sendOnce(answers, report.place, again, mark, acknowledgement);
        } catch (error) {
          const dm = report.reporter.user;
          if (!isGone(error) || report.place.channel === dm || dm === 'USLACKBOT') throw error;
          house.log({ report: report.id, error: slackError(error) }, 'answering by direct message');
          return sendOnce(answers, { channel: dm }, again, mark, acknowledgement);
        }
      }),

    answer: (report, file) =>
      knowingGone(async () => {
        const spot = report.answer ?? (await reports.get(report.id))?.spot;
        if (!spot) throw new DeskGoneError('this report has no answer to edit');
        const mark: Mark = { step: 'answer', report: report.id, case: file.case.id };
        const post = answer(report, file, sentences, securityChannel !== undefined);
        try {
          await inOrder(`${spot.channel}:${spot.ts}`, file.case.seq, () => edit(answers, spot, post, mark));
        } catch (error) {
          if (!isDeleted(error)) throw error;
          // Somebody deleted "Checking…": the verdict is said all the same, and found again by its mark from then on.
          const at = { channel: spot.channel, thread: threadOf(report, spot) };
          const other = await findOwn(answers, at, { step: 'answer', report: report.id });
          if (other) await edit(answers, other, post, mark);
          else await send(answers, at, post, mark);
        }
      }),

    // Not in the desk's word for "gone": a bot that nobody invited to the security channel yet may be invited, and until
    // then the card waits in the queue instead of being given up.
    async escalate(file, again) {
      if (!securityChannel) return undefined;
      const post = await render(file);
      return sendOnce(security, { channel: securityChannel }, again, { step: 'card', case: file.case.id }, () => post);
    },

    refresh: (file) =>
      knowingGone(async () => {
        const spot = file.case.escalation;
        if (!spot) return;
        const mark: Mark = { step: 'card', case: file.case.id };
        const show = async (): Promise<void> => edit(security, spot, await render(file), mark);
        await inOrder(`${spot.channel}:${spot.ts}`, file.case.seq, show);
      }),

    alert: (report, file, again) =>
      knowingGone(async () => {
        const spot = file.case.escalation;
        if (!spot) return;
        // A second person who clicks under the same report is news again.
        const clicks = String(Math.max(1, report.clickedBy.length));
        const mark: Mark = { step: `alert-${clicks}`, report: report.id, case: file.case.id };
        await sendOnce(security, { channel: spot.channel, thread: spot.ts }, again, mark, () => alert(report), true);
      }),

    warn: (report, file, again) =>
      knowingGone(async () => {
        if (!report.answer) return;
        const mark: Mark = { step: `raised-${file.case.risk}`, report: report.id, case: file.case.id };
        await sendOnce(answers, threadUnder(report, report.answer), again, mark, () => warned(file));
      }),

    tell: (report, file, again) =>
      knowingGone(async () => {
        const post = told(report, file);
        if (!post || !report.answer) return;
        const mark: Mark = { step: `told-${file.case.decision?.seq}`, report: report.id, case: file.case.id };
        await sendOnce(answers, threadUnder(report, report.answer), again, mark, () => post);
      }),

    looked: (look, file, brought, again) =>
      knowingGone(async () => {
        const { escalation: spot, looks, id } = file.case;
        if (!spot) return;
        const mark: Mark = { step: `look-${look}-${looks?.[look]?.seq}`, case: id };
        const thread = { channel: spot.channel, thread: spot.ts };
        await sendOnce(security, thread, again, mark, () => looked(look, file, brought));
      }),
  };
}

/** The thread that the answer stands in; undefined when it stands by itself, in direct messages. */
function threadOf({ place }: Pick<CaseReport | Report, 'place'>, spot: Spot): string | undefined {
  return spot.channel === place.channel ? place.thread : undefined;
}

/** Where what follows an answer is said: in its thread, or in one under it. */
function threadUnder(report: CaseReport, spot: Spot): Target {
  return { channel: spot.channel, thread: threadOf(report, spot) ?? spot.ts };
}

function isDeleted(error: unknown): boolean {
  return ['message_not_found', 'cant_update_message', 'edit_window_closed'].includes(slackError(error) ?? '');
}

/** What no retry can mend is said in the desk's own word. */
async function knowingGone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isGone(error)) throw new DeskGoneError(reasonOf(error));
    throw error;
  }
}
