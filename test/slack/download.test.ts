import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileRef, Part, SlackMail } from '../../src/model.ts';
import { download, UnreachableError } from '../../src/slack/download.ts';
import { type FileSource, fetchParts, isMail } from '../../src/slack/fetch.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server on loopback that stands for SLACK_API_URL's origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ref = (url: string, parts: Partial<FileRef> = {}): FileRef => ({
  id: 'F1',
  name: 'odd.eml',
  url,
  mimetype: 'message/rfc822',
  ...parts,
});
const LOGIN = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head></html>';

describe('download', () => {
  it('sends the token to the API’s own origin and returns the bytes', async () => {
    let seen: string | undefined;
    const origin = await serve((request, response) => {
      seen = request.headers.authorization;
      response.end('From: a');
    });
    const result = await download(ref(`${origin}/f`), { token: 'xoxb-1', apiOrigin: origin });
    expect(seen).toBe('Bearer xoxb-1');
    expect(result).toEqual({ bytes: new TextEncoder().encode('From: a') });
  });

  it.each([
    ['a foreign host', 'https://evil.example/f'],
    ['a host that only ends like Slack’s', 'https://evilslack.com/f'],
    ['a host with Slack’s name in front', 'https://slack.com.evil.example/f'],
    ['plain http', 'http://files.slack.com/f'],
    ['another port', 'https://files.slack.com:8443/f'],
    ['a private address', 'http://127.0.0.1:1/f'],
    ['a file', 'file:///etc/passwd'],
  ])('asks nothing of %s', async (_, url) => {
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return new Response('x');
    };
    expect(await download(ref(url), { token: 't', fetch })).toMatchObject({ gap: 'no-access' });
    expect(asked).toBe(0);
  });

  it('gives the token to slack.com hosts only, along redirects', async () => {
    const tokens: [string, string | null][] = [];
    const fetch = async (url: string | URL | Request, init?: RequestInit) => {
      const { hostname } = new URL(String(url));
      tokens.push([hostname, new Headers(init?.headers).get('authorization')]);
      if (hostname === 'files.slack.com')
        return new Response(null, { status: 302, headers: { location: 'https://a.slack-edge.com/x' } });
      return new Response('ok');
    };
    expect(await download(ref('https://files.slack.com/f'), { token: 't', fetch })).toHaveProperty('bytes');
    expect(tokens).toEqual([
      ['files.slack.com', 'Bearer t'],
      ['a.slack-edge.com', null],
    ]);
  });

  it('does not follow a redirect out of Slack', async () => {
    const asked: string[] = [];
    const fetch = async (url: string | URL | Request) => {
      asked.push(String(url));
      return new Response(null, { status: 302, headers: { location: 'https://evil.example/x' } });
    };
    expect(await download(ref('https://files.slack.com/f'), { token: 't', fetch })).toMatchObject({ gap: 'no-access' });
    expect(asked).toEqual(['https://files.slack.com/f']);
  });

  it('stops after three hops', async () => {
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return new Response(null, { status: 302, headers: { location: 'https://files.slack.com/again' } });
    };
    expect(await download(ref('https://files.slack.com/f'), { token: 't', fetch })).toMatchObject({ gap: 'no-access' });
    expect(asked).toBe(4);
  });

  it.each([
    ['with status 200', (): Response => new Response(LOGIN, { headers: { 'content-type': 'text/html' } }), {}],
    [
      'by redirect',
      (): Response => new Response(null, { status: 302, headers: { location: 'https://x.slack.com/?redir=%2Ff' } }),
      {},
    ],
    [
      'where HTML was expected',
      (): Response => new Response(LOGIN, { headers: { 'content-type': 'text/html' } }),
      { mimetype: 'text/html', name: 'mail' },
    ],
    [
      'under a wrong type',
      (): Response => new Response(LOGIN, { headers: { 'content-type': 'application/octet-stream' } }),
      {},
    ],
  ])('never takes the login page for the file: %s', async (_, answer, parts) => {
    expect(
      await download(ref('https://files.slack.com/f', parts), { token: 't', fetch: async () => answer() }),
    ).toMatchObject({ gap: 'no-access' });
  });

  it('keeps an HTML file that is one', async () => {
    const fetch = async () =>
      new Response('<html><title>Invoice</title></html>', { headers: { 'content-type': 'text/html' } });
    expect(
      await download(ref('https://files.slack.com/f', { name: 'a.html', mimetype: 'text/html' }), {
        token: 't',
        fetch,
      }),
    ).toHaveProperty('bytes');
  });

  it('stops reading at the limit, whatever the length said', async () => {
    const origin = await serve((_, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const pump = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', pump);
      };
      pump();
    });
    expect(
      await download(ref(`${origin}/f`, { size: 5 }), { token: 't', apiOrigin: origin, maxBytes: 300_000 }),
    ).toMatchObject({ gap: 'too-large' });
    expect(
      await download(ref(`${origin}/f`, { size: 400_000 }), { token: 't', apiOrigin: origin, maxBytes: 300_000 }),
    ).toMatchObject({ gap: 'too-large' });
  });

  it('gives up on a server that never ends', async () => {
    const origin = await serve((_, response) => void response.write('x'));
    expect(await download(ref(`${origin}/f`), { token: 't', apiOrigin: origin, timeoutMs: 50 })).toMatchObject({
      gap: 'timeout',
    });
  });

  it('rejects when Slack is ill, so that the job tries again', async () => {
    const fetch = async () => new Response('', { status: 503 });
    await expect(download(ref('https://files.slack.com/f'), { token: 't', fetch })).rejects.toThrow(UnreachableError);
  });

  it('has nothing to ask for without an address', async () => {
    expect(await download({ id: 'F', name: 'x' }, { token: 't' })).toMatchObject({ gap: 'no-access' });
  });
});

