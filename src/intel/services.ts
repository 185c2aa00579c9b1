import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Keyv } from 'keyv';
import type { Certificate, Evidence, Gap, Knowledge, Observable, Opinion, Receipt, Registration } from '../model.ts';
import { type Askable, openGuard } from './askable.ts';
import { byInterest } from './interest.ts';
import { DAY, isKnown, type Provider, type Reply, ServiceError, short } from './provider.ts';
import { openServiceNotes, type ServiceNote } from './service-notes.ts';
import { type Ask, NotAskedError, steady } from './steady.ts';

/** What services said of one observable. */
interface Said {
  opinions: Opinion[];
  registration?: Registration;
  certificate?: Certificate;
}

/** How a service stands. */
export interface ServiceState extends ServiceNote {
  name: string;
  about: string;
  quota: Provider['quota'];
  /** As far as this process has used it. */
  left: number;
  /** Left alone for the moment, in this process. */
  resting: boolean;
}

export interface Services {
  ask(
    observables: Observable[],
    evidence: Evidence | undefined,
  ): Promise<{
    said: Map<Observable, Said>;
    gaps: Gap[];
    receipts: Receipt[];
    /** Those that tell of harm and gave an answer to at least one question. */
    answered: string[];
  }>;
  /** How each stands, in the order in which they are asked. */
  states(): Promise<ServiceState[]>;
}

export interface ServiceOptions {
  providers: Provider[];
  knowledge: Knowledge;
  /** Answers, by the service's allowed age. */
  cache: Keyv;
  /** How services stood: see `service-notes.ts`. Without it that is forgotten with the process. */
  notes?: Keyv;
  /** How long a report waits for all services together. */
  budgetMs?: number;
  callMs?: number;
  restMs?: number;
  now?: () => Date;
  /** A fault of ours in a provider: the verdict goes on without it. Without a listener it rejects, as in tests. */
  onBug?: (provider: string, error: unknown) => void;
}

/** Questions about one report to one service. More links than that are a newsletter. */
const MOST_QUESTIONS = 6;
/** Observables of one report that are considered at all: to judge whether one may leave takes time too. */
const MOST_CONSIDERED = 50;

interface Question {
  provider: Provider;
  ask: Ask;
  value: string;
  about: Observable;
}

