import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../../src/intel/feeds/entry.ts';
import { readCsv } from '../../../../src/intel/feeds/formats/csv.ts';
import { readHosts } from '../../../../src/intel/feeds/formats/hosts.ts';
import { elementsOf } from '../../../../src/intel/feeds/formats/json-elements.ts';
import { linesOf } from '../../../../src/intel/feeds/formats/lines.ts';
import { readManifest, readMispEvent, readMispWarningList } from '../../../../src/intel/feeds/formats/misp.ts';
import { readPlain } from '../../../../src/intel/feeds/formats/plain.ts';
import { readStix } from '../../../../src/intel/feeds/formats/stix.ts';
import { termsOf } from '../../../../src/intel/feeds/formats/stix-pattern.ts';
import { PRESETS } from '../../../../src/intel/feeds/presets.ts';

/** The bytes of a text in pieces of so many: no parser may care where they are cut. */
async function* bytes(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const all = new TextEncoder().encode(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}
async function all<T>(pieces: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const piece of pieces) found.push(...piece);
  return found;
}
const brief = (parsed: Parsed): string =>
  typeof parsed === 'string' ? parsed : [parsed.kind, parsed.value, parsed.note].filter(Boolean).join(' ');
const read = async (pieces: AsyncIterable<Parsed[]>): Promise<string[]> => (await all(pieces)).map(brief);

describe('lines', () => {
  it('are the same wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[a-zä你]{0,9}$/)),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          const found = await all(linesOf(bytes(lines.join('\r\n'), size)));
          expect(found.join('\n').replace(/\n+/g, '\n').trim()).toBe(lines.join('\n').replace(/\n+/g, '\n').trim());
        },
      ),
    );
  });

  it('that are too long are passed over, and those behind are read', async () => {
    const found = await all(linesOf(bytes(`a\n${'x'.repeat(40_000)}\nb\n`, 1000)));
    expect(found).toEqual(['a', undefined, 'b']);
  });
});

describe('a plain list', () => {
  it('tells what each line is, with the note behind it', async () => {
    const text = [
      '\ufeff# a comment',
      '; another',
      '',
      'https://evil.example/login',
      'hxxp://evil[.]example/defanged',
      'evil.example',
      'evil.example/path',
      '192.0.2.0/24 ; SBL1',
      '2001:db8::1',
      'bad@evil.example',
      'd41d8cd98f00b204e9800998ecf8427e # empty file',
      'not a thing',
      '\u0000\u0001',
    ].join('\n');
    expect(await read(readPlain(bytes(text)))).toEqual([
      'url https://evil.example/login',
      'url http://evil.example/defanged',
      'domain evil.example',
      'url http://evil.example/path',
      'ip 192.0.2.0/24 SBL1',
      'ip 2001:db8::1',
      'address bad@evil.example',
      'hash d41d8cd98f00b204e9800998ecf8427e empty file',
      'unreadable',
      'unreadable',
    ]);
  });
});

describe('a hosts file', () => {
  it('names what leads nowhere, and not the machine itself', async () => {
    const text =
      '127.0.0.1 localhost\n0.0.0.0 evil.example other.example # both\n::1 ip6-loopback\n192.0.2.1 router.example\n';
    expect(await read(readHosts(bytes(text)))).toEqual([
      'ignored',
      'domain evil.example',
      'domain other.example',
      'ignored',
      'unreadable',
    ]);
  });
});

