import type { App } from '@slack/bolt';
import { receive } from '../../cases/intake.ts';
import { arrivalOfForm, arrivalOfShortcut } from '../arrivals.ts';
import { VALUE } from '../blocks/kit.ts';
import { FIELDS, reportModal } from '../blocks/modals.ts';
import { emptyForm, nothingToCheck, received, receivedBefore } from '../blocks/notices.ts';
import { SHORTCUTS, VIEWS } from '../ids.ts';
import { messageShortcut, reportValues } from '../payloads.ts';
import { calling } from '../web-client.ts';
import { reply, type Shell } from './shell.ts';

/** "Report as suspicious" on a post, and the form "Report something". Both are acknowledged after they were stored. */
export function listenToShortcuts(app: App, shell: Shell): void {
  const { house, around, client } = shell;

  app.shortcut({ callback_id: SHORTCUTS.message, type: 'message_action' }, async ({ ack, body, respond }) => {
    const picked = messageShortcut.safeParse(body).data;
    const reporter = { team: around.team, user: body.user.id };
    const found = picked && arrivalOfShortcut(picked.message, reporter, picked.channel.id, around);
    const stored = found && (await receive(house, found.arrival, found.keys));
    await ack();
    await reply(shell, respond, !stored ? nothingToCheck() : stored === 'new' ? received() : receivedBefore());
  });

  app.shortcut({ callback_id: SHORTCUTS.global, type: 'shortcut' }, async ({ ack, body }) => {
    await ack();
    await calling(() => client.views.open({ trigger_id: body.trigger_id, view: reportModal() }));
  });

  app.view(VIEWS.report, async ({ ack, body, view }) => {
    const values = reportValues.safeParse(view.state.values).data ?? {};
    const field = (id: string): string | undefined => values[id]?.[VALUE]?.value ?? undefined;
    const form = {
      text: field(FIELDS.text),
      link: field(FIELDS.link),
      why: field(FIELDS.why),
      files: values[FIELDS.files]?.[VALUE]?.files ?? [],
    };
    const found = arrivalOfForm(form, { team: around.team, user: body.user.id }, view.id);
    if (!found) {
      await ack({ response_action: 'errors', errors: { [FIELDS.text]: emptyForm() } });
      return;
    }
    await receive(house, found.arrival, found.keys);
    await ack();
  });
}