describe('fetchParts', () => {
  const source = (bodies: Record<string, string>, info: Record<string, unknown> = {}): FileSource => ({
    token: 't',
    fetch: async (url) => {
      const body = bodies[new URL(String(url)).pathname];
      return body === undefined
        ? new Response('', { status: 404 })
        : new Response(body, { headers: { 'content-type': 'application/octet-stream' } });
    },
    fileInfo: async (id) => info[id],
    warn: () => {},
  });
  const fetched = (parts: Part[], from: FileSource) => fetchParts({ id: 'r1', parts }, from);

  it('tells mails from other files by their bytes', async () => {
    const mail = 'Received: x\r\nFrom: a@evil.example\r\nSubject: hi\r\nDate: Mon\r\n\r\nbody';
    const { specimens } = await fetched(
      [
        {
          kind: 'file',
          file: ref('https://files.slack.com/a', { name: 'message.bin', mimetype: 'application/octet-stream' }),
        },
        { kind: 'file', file: ref('https://files.slack.com/b', { name: 'notes.txt' }) },
        { kind: 'link', url: 'https://evil.example' },
      ],
      source({ '/a': mail, '/b': 'Dear all: hello' }),
    );
    expect(specimens.map(({ kind }) => kind)).toEqual(['mail', 'file', 'link']);
  });

  it('names what Slack would not hand over', async () => {
    const { specimens, gaps } = await fetched(
      [{ kind: 'file', file: ref('https://files.slack.com/none', { name: 'gone.pdf' }) }],
      source({}),
    );
    expect(specimens).toEqual([]);
    expect(gaps).toEqual([{ what: 'file', why: 'no-access', name: 'gone.pdf', blinding: true }]);
  });

  it('asks for what a stub stands for, mail included', async () => {
    const { specimens, gaps } = await fetched(
      [
        { kind: 'file', file: { id: 'F7', name: 'file' } },
        { kind: 'file', file: { id: 'F8', name: 'file' } },
      ],
      source(
        { '/m': '<p>hi</p>' },
        {
          F7: {
            id: 'F7',
            mode: 'email',
            subject: 'Hi',
            url_private_download: 'https://files.slack.com/m',
            mimetype: 'text/html',
          },
        },
      ),
    );
    expect(specimens).toMatchObject([{ kind: 'slack-mail', mail: { subject: 'Hi' }, html: '<p>hi</p>' }]);
    expect(gaps).toEqual([{ what: 'file', why: 'no-access', name: 'file', blinding: true }]);
  });

  it('fills a mail’s attachments as far as Slack hands them over, and leaves the others without bytes', async () => {
    const mail: SlackMail = {
      id: 'F1',
      from: [],
      to: [],
      cc: [],
      headers: {},
      plainText: 'text',
      moreAttachments: true,
      attachments: [{ name: 'a.pdf' }, { name: 'b.pdf' }],
    };
    const { specimens, gaps } = await fetched(
      [
        {
          kind: 'slack-mail',
          mail,
          attachments: [
            { id: 'F1#0', name: 'a.pdf', url: 'https://files.slack.com/a' },
            { id: 'F1#1', name: 'b.pdf' },
          ],
        },
      ],
      source({ '/a': '%PDF-1.7' }),
    );
    expect(specimens).toMatchObject([
      {
        kind: 'slack-mail',
        mail: { attachments: [{ name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7') }, { name: 'b.pdf' }] },
      },
    ]);
    // The parser misses them, and says so.
    expect(gaps).toEqual([]);
  });
});

describe('isMail', () => {
  it.each([
    ['an Outlook message', 'a.msg', '\xd0\xcf\x11\xe0', true],
    ['an old Word document', 'a.doc', '\xd0\xcf\x11\xe0', false],
    ['a mail behind a byte-order mark', 'x', '\xef\xbb\xbfFrom: a\nTo: b\nSubject: c\n\n', true],
    ['a list with colons', 'x.txt', 'Buy: milk\nTo: do\n\n', false],
    ['an empty .eml', 'a.eml', '', true],
  ])('%s', (_, name, content, expected) => {
    expect(isMail({ name }, Buffer.from(content, 'latin1'))).toBe(expected);
  });
});