describe('a CSV list', () => {
  const URLHAUS = [
    '################',
    '# a dump, with "quotes" and, commas',
    '# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter',
    '"1","2026-11-01 10:00:05","http://192.0.2.1/bin.sh","online","","malware_download","elf,mirai","https://x.example/1/","a"',
    '"2","2026-11-01 10:00:06","http://evil.example/a""b,c","online","","malware_download","None","https://x.example/2/","a"',
    '"3","2026","nonsense","online","","malware_download","None","https://x.example/3/","a"',
  ].join('\r\n');

  it('of URLhaus is read by its preset', async () => {
    const columns = PRESETS.urlhaus?.columns ?? { value: '' };
    const found = await all(readCsv(bytes(URLHAUS), columns));
    expect(found.map(brief)).toEqual([
      'url http://192.0.2.1/bin.sh malware_download',
      'url http://evil.example/a"b,c malware_download',
      'unreadable',
    ]);
    expect(found[0]).toMatchObject({ listedAt: new Date('2026-11-01T10:00:05Z') });
  });

  it('of PhishTank is read by its preset', async () => {
    const text =
      'phish_id,url,phish_detail_url,submission_time,verified,verification_time,online,target\n' +
      '7,"https://evil.example/, with a comma\n",http://p.example/7,2026-11-02T03:04:05+00:00,yes,2026-11-02T03:05:05+00:00,yes,Other\n';
    const found = await all(readCsv(bytes(text), PRESETS.phishtank?.columns ?? { value: '' }));
    expect(found).toMatchObject([{ kind: 'url', note: 'Other', listedAt: new Date('2026-11-02T03:04:05Z') }]);
  });

  it('without the column that was asked for is refused', async () => {
    await expect(all(readCsv(bytes('a,b\n1,2\n'), { value: 'url' }))).rejects.toThrow('no column “url”');
  });

  it('with a quote that nobody closes does not swallow memory', async () => {
    const text = `url\n"${'x'.repeat(400_000)}\nhttps://evil.example/\n`;
    const found = await read(readCsv(bytes(text, 10_000), { value: 'url' }));
    expect(found.at(0)).toBe('unreadable');
  });
});

describe('big JSON', () => {
  it('gives the elements that were asked for, wherever it is cut', async () => {
    const element = fc.jsonValue({ maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(element),
        fc.array(element),
        fc.integer({ min: 1, max: 20 }),
        async (list, other, size) => {
          const text = JSON.stringify({ 'a"[': other, 'x\\': { list: other }, list, z: '}]' }, null, size % 3);
          const found = await all(elementsOf(bytes(text, size), ['list']));
          expect(found.map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify(list)));
        },
      ),
    );
  });

  it.each([
    ['{"list":[1,2', 'ends in the middle'],
    ['{"list":[1}]', 'not JSON'],
    ['hello', 'not JSON'],
    ['', 'ends in the middle'],
    ['['.repeat(100_000), 'too deep'],
    [`{"list":["${'x'.repeat(3_000_000)}"]}`, 'too large'],
  ])('%.20s is refused: %s', async (text, why) => {
    await expect(all(elementsOf(bytes(text, 50_000), ['list']))).rejects.toThrow(why);
  });
});

describe('MISP', () => {
  it('an event names what its author meant for detection', async () => {
    const attribute = (type: string, value: string, more = {}) => ({ type, value, to_ids: true, ...more });
    const event = {
      Event: {
        info: 'Campaign',
        Attribute: [
          attribute('url', 'https://evil.example/a', { comment: 'landing page', timestamp: '1700000000' }),
          attribute('domain', 'honest.example', { to_ids: false }),
          attribute('filename|sha256', `a.exe|${'a'.repeat(64)}`),
          attribute('ip-dst|port', '192.0.2.1|443'),
          attribute('comment', 'hello'),
          attribute('domain', 'gone.example', { deleted: true }),
          attribute('domain', '???'),
          7,
        ],
        Object: [{ name: 'file', Attribute: [attribute('md5', 'b'.repeat(32))] }],
      },
    };
    expect(await read(readMispEvent(bytes(JSON.stringify(event)), 'Campaign'))).toEqual([
      'url https://evil.example/a Campaign, landing page',
      'ignored',
      `hash ${'a'.repeat(64)} Campaign`,
      'ip 192.0.2.1 Campaign',
      'ignored',
      'ignored',
      'unreadable',
      'unreadable',
      `hash ${'b'.repeat(32)} Campaign`,
    ]);
  });

  it('a manifest names its events, and no path but theirs', () => {
    const id = '5a1b2c3d-0000-4000-8000-000000000001';
    expect(readManifest(JSON.stringify({ [id]: { info: 'x' } }))).toEqual([{ id, info: 'x' }]);
    expect(() => readManifest('{"../../etc/passwd":{}}')).toThrow('manifest');
    expect(() => readManifest('<html>')).toThrow('manifest');
  });

  it('a warning list gives its names and ranges', async () => {
    const text = JSON.stringify({
      name: 'x',
      type: 'hostname',
      list: ['big.example', '.cdn.example', '192.0.2.0/24', 5],
    });
    expect(await read(readMispWarningList(bytes(text)))).toEqual([
      'domain big.example',
      'domain .cdn.example',
      'ip 192.0.2.0/24',
      'unreadable',
    ]);
  });
});

