import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Followed, type FollowOptions, follow, leadsTo, MOST_HOPS } from '../../../src/intel/expand/follow.ts';
import { openWorld, PUBLIC, PUBLIC_V6, page, redirect, type World } from './world.ts';

const NOW = new Date('2026-02-03T04:05:06Z');

function run(world: World, first: string, parts: Partial<FollowOptions> = {}): Promise<Followed> {
  return follow(first, {
    lookup: world.lookup,
    dial: world.dial,
    whyNot: () => undefined,
    spend: () => true,
    signal: AbortSignal.timeout(2_000),
    now: () => NOW,
    ...parts,
  });
}

describe('following a link', () => {
  it('learns where it leads, by HEAD alone', async () => {
    const world = await openWorld({
      's.test': redirect('https://evil.test/login'),
    });
    const found = await run(world, 'http://s.test/ab', {
      whyNot: ({ host }) => (host === 'evil.test' ? 'no' : undefined),
    });
    expect(found).toEqual({
      chain: ['http://s.test/ab', 'https://evil.test/login'],
      steps: [
        {
          asked: 'http://s.test/ab',
          at: NOW.toISOString(),
          outcome: 'known',
          answer: 'leads to https://evil.test/login',
        },
      ],
      stopped: 'no',
    });
    expect(world.requests).toEqual(['HEAD http://s.test/ab']);
  });

  it('asks as nobody in particular: no cookie, no referrer, no credentials, none of our names', async () => {
    const world = await openWorld({
      's.test': (_, response) => {
        response.writeHead(302, { location: 'http://s2.test/', 'set-cookie': 'id=1; Domain=test' }).end();
      },
      's2.test': redirect('http://s.test/again'),
    });
    await run(world, 'http://s.test/ab');
    expect(world.headers.length).toBeGreaterThan(1);
    for (const headers of world.headers) {
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
      expect(headers['user-agent']).toBe('Mozilla/5.0');
    }
  });

  it('never sends the fragment', async () => {
    const world = await openWorld({ 's.test': page('x') });
    await run(world, 'http://s.test/ab#aisha@hospital.example');
    expect(world.requests.join()).not.toMatch(/aisha|#/);
  });

  it('takes GET where HEAD is not served', async () => {
    const world = await openWorld({
      's.test': (request, response) => {
        if (request.method === 'HEAD') response.writeHead(405).end();
        else redirect('http://evil.test/')(request, response);
      },
      'evil.test': (_, response) => void response.writeHead(204).end(),
    });
    const { chain } = await run(world, 'http://s.test/ab');
    expect(chain).toEqual(['http://s.test/ab', 'http://evil.test/']);
    expect(world.requests).toEqual(['HEAD http://s.test/ab', 'GET http://s.test/ab', 'HEAD http://evil.test/']);
  });

  it.each([
    ['a meta tag', '<html><META content="0; url=http://evil.test/?a=1&amp;b=2" http-equiv=refresh>'],
    ['a meta tag in single quotes', `<meta http-equiv='Refresh' content='3;URL="http://evil.test/?a=1&b=2"'>`],
  ])('follows the order of %s in a page', async (_, html) => {
    const world = await openWorld({ 's.test': page(html), 'evil.test': redirect('ftp://end.test/') });
    expect((await run(world, 'http://s.test/ab')).chain[1]).toBe('http://evil.test/?a=1&b=2');
  });

  it('follows the order of a Refresh header', async () => {
    const world = await openWorld({
      's.test': (_, response) => void response.writeHead(200, { refresh: '0; url=/next' }).end(),
    });
    expect((await run(world, 'http://s.test/ab')).chain[1]).toBe('http://s.test/next');
  });

  it('runs no script', async () => {
    const world = await openWorld({ 's.test': page('<script>location="http://evil.test/"</script>') });
    expect((await run(world, 'http://s.test/ab')).chain).toEqual(['http://s.test/ab']);
  });

  it('reads a target in letters of other scripts, as browsers do', async () => {
    const world = await openWorld({
      's.test': (_, response) => {
        response.socket?.end(Buffer.from('HTTP/1.1 302 Found\r\nLocation: ftp://evil.test/é\r\n\r\n'));
      },
    });
    expect((await run(world, 'http://s.test/ab')).chain[1]).toBe('ftp://evil.test/%C3%A9');
  });

  it('goes on where the encryption ends, and notes it', async () => {
    expect(leadsTo(new URL('https://a.test/'), new URL('http://b.test/'))).toBe(
      'leads to http://b.test/, from there on without encryption',
    );
    for (const [from, to] of [
      ['http://a.test/', 'https://b.test/'],
      ['https://a.test/', 'https://b.test/'],
    ] as const) {
      expect(leadsTo(new URL(from), new URL(to))).toBe('leads to https://b.test/');
    }
  });
});

describe('nothing inside is ever asked', () => {
  it.each([
    ['a private address', '10.0.0.8'],
    ['loopback', '127.0.0.1'],
    ['the metadata of a cloud', '169.254.169.254'],
    ['a private IPv6', 'fd00::8'],
    ['a mapped IPv6', '::ffff:10.0.0.8'],
    ['NAT64', '64:ff9b::a00:8'],
    ['an odd form', '0x7f.1'],
  ])('where the DNS answers %s', async (_, address) => {
    const world = await openWorld({ 's.test': redirect('http://evil.test/') }, { 's.test': [[address]] });
    const found = await run(world, 'http://s.test/ab');
    // `0x7f.1` is no IPv6: the helper files it under A.
    expect(found).toMatchObject({ chain: ['http://s.test/ab'], stopped: expect.any(String) });
    expect(found.failed).toBeUndefined();
    expect(world.dialled).toEqual([]);
  });

  it('where one of several answers is inside', async () => {
    const world = await openWorld({ 's.test': page('x') }, { 's.test': [[PUBLIC, '192.168.0.1']] });
    expect((await run(world, 'http://s.test/ab')).stopped).toBeTruthy();
    const other = await openWorld({ 's.test': page('x') }, { 's.test': [[PUBLIC, 'fe80::1']] });
    expect((await run(other, 'http://s.test/ab')).stopped).toBeTruthy();
    expect([...world.dialled, ...other.dialled]).toEqual([]);
  });

  it.each([
    ['an address', 'http://192.168.0.1/admin'],
    ['a number', 'http://2130706433/'],
    ['hex', 'http://0x7f.1/'],
    ['octal', 'http://0177.1/'],
    ['the metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['mapped IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['localhost', 'http://localhost:80/'],
    ['a file', 'file:///etc/passwd'],
    ['gopher', 'gopher://127.0.0.1:25/_HELO'],
    ['FTP', 'ftp://a.test/'],
    ['a script', 'javascript:fetch("/")'],
    ['another port', 'http://a.test:6379/'],
    ['a name and password', 'http://user:secret@a.test/'],
  ])('where a redirect leads to %s: it is learnt, and not asked', async (_, target) => {
    const world = await openWorld({ 's.test': redirect(target), 'a.test': page('x') });
    const found = await run(world, 'http://s.test/ab');
    expect(found.chain).toEqual(['http://s.test/ab', new URL(target).href]);
    expect(found.stopped).toBeTruthy();
    expect(world.requests).toEqual(['HEAD http://s.test/ab']);
    expect(world.dialled).toEqual([`${PUBLIC} 80`]);
  });

  it('where a redirect leads to a name that leads inside', async () => {
    const world = await openWorld(
      { 's.test': redirect('http://inside.test/x'), 'inside.test': page('x') },
      { 'inside.test': [['10.0.0.8']] },
    );
    const found = await run(world, 'http://s.test/ab');
    expect(found.steps.at(-1)).toMatchObject({ asked: 'http://inside.test/x', outcome: 'unknown' });
    expect(world.dialled).toEqual([`${PUBLIC} 80`]);
  });

  it('where a name is rebound between two hops', async () => {
    const world = await openWorld({ 's.test': redirect('/second') }, { 's.test': [[PUBLIC], ['127.0.0.1']] });
    const found = await run(world, 'http://s.test/first');
    expect(found.chain).toEqual(['http://s.test/first', 'http://s.test/second']);
    expect(found.stopped).toMatch(/private or reserved|machine of our own/);
    expect(world.requests).toEqual(['HEAD http://s.test/first']);
  });

  it('where a name is rebound between the check and the connection, or between HEAD and GET: it is looked up once', async () => {
    const world = await openWorld(
      {
        's.test': (request, response) => void response.writeHead(request.method === 'HEAD' ? 405 : 204).end(),
      },
      { 's.test': [[PUBLIC], ['127.0.0.1']] },
    );
    await run(world, 'http://s.test/ab');
    expect(world.asked).toEqual(['s.test']);
    expect(world.requests).toEqual(['HEAD http://s.test/ab', 'GET http://s.test/ab']);
    expect(world.dialled).toEqual([`${PUBLIC} 80`, `${PUBLIC} 80`]);
  });
});

describe('the connection', () => {
  it('goes to the address that was checked, and names the host in Host and SNI', async () => {
    const hellos: Buffer[] = [];
    const tcp = createTcpServer((socket) =>
      socket.on('data', (bytes) => {
        hellos.push(bytes);
        socket.destroy();
      }),
    );
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    const dialled: string[] = [];
    try {
      const world = await openWorld({ 'six.test': page('x') }, { 'six.test': [[PUBLIC_V6]] });
      await run(world, 'https://sni-name.test/ab', {
        lookup: async (_, rr) => (rr === 'A' ? [PUBLIC] : []),
        dial: (address, port) => {
          dialled.push(`${address} ${port}`);
          return { host: '127.0.0.1', port: (tcp.address() as AddressInfo).port };
        },
      });
      expect(dialled).toEqual([`${PUBLIC} 443`]);
      expect(Buffer.concat(hellos).toString('latin1')).toContain('sni-name.test');
      await run(world, 'http://six.test:443/ab');
      expect(world.dialled[0]).toBe(`${PUBLIC_V6} 443`);
      expect(world.headers[0]?.host).toBe('six.test:443');
    } finally {
      tcp.close();
    }
  });

  it('never asks the machine’s own resolver', async () => {
    const world = await openWorld({ 's.test': page('x') });
    const { steps } = await run(world, 'http://s.test/ab', { dial: () => ({ host: 'somewhere.invalid', port: 80 }) });
    expect(steps).toMatchObject([{ outcome: 'failed', answer: 'it cannot be reached' }]);
  });
});

describe('limits', () => {
  it('of hops', async () => {
    let at = 0;
    const world = await openWorld({ 's.test': (_, response) => redirect(`/${++at}`)(_, response) });
    const found = await run(world, 'http://s.test/0');
    expect(found.failed).toBe('too-many');
    expect(world.requests).toHaveLength(MOST_HOPS);
    expect(found.chain.at(-1)).toBe(`http://s.test/${MOST_HOPS}`);
  });

  it('of circles', async () => {
    const world = await openWorld({ 'a.test': redirect('http://b.test/'), 'b.test': redirect('http://a.test/#x') });
    const found = await run(world, 'http://a.test/');
    expect(found.stopped).toBe('it leads in a circle');
    expect(world.requests).toHaveLength(2);
  });

  it('of time: a host that never answers', async () => {
    const world = await openWorld({ 's.test': () => {} });
    const found = await run(world, 'http://s.test/ab', { signal: AbortSignal.timeout(100) });
    expect(found).toMatchObject({ failed: 'timeout', steps: [{ outcome: 'failed', answer: 'it took too long' }] });
  });

  it('of time over all hops, a page that trickles', async () => {
    const world = await openWorld({
      's.test': redirect('http://slow.test/'),
      'slow.test': (request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        if (request.method === 'HEAD') return void response.end();
        const timer = setInterval(() => response.write('<p>'), 20);
        response.on('close', () => clearInterval(timer));
      },
    });
    const started = performance.now();
    const found = await run(world, 'http://s.test/ab', { signal: AbortSignal.timeout(300) });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(found).toMatchObject({ failed: 'timeout', chain: ['http://s.test/ab', 'http://slow.test/'] });
  });

  it('of time, a DNS that never answers', async () => {
    const world = await openWorld({});
    const found = await run(world, 'http://s.test/ab', {
      signal: AbortSignal.timeout(100),
      lookup: () => new Promise(() => {}),
    });
    expect(found.failed).toBe('timeout');
  });

  it('of size: a page without end is cut at a megabyte over all hops', async () => {
    let sent = 0;
    const world = await openWorld({
      's.test': (request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        if (request.method === 'HEAD') return void response.end();
        const piece = Buffer.alloc(64_000, 'x');
        const more = (): void => {
          if (response.destroyed || response.closed) return;
          sent += piece.length;
          response.write(piece, () => setImmediate(more));
        };
        more();
      },
    });
    const found = await run(world, 'http://s.test/ab');
    expect(found).toMatchObject({ chain: ['http://s.test/ab'], steps: [{ outcome: 'unknown' }] });
    // What lies in the buffers of the line comes on top.
    expect(sent).toBeLessThan(20_000_000);
  });

  it('of headers', async () => {
    const world = await openWorld({
      's.test': (_, response) => {
        response.socket?.write(`HTTP/1.1 302 Found\r\nLocation: http://evil.test/\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`);
      },
    });
    const { steps } = await run(world, 'http://s.test/ab');
    expect(steps).toMatchObject([{ outcome: 'failed', answer: 'its answer is far too long' }]);
  });

  it('of each host', async () => {
    const world = await openWorld({ 's.test': redirect('http://s.test/2') });
    let left = 1;
    const found = await run(world, 'http://s.test/1', { spend: () => left-- > 0 });
    expect(found.failed).toBe('too-many');
    expect(found.steps.at(-1)).toMatchObject({ asked: 'http://s.test/2', outcome: 'not-asked' });
    expect(world.requests).toHaveLength(1);
  });
});

describe('a host that misbehaves', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['speaks no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH\r\n')],
    [
      'changes the protocol',
      (socket) => socket.write('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    ],
    [
      'answers with two lengths',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'),
    ],
  ])('%s', async (_, act) => {
    const server = createServer();
    server.on('connection', (socket) => socket.once('data', () => act(socket)));
    const world = await openWorld({}, { 's.test': [[PUBLIC]] }, server);
    server.removeAllListeners('request');
    const found = await run(world, 'http://s.test/ab');
    expect(found).toMatchObject({ chain: ['http://s.test/ab'], failed: 'error' });
  });

  it('is no host at all', async () => {
    const world = await openWorld({});
    expect(await run(world, 'http://gone.test/ab')).toMatchObject({
      failed: 'error',
      steps: [{ answer: 'its name leads nowhere' }],
    });
  });

  it('redirects to no address', async () => {
    const world = await openWorld({ 's.test': redirect('http://') });
    expect((await run(world, 'http://s.test/ab')).chain).toEqual(['http://s.test/ab']);
  });
});