/** Opens the services that are configured: with none of them, asking costs nothing and nothing leaves. */
export function openServices(options: ServiceOptions): Services {
  const { providers, knowledge, cache, budgetMs = 2_000, callMs = 1_500, restMs = 60_000, onBug } = options;
  const now = options.now ?? (() => new Date());
  const asks = new Map(providers.map((provider) => [provider, steady(provider, { callMs, restMs, now })]));

  const notes = openServiceNotes(options.notes ?? new Keyv(), now);
  const running = new Map<string, Promise<Kept>>();

  /**
   * From the cache, or of the service; rejects as the service does. Copies of one mail come by the dozen at the same
   * moment: they share one question. It is not cut short when the report's time is up, so that the next finds the answer.
   */
  function reply(question: Question): Promise<Kept> {
    // A hash: what was asked is content of a report, and the cache may outlive that.
    const key = createHash('sha256').update(`${question.provider.name}\n${question.value}`).digest('base64url');
    const shared = running.get(key) ?? look(question, key).finally(() => running.delete(key));
    running.set(key, shared);
    return shared;
  }

  async function look({ provider, ask, value }: Question, key: string): Promise<Kept> {
    const kept = await cache.get<Kept>(key);
    if (kept) return kept;
    const at = now().toISOString();
    const answer = await noted(provider.name, ask(value));
    const fresh = { at, reply: answer };
    await cache.set(key, fresh, answer.keepMs ?? provider.keepMs[isKnown(answer) ? 'known' : 'unknown']);
    return fresh;
  }

  async function noted(service: string, asking: Promise<Reply>): Promise<Reply> {
    try {
      const answer = await asking;
      notes.answered(service);
      return answer;
    } catch (error) {
      if (!(error instanceof NotAskedError)) notes.failed(service, error);
      throw error;
    }
  }

  return {
    states: () =>
      Promise.all(
        providers.map(async (provider) => {
          const { name, about, quota } = provider;
          const ask = asks.get(provider) as Ask;
          return { name, about, quota, left: ask.left(), resting: ask.resting(), ...(await notes.of(name)) };
        }),
      ),

    async ask(observables, evidence) {
      const said = new Map<Observable, Said>();
      const gaps = new Map<string, Gap>();
      const receipts: Receipt[] = [];
      if (providers.length === 0) return { said, gaps: [], receipts, answered: [] };
      const guard = openGuard(knowledge, evidence);
      const ordered = byInterest(observables, evidence, knowledge)
        .slice(0, MOST_CONSIDERED)
        .flatMap((about) => {
          const askable = guard(about);
          return askable ? [{ about, askable }] : [];
        });
      const questions = providers.flatMap((provider) => questionsFor(provider, ordered, asks.get(provider) as Ask));

      const over = new AbortController();
      const late = sleep(budgetMs, undefined, { signal: over.signal }).catch(() => {});
      const answered = await Promise.all(
        questions.map(async (question): Promise<Outcome> => {
          const asked = short(question.provider.shows?.(question.value) ?? question.value, 300);
          const receipt = { provider: question.provider.name, asked, at: now().toISOString() };
          try {
            const kept = await Promise.race([reply(question), late.then(outOfTime)]);
            return { question, kept, receipt };
          } catch (error) {
            return { question, error, receipt };
          }
        }),
      );
      over.abort();

      for (const { question, kept, error, receipt } of answered) {
        const { provider, about } = question;
        if (kept) {
          const { opinion, registration, certificate, answer } = kept.reply;
          const known = isKnown(kept.reply);
          receipts.push({ ...receipt, at: kept.at, outcome: known ? 'known' : 'unknown', answer });
          const entry = said.get(about) ?? { opinions: [] };
          if (opinion) entry.opinions.push({ provider: provider.name, ...opinion });
          if (registration) entry.registration = { ...registration, daysOld: daysBetween(registration.on, now()) };
          if (certificate) entry.certificate = { ...certificate, daysOld: daysBetween(certificate.since, now()) };
          said.set(about, entry);
          continue;
        }
        const service = error instanceof ServiceError ? error : undefined;
        if (!service) {
          if (!onBug) throw error;
          onBug(provider.name, error);
        }
        receipts.push({
          ...receipt,
          outcome: error instanceof NotAskedError ? 'not-asked' : 'failed',
          answer: service?.message ?? 'a fault of lurecheck’s own',
        });
        if (!gaps.has(provider.name)) gaps.set(provider.name, gapOf(provider.name, service));
      }
      const heard = receipts.filter(({ outcome }) => outcome === 'known' || outcome === 'unknown');
      const speakers = providers.filter(
        ({ name, tells }) => tells === 'harm' && heard.some(({ provider }) => provider === name),
      );
      return { said, gaps: [...gaps.values()], receipts, answered: speakers.map(({ name }) => name) };
    },
  };
}

interface Kept {
  at: string;
  reply: Reply;
}

interface Outcome {
  question: Question;
  kept?: Kept;
  error?: unknown;
  receipt: Pick<Receipt, 'provider' | 'asked' | 'at'>;
}

function questionsFor(provider: Provider, ordered: { about: Observable; askable: Askable }[], ask: Ask): Question[] {
  const byValue = new Map<string, Question>();
  // More than its quota would only be refused, and said as a gap.
  const most = Math.min(MOST_QUESTIONS, provider.quota.calls);
  for (const { about, askable } of ordered) {
    const value = provider.takes(askable);
    if (value === undefined) continue;
    const known = byValue.get(value);
    // The answer belongs to what was asked by its own name, where that was seen, or to the first that led to it.
    if (known && about.value === value) known.about = about;
    if (!known && byValue.size < most) byValue.set(value, { provider, ask, value, about });
  }
  return [...byValue.values()];
}

function outOfTime(): never {
  throw new ServiceError('timeout', 'it took too long');
}

function gapOf(name: string, error: ServiceError | undefined): Gap {
  const why = error?.why === 'timeout' ? 'timeout' : error?.why === 'quota' ? 'too-many' : 'error';
  return { what: 'list', why, name, blinding: false };
}

function daysBetween(on: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(on)) / DAY));
}
