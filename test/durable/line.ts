import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One delivery on its way to the bot; `retry` is 0 for the first. */
interface Passing {
  retry: number;
  event: { type?: string; ts?: string };
}

export interface Faults {
  /** Holds a delivery back before it reaches the bot. */
  waits?(passing: Passing): Promise<void>;
  /** Called when the bot has acknowledged. */
  answered?(passing: Passing): unknown;
  /** True: the bot's answer never reaches Slack. */
  losesAnswer?(passing: Passing): boolean;
}

/** A line between Slack and the bot's HTTP port on which things go wrong. */
export async function openLine(to: string, faults: Faults): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const passing = passingOf(request, body);
    await faults.waits?.(passing);
    const answer = await fetch(to, { method: 'POST', headers: headersOf(request), body }).catch(() => undefined);
    if (answer?.ok) faults.answered?.(passing);
    if (!answer || faults.losesAnswer?.(passing)) request.socket.destroy();
    else response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function passingOf(request: IncomingMessage, body: string): Passing {
  const json = request.headers['content-type'] === 'application/json';
  return {
    retry: Number(request.headers['x-slack-retry-num'] ?? 0),
    event: json ? ((JSON.parse(body) as { event?: Passing['event'] }).event ?? {}) : {},
  };
}

/** What Slack signs and says; the rest belongs to the connection. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const kept = Object.entries(request.headers).filter(
    ([name]) => name === 'content-type' || name.startsWith('x-slack'),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
