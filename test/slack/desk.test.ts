import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseReport } from '../../src/case.ts';
import { type CaseFile, type Desk, DeskGoneError } from '../../src/cases/desk.ts';
import type { Report } from '../../src/model.ts';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { openSlackDesk, type SlackDesk } from '../../src/slack/desk.ts';
import { boltLogger, openLog } from '../../src/slack/log.ts';
import { openClient } from '../../src/slack/web-client.ts';
import {
  AISHA,
  BOT,
  botPosts,
  openTestSlack,
  PRIYA,
  REPORTS,
  SECRETS,
  SECURITY,
  WARD,
  words,
} from '../helpers/workspace.ts';
import { caseFile, finding, report as reportOf, SENTENCES, verdict, WORKSPACE } from './blocks/case-file.ts';

let slack: FakeSlack;
let desk: Desk;
let post: FakePost;
let report: Report;
const stored = new Map<string, Report>();

const openDesk = (parts: Partial<SlackDesk> = {}): Desk => {
  const log = openLog('silent');
  const client = openClient(SECRETS.botToken, slack.apiUrl, boltLogger(log));
  return openSlackDesk({
    answers: client,
    security: openClient(SECRETS.botToken, slack.apiUrl, boltLogger(log)),
    securityChannel: SECURITY,
    workspace: WORKSPACE,
    reports: { get: async (id) => stored.get(id) },
    sentences: SENTENCES,
    files: { token: SECRETS.botToken, fileInfo: async () => undefined, warn: () => {} },
    log: () => {},
    ...parts,
  });
};

beforeEach(async () => {
  slack = await openTestSlack();
  desk = openDesk();
  post = await slack.say(AISHA, REPORTS, { text: 'https://evil.example' });
  report = {
    id: 'r1',
    reporter: { team: 'T0TEST', user: AISHA },
    route: 'channel',
    place: { channel: REPORTS, thread: post.ts },
    source: { channel: REPORTS, ts: post.ts },
    parts: [],
    receivedAt: new Date(),
  };
  stored.clear();
  stored.set(report.id, report);
});
afterEach(() => slack.close());

const answers = () => botPosts(slack, REPORTS);
const fileWith = (
  mine: Partial<CaseReport>,
  parts: Parameters<typeof caseFile>[0] = {},
): { mine: CaseReport; file: CaseFile } => {
  const one = reportOf({ id: 'r1', reporter: report.reporter, place: report.place, ...mine });
  return {
    mine: one,
    file: caseFile(
      { reports: [one], ...parts },
      { verdict: verdict({ findings: [finding('two-values', { a: 'a@evil.example', b: 'http://b.example' })] }) },
    ),
  };
};

