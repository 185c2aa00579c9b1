import type { MessagePort } from 'node:worker_threads';
import type { Organisation } from '../model.ts';
import { type Answer, dnsError, type Lookup } from './dns.ts';
import { type Verification, verifyMail } from './verify-mail.ts';

export interface Task {
  bytes: Uint8Array;
  organisation: Organisation;
  now: number;
  /** To the main thread, which asks the DNS for us. */
  port: MessagePort;
}
export interface Question {
  id: number;
  name: string;
  rr: string;
}
export type Reply = { id: number } & ({ answer: Answer } | { code: string });

/** What runs in a thread: one mail a task. Hostile bytes are read here; the network is asked by the main thread. */
export default async function verifyInWorker({ bytes, organisation, now, port }: Task): Promise<Verification> {
  const waiting = new Map<number, (reply: Reply) => void>();
  port.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply));
  const lookup: Lookup = (name, rr) =>
    new Promise((resolve, reject) => {
      const id = waiting.size + 1;
      waiting.set(id, (reply) => {
        if ('answer' in reply) resolve(reply.answer);
        else reject(dnsError(reply.code, name));
      });
      port.postMessage({ id, name, rr } satisfies Question);
    });
  try {
    return await verifyMail(bytes, { lookup, organisation, now });
  } finally {
    port.close();
  }
}