describe('a MISP warning list of patterns', () => {
  it.each(['regex', 'substring'])('of the type %s is refused, wherever it says so', async (type) => {
    for (const text of [
      { type, list: ['a.example'] },
      { list: ['a.example'], type },
    ]) {
      await expect(all(readMispWarningList(bytes(JSON.stringify(text))))).rejects.toThrow(type);
    }
  });
});

describe('STIX', () => {
  it.each([
    ["[url:value = 'https://evil.example/it\\'s']", ["url https://evil.example/it's"]],
    ["[domain-name:value='a.example' OR domain-name:value = 'b.example']", ['domain a.example', 'domain b.example']],
    [
      "[ipv4-addr:value ISSUBSET '192.0.2.0/24'] OR ([ipv6-addr:value = '2001:db8::1'])",
      ['ip 192.0.2.0/24', 'ip 2001:db8::1'],
    ],
    ["[file:hashes.'SHA-256' = 'aa' OR file:hashes.MD5 IN ('bb', 'cc')]", ['hash aa', 'hash bb', 'hash cc']],
    ["[email-message:from_ref.value = 'bad@evil.example']", ['address bad@evil.example']],
  ])('the pattern %s names %j', (pattern, expected) => {
    expect(termsOf(pattern)?.map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
  });

  it.each([
    "[url:value = 'http://a.example/' AND file:name = 'x']",
    "[domain-name:value != 'a.example']",
    "[domain-name:value = 'a.example'] FOLLOWEDBY [domain-name:value = 'b.example']",
    "[NOT domain-name:value = 'a.example']",
    "[domain-name:value LIKE '%.example']",
    "[process:name = 'x']",
    "[domain-name:value = 'a.example'",
    "[domain-name:value = 'a.example'] WITHIN 5 SECONDS",
    '',
    `[${'('.repeat(8000)}`,
    `[domain-name:value ${' '.repeat(16_000)}`,
    `[domain-name:value = '${'\\'.repeat(16_000)}`,
  ])('the pattern %.60s is not half understood', (pattern) => {
    expect(termsOf(pattern)).toBeUndefined();
  });

  it('of a bundle the indicators that hold are taken', async () => {
    const indicator = (pattern: string, more = {}) => ({ type: 'indicator', pattern_type: 'stix', pattern, ...more });
    const bundle = {
      type: 'bundle',
      objects: [
        { type: 'report', name: 'x' },
        indicator("[domain-name:value = 'a.example']", { name: 'Kit', valid_from: '2026-01-01T00:00:00Z' }),
        indicator("[domain-name:value = 'b.example']", { revoked: true }),
        indicator("[domain-name:value = 'c.example']", { valid_until: '2026-01-01T00:00:00.000Z' }),
        indicator("[domain-name:value = 'd.example']", { indicator_types: ['benign'] }),
        indicator('alert tcp', { pattern_type: 'snort' }),
        { type: 'indicator' },
      ],
    };
    expect(await read(readStix(bytes(JSON.stringify(bundle)), new Date('2026-02-01')))).toEqual([
      'domain a.example Kit',
      'ignored',
      'ignored',
      'ignored',
      'ignored',
      'unreadable',
    ]);
  });
});