describe('acknowledging', () => {
  it('posts in the reporter’s thread, quiet towards links, and marks the post', async () => {
    const spot = await desk.acknowledge(report, false);
    expect(slack.post(spot.channel, spot.ts)).toMatchObject({
      threadTs: post.ts,
      metadata: { event_type: 'lurecheck', event_payload: { report: 'r1', step: 'answer' } },
    });
    expect(slack.log.at(-1)?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('finds its own post when an earlier try may have died after it', async () => {
    slack.fail('chat.postMessage', { kind: 'drop' });
    await expect(desk.acknowledge(report, false)).rejects.toThrow();
    expect(answers()).toHaveLength(1);
    const spot = await desk.acknowledge(report, true);
    expect(answers().map(({ ts }) => ts)).toEqual([spot.ts]);
  });

  it('posts when it looked and found nothing', async () => {
    await desk.acknowledge(report, true);
    expect(answers()).toHaveLength(1);
  });

  it('waits where Slack says so, without giving up', async () => {
    slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 1 });
    await desk.acknowledge(report, false);
    expect(answers()).toHaveLength(1);
  });

  it('goes to direct messages where it is not let in', async () => {
    const spot = await desk.acknowledge({ ...report, place: { channel: WARD, thread: '1.1' } }, false);
    expect(spot.channel).toBe(slack.dmOf(AISHA).id);
  });

  it('opens direct messages for a report without a place, and finds its post there again', async () => {
    const direct = { ...report, place: { channel: AISHA } };
    const spot = await desk.acknowledge(direct, false);
    expect(await openDesk().acknowledge(direct, true)).toEqual(spot);
    expect(botPosts(slack, slack.dmOf(AISHA).id)).toHaveLength(1);
  });

  it('says that the place is gone when nobody is there either', async () => {
    await expect(
      desk.acknowledge(
        { ...report, place: { channel: 'C0NOWHERE' }, reporter: { team: 'T', user: 'USLACKBOT' } },
        false,
      ),
    ).rejects.toThrow(DeskGoneError);
  });

  it('rejects for another try when Slack is ill', async () => {
    slack.fail('chat.postMessage', { kind: 'http', status: 503 });
    const failure = await desk.acknowledge(report, false).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(DeskGoneError);
  });
});

describe('answering', () => {
  it('turns the acknowledgement into the verdict', async () => {
    const spot = await desk.acknowledge(report, false);
    const { mine, file } = fileWith({ answer: spot });
    await desk.answer(mine, file);
    expect(answers()).toHaveLength(1);
    const said = words(slack.post(REPORTS, spot.ts) as FakePost);
    expect(said).toContain('High risk');
    expect(said).toContain('a[@]evil[.]example');
    expect(said).not.toContain('Checking');
  });

  it('falls back to words when Slack refuses the blocks', async () => {
    const spot = await desk.acknowledge(report, false);
    const { mine, file } = fileWith({ answer: spot });
    slack.fail('chat.update', { kind: 'error', error: 'invalid_blocks' });
    await desk.answer(mine, file);
    const shown = slack.post(REPORTS, spot.ts) as FakePost;
    expect(shown.text).toContain('High risk');
    expect(shown.text).toContain('a[@]evil[.]example');
    expect(shown.blocks).toEqual([]);
  });

  it('says the verdict once more when somebody deleted the acknowledgement, and only once', async () => {
    const { mine, file } = fileWith({ answer: { channel: REPORTS, ts: '1.000001' } });
    await desk.answer(mine, file);
    await desk.answer(mine, file);
    expect(answers().map((one) => [one.threadTs, /High risk/.test(words(one))])).toEqual([[post.ts, true]]);
  });

  it('never puts an older picture over a newer one', async () => {
    const spot = await desk.acknowledge(report, false);
    const { mine, file } = fileWith({ answer: spot });
    const newer = { ...file, case: { ...file.case, seq: 9, claim: { by: PRIYA, at: new Date() } } };
    await Promise.all([desk.answer(mine, newer), desk.answer(mine, file)]);
    expect(words(slack.post(REPORTS, spot.ts) as FakePost)).toContain(PRIYA);
  });
});

describe('escalating', () => {
  it('posts one card, found again by its mark, and edits it', async () => {
    const { file } = fileWith({});
    const spot = await desk.escalate(file, false);
    expect(await openDesk().escalate(file, true)).toEqual(spot);
    expect(botPosts(slack, SECURITY)).toHaveLength(1);
    const claimed = { ...file, case: { ...file.case, escalation: spot, claim: { by: PRIYA, at: new Date() } } };
    await desk.refresh(claimed);
    expect(words(slack.post(SECURITY, spot?.ts ?? '') as FakePost)).toContain(PRIYA);
  });

  it('shows the reporter’s note and a link to the post, and none to a direct message', async () => {
    stored.set('r1', { ...report, note: 'is it real?' });
    const { file } = fileWith({ source: { channel: REPORTS, ts: post.ts } });
    const spot = await desk.escalate(file, false);
    const said = words(slack.post(SECURITY, spot?.ts ?? '') as FakePost);
    expect(said).toContain('is it real?');
    expect(said).toContain(`${WORKSPACE}archives/${REPORTS}/p${post.ts.replace('.', '')}`);
    const direct = fileWith({ source: { channel: 'D0AISHA', ts: '1.1' } });
    const other = await desk.escalate(direct.file, false);
    expect(words(slack.post(SECURITY, other?.ts ?? '') as FakePost)).not.toContain('/archives/');
  });

  it('waits for an invitation instead of giving the card up', async () => {
    const { file } = fileWith({});
    const failure = await openDesk({ securityChannel: WARD })
      .escalate(file, false)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(DeskGoneError);
  });

  it('has nowhere to go without a security channel', async () => {
    expect(await openDesk({ securityChannel: undefined }).escalate(fileWith({}).file, false)).toBeUndefined();
  });

  it('alerts loudly in the card’s thread, once', async () => {
    const { mine, file } = fileWith({ clicked: true, clickedBy: [AISHA] });
    const spot = await desk.escalate(file, false);
    const escalated = { ...file, case: { ...file.case, escalation: spot } };
    await desk.alert(mine, escalated, false);
    await openDesk().alert(mine, escalated, true);
    const alerts = botPosts(slack, SECURITY).filter(({ threadTs }) => threadTs === spot?.ts);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ broadcast: true, text: expect.stringContaining('<!channel>') });
  });
});

describe('warning', () => {
  it('says in the reporter’s thread that the verdict rose, once for each verdict', async () => {
    const answer = await desk.acknowledge(report, false);
    const { mine, file } = fileWith({ answer }, { risk: 'high' });
    await desk.warn(mine, file, false);
    await openDesk().warn(mine, file, true);
    const warned = answers().filter(({ ts }) => ts !== answer.ts);
    expect(warned.map(({ threadTs }) => threadTs)).toEqual([post.ts]);
    expect(warned[0]?.text).toMatch(/graver now: 🛑 High risk/);
  });
});

describe('telling', () => {
  const decision = { seq: 6, by: PRIYA, kind: 'phishing' as const, listed: [], at: new Date() };

  it('says the decision in the reporter’s thread, once for each decision', async () => {
    const answer = await desk.acknowledge(report, false);
    const { mine, file } = fileWith({ answer }, { decision });
    await desk.tell(mine, file, false);
    await openDesk().tell(mine, file, true);
    const told = answers().filter(({ ts }) => ts !== answer.ts);
    expect(told.map(({ threadTs, text }) => [threadTs, /phishing/.test(text)])).toEqual([[post.ts, true]]);
    const changed = fileWith({ answer, told: 6 }, { decision: { ...decision, seq: 8, kind: 'legitimate' } });
    await desk.tell(changed.mine, changed.file, true);
    expect(answers().at(-1)?.text).toMatch(/corrects itself/);
  });

  it('goes where the answer went', async () => {
    const direct = { ...report, place: { channel: AISHA } };
    const answer = await desk.acknowledge(direct, false);
    const { mine, file } = fileWith({ answer, place: direct.place }, { decision });
    await desk.tell(mine, file, false);
    expect(botPosts(slack, slack.dmOf(AISHA).id).at(-1)).toMatchObject({ threadTs: answer.ts, user: BOT.userId });
  });
});
