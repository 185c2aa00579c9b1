import type { App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Look } from '../../case.ts';
import { ask, claim, click, decide } from '../../cases/decide.ts';
import { openFile } from '../../cases/house.ts';
import { listable } from '../../cases/listable.ts';
import { askLook } from '../../cases/look.ts';
import { DECISIONS } from '../../model.ts';
import { clickedAdvice } from '../blocks/answer.ts';
import { VALUE } from '../blocks/kit.ts';
import { decideModal, FIELDS, LISTED, noticeModal } from '../blocks/modals.ts';
import { alreadyAsked, asked, gone, lookAsked, lookOff, lookUnderWay, wasFirst } from '../blocks/notices.ts';
import { sourcesModal } from '../blocks/sources.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { decideValues } from '../payloads.ts';
import { calling } from '../web-client.ts';
import { refusalFor, reply, type Shell } from './shell.ts';

interface Pressed {
  type: string;
  value?: string;
}

const idIn = (action: Pressed): string => (action.type === 'button' ? (action.value ?? '') : '');

/** The thread of the post that a button stands in: answers to a press belong there. */
function threadOf(body: {
  container?: Record<string, unknown>;
  message?: Record<string, unknown>;
}): string | undefined {
  const thread = body.container?.thread_ts ?? body.message?.thread_ts;
  return typeof thread === 'string' ? thread : undefined;
}

/** Buttons under an answer. Anyone who sees them may press: a colleague's click matters as much as the reporter's. */
export function listenToReporters(app: App, shell: Shell): void {
  const { house } = shell;

  app.action({ type: 'block_actions', action_id: ACTIONS.clicked }, async ({ ack, action, body, respond }) => {
    const [caseId = '', reportId = ''] = idIn(action).split(':');
    const pressed = await click(house, caseId, reportId, body.user.id);
    await ack();
    // Whoever presses is told what to do, even about a report that we no longer have.
    await reply(shell, respond, clickedAdvice({ lost: pressed.kind === 'unknown' }), threadOf(body));
  });

  app.action({ type: 'block_actions', action_id: ACTIONS.askSecurity }, async ({ ack, action, body, respond }) => {
    const [caseId = '', reportId = ''] = idIn(action).split(':');
    const pressed = await ask(house, caseId, reportId, body.user.id);
    await ack();
    const said = pressed.kind === 'done' ? asked() : pressed.kind === 'already' ? alreadyAsked() : gone();
    await reply(shell, respond, said, threadOf(body));
  });
}

const decideMetadata = z.object({ case: z.string(), revises: z.number().optional() });

/** Buttons on the card, and the modal behind one of them: for reviewers only, whoever sees the card. */
export function listenToReviewers(app: App, shell: Shell): void {
  const { house, client } = shell;

  app.action({ type: 'block_actions', action_id: ACTIONS.claim }, async ({ ack, action, body, respond }) => {
    await ack();
    const refusal = await refusalFor(shell, body);
    if (refusal) return reply(shell, respond, refusal);
    const pressed = await claim(house, idIn(action), body.user.id);
    if (pressed.kind === 'first') await reply(shell, respond, wasFirst(pressed.by, body.user.id));
    else if (pressed.kind === 'unknown') await reply(shell, respond, gone());
  });

  app.action({ type: 'block_actions', action_id: ACTIONS.decide }, async ({ ack, action, body, respond }) => {
    await ack();
    const refusal = await refusalFor(shell, body);
    if (refusal) return reply(shell, respond, refusal);
    const file = await openFile(house.stores, idIn(action));
    if (!file) return reply(shell, respond, gone());
    const observables = file.assessment ? listable(file.assessment.evidence, house.assessor.knowledge) : [];
    await calling(() => client.views.open({ trigger_id: body.trigger_id, view: decideModal(file, observables) }));
  });

  const press = async (look: Look, { ack, action, body, respond }: Press): Promise<void> => {
    const refusal = await refusalFor(shell, body);
    const pressed = refusal ? undefined : await askLook(house, idIn(action), look, body.user.id);
    await ack();
    await reply(shell, respond, refusal ?? LOOK_NOTICE[pressed?.kind ?? 'unknown'](), threadOf(body));
  };
  app.action({ type: 'block_actions', action_id: ACTIONS.expandLinks }, (pressed) => press('expand', pressed));
  app.action({ type: 'block_actions', action_id: ACTIONS.scanLinks }, (pressed) => press('scan', pressed));
  app.action({ type: 'block_actions', action_id: ACTIONS.sources }, async ({ ack, body, respond }) => {
    await ack();
    const refusal = await refusalFor(shell, body);
    if (refusal) return reply(shell, respond, refusal);
    const view = sourcesModal(await shell.sources());
    await calling(() => client.views.open({ trigger_id: body.trigger_id, view }));
  });

  app.view(VIEWS.decide, async ({ ack, body, view }) => {
    const notice = (post: { text: Parameters<typeof noticeModal>[0] }) =>
      ack({ response_action: 'update', view: noticeModal(post.text) });
    const refusal = await refusalFor(shell, body);
    if (refusal) return notice(refusal);
    const metadata = decideMetadata.safeParse(jsonOf(view.private_metadata)).data;
    const values = decideValues.safeParse(view.state.values).data ?? {};
    const kind = DECISIONS.find((one) => one === values[FIELDS.kind]?.[VALUE]?.selected_option?.value);
    if (!metadata || !kind) return notice(gone());
    const ticked = Object.entries(values)
      .filter(([id]) => id.startsWith(LISTED))
      .flatMap(([, fields]) => fields[VALUE]?.selected_options.map(({ value }) => value) ?? []);
    const note = values[FIELDS.note]?.[VALUE]?.value?.trim() || undefined;
    const ruling = { by: body.user.id, kind, note, ticked, revises: metadata.revises };
    const pressed = await decide(house, metadata.case, ruling);
    if (pressed.kind === 'first') return notice(wasFirst(pressed.by, body.user.id));
    if (pressed.kind === 'unknown') return notice(gone());
    await ack();
  });
}

type Press = Pick<SlackActionMiddlewareArgs<BlockAction>, 'ack' | 'action' | 'body' | 'respond'>;

const LOOK_NOTICE = {
  done: lookAsked,
  already: lookUnderWay,
  off: lookOff,
  first: lookUnderWay,
  unknown: gone,
} as const;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
