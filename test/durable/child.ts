import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { environment, type Mode } from '../helpers/workspace.ts';
import type { Said, Told } from './bot-child.ts';

/** What the children of one test share: a workspace, a way to it and a database file. */
export interface Den {
  slack: FakeSlack;
  mode: Mode;
  folder: string;
}

export interface Child {
  process: ChildProcess;
  /** Connects to Slack; in HTTP mode Slack learns the new address. */
  start(): Promise<void>;
  /** From now on the child dies when it comes to its step. */
  arm(): Promise<void>;
  /** How it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const CHILD = fileURLToPath(new URL('./bot-child.ts', import.meta.url));
const PATIENCE_MS = 30_000;
/** Where Node itself keeps what it compiled: a child need not compile again what another has. */
const COMPILED = join(tmpdir(), 'node-compile-cache');

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lurecheck-durable-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const stateUrl = ({ folder }: Pick<Den, 'folder'>): string => `sqlite:${join(folder, 'state.db')}`;

/** Loads a bot in a process of its own; it waits for `start`, so that a restart costs no time. */
export function loadChild(den: Den, more: Record<string, string> = {}): Child {
  const kept = { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED };
  const env = { ...kept, ...environment(den.slack, den.mode, { STATE_URL: stateUrl(den), ...more }) };
  const child = fork(CHILD, [], { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const heard = new Map<Said['said'], Said>();
  const waiting = new Set<() => void>();
  child.on('message', (message: Said) => {
    heard.set(message.said, message);
    for (const look of waiting) look();
  });
  const ended: Child['ended'] = new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      resolve({ code, signal });
      for (const look of waiting) look();
    });
  });

  const hear = <T extends Said['said']>(said: T): Promise<Said & { said: T }> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        waiting.delete(look);
        clearTimeout(timer);
      };
      const look = (): void => {
        const message = heard.get(said);
        if (message) resolve(message as Said & { said: T });
        else if (child.exitCode !== null || child.signalCode !== null)
          reject(new Error(`the bot ended before it was ${said}`));
        else return;
        stop();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`the bot was never ${said}`));
      }, PATIENCE_MS);
      waiting.add(look);
      look();
    });

  const tell = (message: Told): boolean => child.send(message);
  return {
    process: child,
    ended,
    async start() {
      await hear('loaded');
      tell('start');
      const { port } = await hear('ready');
      if (den.mode === 'http') den.slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
    },
    async arm() {
      await hear('loaded');
      tell('arm');
      await hear('armed');
    },
  };
}
