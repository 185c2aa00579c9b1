import { z } from 'zod';

const TIMEOUT_MS = 10_000;
const SLACK = 'https://slack.com/api/';

/** One answer of Slack's Web API. `error` is Slack's code, or ours in words where Slack was not reached. */
export interface SlackAnswer {
  ok: boolean;
  error: string;
  /** False when nobody at Slack answered. */
  reached: boolean;
  body: unknown;
  /** What the token may do, as Slack says beside each answer. */
  scopes?: string[];
  /** Slack's clock. */
  date?: Date;
}

export type CallSlack = (method: string, token: string, args?: Record<string, string>) => Promise<SlackAnswer>;

/**
 * Calls Slack without its client library: the command line stays free of it, and the header with the scopes is at hand.
 * Never rejects, and never repeats a token.
 */
export function openSlackApi(base = SLACK): CallSlack {
  return async (method, token, args = {}) => {
    try {
      const response = await fetch(`${base}${method}`, {
        method: 'POST',
        // The token would follow a redirect.
        redirect: 'manual',
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams(args),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const scopes = response.headers.get('x-oauth-scopes');
      const date = new Date(response.headers.get('date') ?? '');
      const body: unknown = await response.json().catch(() => undefined);
      const parsed = answer.safeParse(body).data;
      return {
        ok: parsed?.ok ?? false,
        error: parsed ? (parsed.error ?? '') : `it answers ${response.status} and no JSON`,
        reached: parsed !== undefined,
        body,
        ...(scopes !== null && { scopes: scopes.split(',').map((scope) => scope.trim()) }),
        ...(!Number.isNaN(date.getTime()) && { date }),
      };
    } catch (error) {
      return { ok: false, error: reachFault(error), reached: false, body: undefined };
    }
  };
}

const answer = z.object({ ok: z.boolean(), error: z.string().max(100).optional() });

function reachFault(error: unknown): string {
  const code = (error as { cause?: { code?: unknown } } | undefined)?.cause?.code;
  if ((error as Error | undefined)?.name === 'TimeoutError') return 'no answer within ten seconds';
  return typeof code === 'string' ? code : 'no connection';
}
