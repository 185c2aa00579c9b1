import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { boltLogger, openLog } from '../../src/slack/log.ts';
import { ackAfterListeners } from '../../src/slack/receiver.ts';

type Hand = { processEvent(event: ReceiverEvent): Promise<void> };

/** Bolt's real App behind our receiver; `deliver` is what an HTTP or Socket Mode receiver does with an event. */
async function openApp(): Promise<{ app: App; receiver: Receiver; deliver: Hand['processEvent'] }> {
  let hand: Hand | undefined;
  const inner: Receiver = {
    init: (app) => {
      hand = app;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const receiver = ackAfterListeners(inner);
  const app = new App({
    receiver,
    token: 'xoxb-test',
    botId: 'B0BOT',
    botUserId: 'U0BOT',
    tokenVerificationEnabled: false,
    convoStore: false,
    deferInitialization: true,
    logger: boltLogger(openLog('silent')),
  });
  app.error(async (error) => {
    throw error;
  });
  await app.init();
  return { app, receiver, deliver: (event) => (hand as Hand).processEvent(event) };
}

const event = (order: string[]): ReceiverEvent => ({
  body: {
    type: 'event_callback',
    team_id: 'T1',
    event_id: 'Ev1',
    event: { type: 'message', channel: 'C1', user: 'U1', ts: '1.1', text: 'x' },
  },
  ack: async () => {
    order.push('acknowledged');
  },
});

let release: (() => void) | undefined;
afterEach(() => release?.());

describe('an event', () => {
  it('is acknowledged after its listener has stored it, not before', async () => {
    const { app, deliver } = await openApp();
    const order: string[] = [];
    app.event('message', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push('stored');
    });
    await deliver(event(order));
    expect(order).toEqual(['stored', 'acknowledged']);
  });

  it('is not acknowledged when storing failed, so that Slack delivers it again', async () => {
    const { app, deliver } = await openApp();
    const order: string[] = [];
    app.event('message', async () => {
      throw new Error('disk full');
    });
    await expect(deliver(event(order))).rejects.toThrow('disk full');
    expect(order).toEqual([]);
  });

  it('that nobody listens to is acknowledged', async () => {
    const { deliver } = await openApp();
    const order: string[] = [];
    await deliver(event(order));
    expect(order).toEqual(['acknowledged']);
  });
});

describe('a command', () => {
  it('is acknowledged by its listener, in its own time', async () => {
    const { app, deliver } = await openApp();
    const order: string[] = [];
    app.command('/checklink', async ({ ack }) => {
      await ack();
      order.push('went on');
    });
    await deliver({
      ...event(order),
      body: { command: '/checklink', text: '', team_id: 'T1', channel_id: 'C1', user_id: 'U1' },
    });
    expect(order).toEqual(['acknowledged', 'went on']);
  });
});

describe('stop', () => {
  it('waits for a listener that is still storing', async () => {
    const { app, receiver, deliver } = await openApp();
    const order: string[] = [];
    app.event('message', async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      order.push('stored');
    });
    void deliver(event(order));
    await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = receiver.stop().then(() => order.push('stopped'));
    release?.();
    await stopped;
    expect(order).toEqual(['stored', 'acknowledged', 'stopped']);
  });
});
