import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { newBudget } from '../../../src/parse/files/file-content.ts';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { unpackXz } from '../../../src/parse/files/xz.ts';
import { cabinet, fatEntry, iso, ntfsRecord, rar4, rar5, tar, udf } from '../../helpers/archives.ts';
import { zip } from '../../helpers/zip.ts';

const look = (bytes: Uint8Array, name: string) => readFile({ bytes, name, declaredType: '', inline: false });
const names = (content: { entries: { name: string }[] }) => content.entries.map(({ name }) => name);
const whys = (content: { gaps: { why: string }[] }) => content.gaps.map(({ why }) => why);

const files = [
  { name: 'invoice.pdf.lnk', content: 'a shortcut, or so it says' },
  { name: 'read me.txt', content: 'see https://evil.example/in' },
];
const listed = ['invoice.pdf.lnk', 'read me.txt'];
const urls = ['https://evil.example/in'];

/** 7z archives of two small files, packed with LZMA2, written by hand: with a plain header, and with a packed one. */
const PLAIN_7Z =
  'N3q8ryccAAQAAAAAJAAAAAAAAABiAAAAAAAAAAAAAAABAB9zaG9ydGN1dCB0aGF0IGlzIGJhZGhlbGxvLCB3b3JsZAABBAYAAQkkAAcLAQABISEBDAwgAAgNAgkUCgEFBQUFBQUFBQAABQIRNwBpAG4AdgBvAGkAYwBlAC4AcABkAGYALgBsAG4AawAAAHIAZQBhAGQAbQBlAC4AdAB4AHQAAAAAAA==';
const PACKED_7Z =
  'N3q8ryccAAQAAAAAdwAAAAAAAAAaAAAAAAAAAAAAAAABAB9zaG9ydGN1dCB0aGF0IGlzIGJhZGhlbGxvLCB3b3JsZAAAAIEzB64P0Es5PJ8/R0EFe+2Z9mswX4kLyy20UYjX5SB47h9Jpc7xprVJw3VrC9OE6+/odp150l3WW8XBFN5Dr/eiOHRd7z7P02FuNy//+w1QABcGJAEJUwAHCwEAASMDAQEFXQAAAQAMYgAA';
/** Seventy-five sentences and all 256 bytes, packed by xz. */
const XZ =
  '/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4AgUAR5dACgbCKYk/BM8I2Ep9WvdkP/os/EV/FT1wAiwXVLP977eg9BVltgpjCdaQ/AdcZhexMP94Zpnzo8RWUCQqfVyD/sFtUUUDDUvoCInZGBdVmjpL8IbFhB3z799am1uoGA4kc7wt1s2l+kaPELna55f67Xj64IL4v1ySQCIvu/zDwBwGgksnSvSlpQqK6FD79P1QeEczvEjmnl4mYxThdcfcbjWf9jWejl/PXTz1003tLpsncAnM4l7FszLq9K98q+IQYrmAhAPBnlwmzoDLwBpn/1fAi9uBMxz2vK4BStdV7OSf/w+PfZgZP0HtyaKX1FYDD5v5sDzeG6ncCyowpsJEeqMSiSeHbCF+wR48wqCT2mZyb/v1fllRB7sJoMOaj4AAADD8dgUAAG2ApUQAAAzxb7jPjANiwIAAAAAAVla';

describe('names and contents', () => {
  test.each([
    ['tar', tar(files), 'a.tar'],
    ['gz', gzipSync(tar(files)), 'a.tar.gz'],
    ['zst', zstdCompressSync(tar(files)), 'a.tar.zst'],
    ['rar', rar4(files), 'a.rar'],
    ['rar', rar5(files), 'a.rar'],
    ['cab', cabinet(files), 'a.cab'],
    ['cab', cabinet(files, 0), 'a.cab'],
  ])('%s', async (type, bytes, name) => {
    const content = await look(bytes, name);
    expect(content).toMatchObject({ type, traits: [], gaps: [] });
    expect(names(content)).toEqual(listed);
    expect(content.links.map(({ url }) => url)).toEqual(urls);
  });

  test.each([true, false])('a disk image, with long names: %s', async (joliet) => {
    const content = await look(iso(files, { joliet }), 'a.iso');
    expect(content).toMatchObject({ type: 'iso', gaps: [] });
    expect(names(content)).toEqual(listed.map((name) => `docs/${name}`));
    expect(content.links.map(({ url }) => url)).toEqual(urls);
  });

  test.each([
    ['plain', PLAIN_7Z],
    ['packed', PACKED_7Z],
  ])('7z with a header that is %s', async (_, coded) => {
    const content = await look(Buffer.from(coded, 'base64'), 'a.7z');
    expect(content).toMatchObject({ type: '7z', traits: [], gaps: [], text: 'shortcut that is bad\nhello, world' });
    expect(content.entries).toEqual([
      { name: 'invoice.pdf.lnk', size: 20, encrypted: false },
      { name: 'readme.txt', size: 12, encrypted: false },
    ]);
  });

  test('xz', async () => {
    const content = await look(Buffer.from(XZ, 'base64'), 'letter.txt.xz');
    expect(content.entries).toEqual([{ name: 'letter.txt', size: 2069, encrypted: false }]);
    const all = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const sentences = [
      Buffer.from('Please open the invoice. '.repeat(40)),
      all,
      Buffer.from('Again and again and again. '.repeat(30)),
      Buffer.from('end'),
    ];
    expect(unpackXz(Buffer.from(XZ, 'base64'), newBudget())).toEqual(Uint8Array.from(Buffer.concat(sentences)));
  });

  test('a lone file in gzip is called what the packer called it', async () => {
    const packed = gzipSync('MZ');
    const head = Buffer.from(packed.subarray(0, 10));
    head[3] = 8;
    const named = Buffer.concat([head, Buffer.from('setup.exe\0'), packed.subarray(10)]);
    expect(names(await look(named, 'invoice.pdf.gz'))).toEqual(['setup.exe']);
    expect(names(await look(packed, 'invoice.pdf.gz'))).toEqual(['invoice.pdf']);
  });

  test('archives of different kinds within one another', async () => {
    const inner = gzipSync(tar([{ name: 'run.js', content: 'x' }]));
    const content = await look(zip([{ name: 'a.tgz', content: inner }]), 'outer.zip');
    expect(names(content)).toEqual(['a.tgz', 'a.tgz/run.js']);
  });
});

