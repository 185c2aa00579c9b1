import { domainToASCII } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { AuthenticationResult, Evidence, Gap, Message, Organisation, Specimen } from '../model.ts';
import { looksLikeMail } from '../parse/mail-bytes.ts';
import type { Question, Reply, Task } from './authentication-worker.ts';
import { dnsError, type Lookup } from './dns.ts';
import { headMark } from './mail-head.ts';
import type { Trouble, Verification } from './verify-mail.ts';

/** What our own look at the raw mails of a report found. */
interface Authenticated {
  /** By message id. */
  results: Map<string, AuthenticationResult[]>;
  gaps: Gap[];
  /** What was asked of the DNS, each once: `TXT _dmarc.bank.example`. For receipts; logs take its length. */
  lookups: string[];
}
export type Authenticate = (specimens: Specimen[], evidence: Evidence) => Promise<Authenticated>;

export interface Authentication {
  /** Never rejects, and never takes longer than its budget. */
  authenticate: Authenticate;
  close(): Promise<void>;
}

const BUDGET_MS = 3_000;
const MAX_BYTES = 25 * 1024 * 1024;
const MOST_MAILS = 5;
const HEAP_MB = 256;
const THREADS = 2;

/**
 * Opens our own look at raw mail. A mail that hangs its thread costs the thread, and the message one gap that blinds
 * nothing: authentication can add a doubt or lift one, the verdict stands without it. `warn` hears of faults in our own
 * code, which are neither the sender's nor the network's.
 */
export function openAuthentication(options: {
  lookup: Lookup;
  organisation: Organisation;
  budgetMs?: number;
  worker?: URL;
  now?: () => number;
  warn?: (fields: Record<string, unknown>, message: string) => void;
}): Authentication {
  const { lookup, organisation } = options;
  const pool = new Piscina<Task, Verification>({
    filename: (options.worker ?? new URL('./authentication-worker.ts', import.meta.url)).href,
    // Both from the start: loading the modules would eat the budget of the first mails.
    minThreads: THREADS,
    maxThreads: THREADS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
  });

  async function look(bytes: Uint8Array, { signal, late, asked }: Round): Promise<Verification | Trouble> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', ({ id, name, rr }: Question) => {
      asked.add(`${rr} ${name}`.slice(0, 300));
      Promise.race([lookup(name, rr), late]).then(
        (answer) => port1.postMessage({ id, answer } satisfies Reply),
        (error) => port1.postMessage({ id, code: String(error?.code ?? 'EUNKNOWN') } satisfies Reply),
      );
    });
    const task: Task = { bytes, organisation, now: options.now?.() ?? Date.now(), port: port2 };
    try {
      return await pool.run(task, { signal, transferList: [port2] });
    } catch (error) {
      if (signal.aborted) return 'timeout';
      options.warn?.({ reason: (error as Error)?.name }, 'looking at the authentication of a mail failed');
      return 'error';
    } finally {
      port1.close();
    }
  }

  return {
    async authenticate(specimens, evidence) {
      const found: Authenticated = { results: new Map(), gaps: [], lookups: [] };
      const mails = outermostMails(specimens, evidence);
      if (mails.length === 0) return found;
      const round = openRound(options.budgetMs ?? BUDGET_MS);
      const troubles = new Set<Trouble>(mails.length > MOST_MAILS ? ['too-many'] : []);
      await Promise.all(
        mails.slice(0, MOST_MAILS).map(async ({ message, bytes }) => {
          const verification = await look(bytes, round);
          if (typeof verification === 'string') {
            troubles.add(verification);
            return;
          }
          for (const trouble of verification.troubles) troubles.add(trouble);
          // Two readers of one mail may differ on hostile bytes: what was verified must be what is judged.
          if (verification.mark !== headMark(message.headers)) return;
          if (verification.fromDomain !== domainToASCII(message.from?.domain ?? '')) return;
          found.results.set(message.id, verification.results);
        }),
      );
      found.gaps = [...troubles].map((why): Gap => ({ what: 'authentication', why, blinding: false }));
      found.lookups = [...round.asked].slice(0, 200);
      return found;
    },
    close: () => pool.close(),
  };
}

/** One report's look. */
interface Round {
  /** Ends everything, threads too. */
  signal: AbortSignal;
  /** Rejects a little earlier: a slow DNS then ends a look in good order, with what was found and its thread alive. */
  late: Promise<never>;
  asked: Set<string>;
}

function openRound(budgetMs: number): Round {
  const late = new Promise<never>((_, reject) => {
    AbortSignal.timeout(budgetMs * 0.8).addEventListener('abort', () => reject(dnsError('ETIMEOUT', '')));
  });
  late.catch(() => {});
  return { signal: AbortSignal.timeout(budgetMs), late, asked: new Set() };
}

/**
 * The outermost message of each specimen that is raw mail. What a mail carries or quotes was changed on its way, and its
 * carrier's signature says nothing of it.
 */
function outermostMails(specimens: Specimen[], evidence: Evidence): { message: Message; bytes: Uint8Array }[] {
  return specimens.flatMap((specimen, at) => {
    if (specimen.kind !== 'mail' && specimen.kind !== 'file') return [];
    const { bytes } = specimen;
    const message = evidence.messages.find(({ id }) => id === `s${at + 1}-m1`);
    if (message?.form !== 'raw' || message.forwardedBy || !message.from?.domain) return [];
    return bytes.length <= MAX_BYTES && looksLikeMail(bytes) ? [{ message, bytes }] : [];
  });
}
