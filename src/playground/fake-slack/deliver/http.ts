import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Json } from '../types.ts';
import type { Ack, Failure } from './delivery.ts';

/** What HTTP mode needs to know of the app. */
export interface Receiver {
  url: string;
  signingSecret: string;
  ackMs: number;
  /** Ends what is under way when the workspace closes. */
  stop: AbortSignal;
}

/** Delivers an event. Any status of the two hundreds acknowledges it. */
export async function postEvent(
  to: Receiver,
  payload: Json,
  retry: { num: number; reason: string } | undefined,
): Promise<'acked' | Failure> {
  const headers = retry && { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
  const answer = await post(to, JSON.stringify(payload), 'application/json', headers);
  if (typeof answer === 'string') return answer;
  return answer.status >= 200 && answer.status < 300 ? 'acked' : 'http_error';
}

/** Delivers a command (as form fields) or an interaction (as `payload` in a form), once. */
export async function postInteraction(to: Receiver, kind: string, payload: Record<string, Json>): Promise<Ack> {
  const fields = kind === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
  const form = new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString();
  const answer = await post(to, form, 'application/x-www-form-urlencoded');
  if (typeof answer === 'string') return { ok: false, error: answer };
  if (answer.status !== 200) return { ok: false, error: 'http_error' };
  if (!answer.type.startsWith('application/json'))
    return { ok: true, body: answer.body === '' ? {} : { text: answer.body } };
  try {
    return { ok: true, body: JSON.parse(answer.body) as Record<string, Json> };
  } catch {
    return { ok: false, error: 'http_error' };
  }
}

/** One signed POST, on a connection of its own: an old one would break when the app restarts. */
function post(
  { url, signingSecret, ackMs, stop }: Receiver,
  body: string,
  type: string,
  extra: Record<string, string> = {},
): Promise<{ status: number; type: string; body: string } | Failure> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.any([AbortSignal.timeout(ackMs), stop]),
      headers: {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Slackbot 1.0 (local stand-in)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
        ...extra,
      },
    });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve('http_error'));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', (error) =>
      resolve(error.name === 'AbortError' || error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed'),
    );
    sent.end(body);
  });
}
