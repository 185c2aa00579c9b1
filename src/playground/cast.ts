import type { FakeChannel, FakeUser } from './fake-slack/types.ts';

/** The people and channels of the local workspace. Ids look like Slack's, so that the configuration takes them. */
export const TEAM = { id: 'T0LOCAL', name: 'Riverside Hospital', domain: 'riverside' };

export const BOT = { userId: 'U0LURECHECK', botId: 'B0LURECHECK', appId: 'A0LURECHECK', name: 'lurecheck' };

export const USERS: FakeUser[] = [
  { id: 'U0AISHA', name: 'aisha', realName: 'Aisha Khan, ward nurse', role: 'staff', locale: 'en-GB' },
  { id: 'U0JONAS', name: 'jonas', realName: 'Jonas Weber, purchasing', role: 'staff', locale: 'de-DE' },
  { id: 'U0PRIYA', name: 'priya', realName: 'Priya Nair, security analyst', role: 'analyst', locale: 'en-GB' },
];

export const REPORTS = 'C0REPORTS';
export const SECURITY = 'C0SECURITY';

export const CHANNELS: FakeChannel[] = [
  { id: REPORTS, name: 'report-phishing', kind: 'public', members: ['U0AISHA', 'U0JONAS', 'U0PRIYA', BOT.userId] },
  { id: 'C0WARD7', name: 'ward-7', kind: 'public', members: ['U0AISHA', 'U0JONAS'] },
  { id: SECURITY, name: 'security', kind: 'private', members: ['U0PRIYA', BOT.userId] },
];

/** What the organisation of the samples calls its own. */
export const ORGANISATION = {
  domains: ['hospital.example'],
  names: ['Riverside Hospital'],
  authservs: ['mx.hospital.example'],
};