describe('names without contents: what nobody looked into is said', () => {
  test('packed RAR', async () => {
    for (const make of [rar4, rar5]) {
      const content = await look(make(files.map((file) => ({ ...file, packed: true }))), 'a.rar');
      expect(names(content)).toEqual(listed);
      expect(whys(content)).toEqual(['unsupported']);
    }
  });

  test('cabinets of another packing', async () => {
    expect(whys(await look(cabinet(files, 3), 'a.cab'))).toEqual(['unsupported']);
  });

  test('UDF', async () => {
    const content = await look(udf(['报价单.exe', 'a.txt']), 'a.iso');
    expect(names(content)).toEqual(['报价单.exe', 'a.txt']);
    expect(whys(content)).toEqual(['unsupported']);
  });

  test('virtual disks', async () => {
    const disk = Buffer.concat([
      Buffer.from('636f6e6563746978', 'hex'),
      Buffer.alloc(512 * 4 - 8),
      fatEntry('an invoice with a long name.pdf.lnk', 900),
      Buffer.alloc(448 * 2),
    ]);
    const aligned = Buffer.concat([
      disk,
      Buffer.alloc(512 - (disk.length % 512)),
      ntfsRecord('setup.exe', 5000),
      ntfsRecord('$MFT', 1),
      ntfsRecord('folder', 0, 3),
      ntfsRecord('gone.exe', 1, 0),
    ]);
    const content = await look(aligned, 'a.vhd');
    expect(content.type).toBe('vhd');
    expect(content.entries).toEqual([
      { name: 'setup.exe', size: 5000, encrypted: false },
      { name: 'an invoice with a long name.pdf.lnk', size: 900, encrypted: false },
    ]);
    expect(whys(content)).toEqual(['unsupported']);
  });
});

describe('locked', () => {
  test.each([
    ['the old RAR', rar4(files.map((file) => ({ ...file, encrypted: true })))],
    ['the new RAR', rar5(files.map((file) => ({ ...file, encrypted: true })))],
  ])('%s: names are seen, contents are not', async (_, bytes) => {
    const content = await look(bytes, 'a.rar');
    expect(content.entries.every(({ encrypted }) => encrypted)).toBe(true);
    expect(names(content)).toEqual(listed);
    expect(content.traits).toEqual(['encrypted']);
    expect(whys(content)).toEqual(['encrypted']);
  });

  test.each([
    ['the old RAR', rar4(files, { lockedNames: true })],
    ['the new RAR', rar5(files, { lockedNames: true })],
  ])('%s: the names too', async (_, bytes) => {
    expect(await look(bytes, 'a.rar')).toMatchObject({
      entries: [],
      traits: ['encrypted'],
      gaps: [{ why: 'encrypted' }],
    });
  });

  test('7z', async () => {
    const bytes = Buffer.from(PACKED_7Z, 'base64');
    // The packing of the header becomes AES: another coder id of four bytes.
    const at = bytes.lastIndexOf(Buffer.from('230301', 'hex'));
    const locked = Buffer.concat([bytes.subarray(0, at), Buffer.from('2406f10701', 'hex'), bytes.subarray(at + 4)]);
    locked.writeBigUInt64LE(BigInt(locked.readBigUInt64LE(20)) + 1n, 20);
    expect(await look(locked, 'a.7z')).toMatchObject({ traits: ['encrypted'], gaps: [{ why: 'encrypted' }] });
  });
});

describe('hostile', () => {
  const all: [string, Buffer][] = [
    ['a.tar', tar(files)],
    ['a.rar', rar4(files)],
    ['b.rar', rar5(files)],
    ['a.cab', cabinet(files)],
    ['a.7z', Buffer.from(PACKED_7Z, 'base64')],
    ['a.xz', Buffer.from(XZ, 'base64')],
  ];

  test.each(all)('%s: cut anywhere, and with any byte changed, it ends in an answer', async (name, bytes) => {
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      expect((await look(bytes.subarray(0, at), name)).size).toBe(at);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect((await look(changed, name)).size).toBe(bytes.length);
    }
  });

  test('a folder that holds itself', async () => {
    const content = await look(iso([], { loop: true }), 'a.iso');
    expect(content).toMatchObject({ type: 'iso', entries: [] });
  });

  test('a bomb in gzip costs its limit and is named', async () => {
    const content = await look(gzipSync(Buffer.alloc(60_000_000)), 'a.gz');
    expect(whys(content)).toEqual(['too-large']);
  });

  test('more names than anybody reads', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) => ({ name: `${index}.txt`, content: '' }));
    const content = await look(tar(many), 'a.tar');
    expect(content.entries).toHaveLength(2_000);
    expect(whys(content)).toContain('too-many');
  });

  test('a name that turns the reading direction stays as it is, for the checks to see', async () => {
    expect(names(await look(tar([{ name: 'a\u202efdp.exe', content: 'x' }]), 'a.tar'))).toEqual(['a\u202efdp.exe']);
  });
});
