import { setTimeout as sleep } from 'node:timers/promises';
import type { App, SlashCommand } from '@slack/bolt';
import { judgeEvidence } from '../../assess.ts';
import { checkLinks, promote } from '../../cases/intake.ts';
import { reasonOf } from '../../errors.ts';
import type { Arrival, Assessment } from '../../model.ts';
import type { Post } from '../blocks/kit.ts';
import {
  type CheckedLink,
  internalOnly,
  linkAnswer,
  linkCheckFailed,
  linksReported,
  noLinkFound,
  noLinkGiven,
  stillChecking,
} from '../blocks/links.ts';
import { gone } from '../blocks/notices.ts';
import { sourcesModal } from '../blocks/sources.ts';
import { readLinkQuestion } from '../check-link.ts';
import { ACTIONS, COMMANDS } from '../ids.ts';
import { calling } from '../web-client.ts';
import { onlyForYou, refusalFor, reply, type Shell } from './shell.ts';

/** Slack gives three seconds; what is not ready by then follows by the response_url. */
const PATIENCE_MS = 2_000;

/** `/checklink`: answers only the person who asked, and becomes a report when that person says so. */
export function listenToCommand(app: App, shell: Shell): void {
  app.command(COMMANDS.checkLink, async ({ ack, command, respond }) => {
    // No link looks like this, and there is no card to press at before the first report.
    if (/^\s*sources\s*$/i.test(command.text)) {
      await ack();
      const refusal = await refusalFor(shell, { user: { id: command.user_id, team_id: command.team_id } });
      if (refusal) return reply(shell, respond, refusal);
      const view = sourcesModal(await shell.sources());
      await calling(() => shell.client.views.open({ trigger_id: command.trigger_id, view }));
      return;
    }
    const answer = answerTo(shell, command);
    const quick = await Promise.race([answer, sleep(PATIENCE_MS, undefined, { ref: false })]);
    await ack(onlyForYou(quick ?? stillChecking()));
    if (!quick) await reply(shell, respond, await answer);
  });

  app.action(ACTIONS.reportLinks, async ({ ack, action, body, respond }) => {
    const reportId = action.type === 'button' ? (action.value ?? '') : '';
    const sent = await promote(shell.house, reportId, body.user.id);
    await ack();
    await reply(shell, respond, sent === 'sent' ? linksReported() : gone());
  });
}

/** Never rejects: a check that failed is said, and is no verdict. */
async function answerTo(shell: Shell, command: SlashCommand): Promise<Post> {
  const { house, around, sentences } = shell;
  const question = readLinkQuestion(command.text, house.assessor.knowledge.organisation.domains);
  if (question.kind === 'empty') return noLinkGiven();
  if (question.kind === 'no-link') return noLinkFound();
  if (question.kind === 'internal') return internalOnly(question.internal);
  const user = command.user_id;
  const arrival: Arrival = {
    reporter: { team: around.team, user },
    route: 'command',
    place: { channel: user },
    parts: question.parts,
  };
  try {
    const { reportId, assessment } = await checkLinks(house, arrival, [`command:${command.trigger_id}`]);
    return linkAnswer(each(assessment, shell), question.internal, assessment, sentences, reportId);
  } catch (error) {
    house.log.error({ reason: reasonOf(error) }, 'a link check failed');
    return linkCheckFailed();
  }
}

/** The same evidence judged link by link: which of ten is the bad one. */
function each({ evidence, sightings }: Assessment, { house }: Shell): CheckedLink[] {
  return evidence.links.map((link) => {
    const host = link.parts.host;
    const about = sightings.filter(({ observable: { kind, value } }) =>
      kind === 'url' ? value === link.url : value === host || host.endsWith(`.${value}`),
    );
    const alone = { ...evidence, messages: [], attachments: [], links: [link] };
    return { url: link.original ?? link.url, verdict: judgeEvidence(alone, about, house.assessor) };
  });
}
