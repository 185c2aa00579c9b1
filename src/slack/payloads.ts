import { z } from 'zod';

/**
 * What Slack sends, as far as we read it. Slack's own types lack mail files, stubs and forwarded posts, and every string
 * in here may be an attacker's: a field of the wrong type counts as missing instead of costing the whole report.
 */
const text = z.string().optional().catch(undefined);
const count = z.number().nonnegative().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((one) => [item.safeParse(one)].flatMap(({ data }) => (data ? [data] : []))));

const mailAddress = z.object({ address: z.string().catch(''), name: text });

const mailAttachment = z.object({ filename: text, size: count, mimetype: text, url: text });

export const slackFile = z.object({
  id: z.string(),
  name: text,
  title: text,
  mimetype: text,
  filetype: text,
  mode: text,
  size: count,
  file_access: text,
  url_private: text,
  url_private_download: text,
  // Mode `email`:
  subject: text,
  from: listOf(mailAddress),
  to: listOf(mailAddress),
  cc: listOf(mailAddress),
  plain_text: text,
  preview_plain_text: text,
  headers: z
    .object({
      date: text,
      in_reply_to: text,
      reply_to: text,
      message_id: text,
    })
    .optional()
    .catch(undefined),
  attachments: listOf(mailAttachment),
  original_attachment_count: count,
  has_more: flag,
});
export type SlackFile = z.output<typeof slackFile>;

const sharedPost = z.object({ message: z.object({ blocks: z.array(z.unknown()).catch([]) }).catch({ blocks: [] }) });

const slackAttachment = z.object({
  is_share: flag,
  is_msg_unfurl: flag,
  author_name: text,
  title: text,
  title_link: text,
  text,
  message_blocks: listOf(sharedPost),
  files: listOf(slackFile),
});
export type SlackAttachment = z.output<typeof slackAttachment>;

export const slackMessage = z.object({
  type: text,
  subtype: text,
  user: text,
  bot_id: text,
  team: text,
  text: z.string().catch(''),
  ts: z.string(),
  thread_ts: text,
  channel: text,
  channel_type: text,
  blocks: z.array(z.unknown()).catch([]),
  files: listOf(slackFile),
  attachments: listOf(slackAttachment),
});
export type SlackMessage = z.output<typeof slackMessage>;

export const messageShortcut = z.object({
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), team_id: text }),
  channel: z.object({ id: z.string() }),
  message: slackMessage,
});

/** `view.state.values` of the report modal, by block id. */
export const reportValues = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ value: z.string().nullish().catch(undefined), files: listOf(slackFile) }).catch({ files: [] }),
  ),
);

export const decideValues = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish().catch(undefined),
      selected_option: z.object({ value: z.string() }).nullish().catch(undefined),
      selected_options: listOf(z.object({ value: z.string() })),
    }),
  ),
);
