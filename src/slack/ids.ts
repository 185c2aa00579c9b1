/**
 * Every id and name that Slack sends back to us, and what we ask of Slack. The manifest's test holds the manifest to this
 * file: what is not used here is not asked for, and what is used here is.
 */

/** Callback ids of the shortcuts. */
export const SHORTCUTS = { message: 'report_message', global: 'report_something' } as const;

export const COMMANDS = { checkLink: '/checklink' } as const;

/** Event types that the listeners answer to, as the manifest names them. */
export const EVENTS = ['app_mention', 'message.channels', 'message.groups', 'message.im'] as const;

/** Buttons. */
export const ACTIONS = {
  clicked: 'clicked',
  askSecurity: 'ask_security',
  reportLinks: 'report_links',
  claim: 'claim',
  decide: 'decide',
  expandLinks: 'expand_links',
  scanLinks: 'scan_links',
  sources: 'sources',
} as const;

/** Callback ids of modals. */
export const VIEWS = { report: 'report_view', decide: 'decide_view' } as const;

/** `event_type` of the metadata on our own posts. */
export const METADATA = 'lurecheck';

/** Each bot scope with the Web API methods and listeners that need it. */
export const SCOPES = {
  'app_mentions:read': ['app_mention'],
  'channels:history': ['message.channels', 'conversations.history', 'conversations.replies'],
  'channels:read': ['conversations.info', 'conversations.members'],
  'chat:write': ['chat.postMessage', 'chat.postEphemeral', 'chat.update'],
  commands: [COMMANDS.checkLink, SHORTCUTS.message, SHORTCUTS.global],
  'files:read': ['files.info', 'url_private_download'],
  'groups:history': ['message.groups', 'conversations.history', 'conversations.replies'],
  'groups:read': ['conversations.info', 'conversations.members'],
  'im:history': ['message.im', 'conversations.history', 'conversations.replies'],
  'im:write': ['conversations.open'],
  'usergroups:read': ['usergroups.users.list'],
} as const;
