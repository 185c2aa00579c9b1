import { addGap, type Look } from './file-content.ts';
import { type Member, memberList, readMembers, stored } from './members.ts';

const SECTOR = 2_048;
const MAX_FOLDERS = 1_000;

/**
 * Reads a disk image of a CD or DVD: folders and files of ISO 9660, with the long names of Joliet where there are any.
 * An image that has only the newer UDF is searched for its folder entries: names, no contents.
 */
export async function readIso(bytes: Uint8Array, look: Look): Promise<undefined> {
  const { members, add } = memberList(look);
  const volume = findVolume(bytes);
  if (volume) {
    for (const member of walk(bytes, volume, look)) if (!add(member)) break;
  }
  if (members.length === 0) {
    const names = udfNames(bytes);
    if (names.length === 0 && !volume) addGap(look, 'unreadable');
    for (const name of names) if (!add({ name, size: 0, encrypted: false, read: () => 'unsupported' })) break;
  }
  await readMembers(members, look);
}

interface Volume {
  root: number;
  size: number;
  joliet: boolean;
}

/** The primary volume descriptor, or better a supplementary one whose escape sequence says UCS-2 (Joliet). */
function findVolume(bytes: Uint8Array): Volume | undefined {
  let best: Volume | undefined;
  for (let sector = 16; sector < 48; sector += 1) {
    const raw = Buffer.from(bytes.subarray(sector * SECTOR, (sector + 1) * SECTOR));
    if (raw.length < SECTOR || raw.toString('latin1', 1, 6) !== 'CD001' || raw[0] === 255) break;
    const joliet = raw[0] === 2 && /^%\/[@CE]/.test(raw.toString('latin1', 88, 91));
    if (raw[0] === 1 || joliet) best = { root: raw.readUInt32LE(158), size: raw.readUInt32LE(166), joliet };
    if (joliet) break;
  }
  return best;
}

function* walk(bytes: Uint8Array, { root, size, joliet }: Volume, look: Look): Generator<Member> {
  const seen = new Set<number>();
  const folders: { at: number; size: number; path: string }[] = [{ at: root, size, path: '' }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    // A folder that holds itself is walked once.
    if (seen.has(folder.at)) continue;
    if (seen.size >= MAX_FOLDERS) {
      addGap(look, 'too-many');
      return;
    }
    seen.add(folder.at);
    const list = bytes.subarray(folder.at * SECTOR, folder.at * SECTOR + folder.size);
    for (const { name, at, size: length, isFolder } of records(list, joliet)) {
      const path = `${folder.path}${name}`;
      if (isFolder) folders.push({ at, size: length, path: `${path.slice(0, 512)}/` });
      else {
        const content = bytes.subarray(at * SECTOR, at * SECTOR + length);
        yield { name: path, size: length, encrypted: false, read: () => stored(content, length, look) };
      }
    }
  }
}

interface DirectoryRecord {
  name: string;
  at: number;
  size: number;
  isFolder: boolean;
}

/** Directory records (ECMA-119, 9.1): none crosses a sector's end. */
function* records(list: Uint8Array, joliet: boolean): Generator<DirectoryRecord> {
  for (let at = 0; at + 34 <= list.length; ) {
    const length = list[at] ?? 0;
    if (length < 34) {
      at = (Math.floor(at / SECTOR) + 1) * SECTOR;
      continue;
    }
    const record = Buffer.from(list.subarray(at, at + length));
    at += length;
    const nameLength = record[32] ?? 0;
    const raw = record.subarray(33, 33 + nameLength);
    if (record.length < 34 || (nameLength === 1 && (raw[0] ?? 9) < 2)) continue; // itself and its parent
    const name = joliet
      ? Buffer.from(raw)
          .subarray(0, raw.length & ~1)
          .swap16()
          .toString('utf16le')
      : rockName(record, raw);
    yield {
      name: name.replace(/;\d{1,5}$/, '').replace(/\.$/, ''),
      at: record.readUInt32LE(2),
      size: record.readUInt32LE(10),
      isFolder: ((record[25] ?? 0) & 2) !== 0,
    };
  }
}

/** The long name of Rock Ridge (a field `NM` behind the short name), else the short one. */
function rockName(record: Buffer, short: Buffer): string {
  const start = 33 + short.length + (short.length % 2 === 0 ? 1 : 0);
  for (let at = start; at + 5 <= record.length; ) {
    const length = record[at + 2] ?? 0;
    if (length < 4) break;
    if (record.toString('latin1', at, at + 2) === 'NM') return record.toString('utf8', at + 5, at + length);
    at += length;
  }
  return short.toString('latin1');
}

/**
 * File identifier descriptors of UDF (ECMA-167, 4/14.4), found by their tag and its checksum instead of by walking five
 * layers of tables: every folder's entries stand in the open.
 */
function udfNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; at + 40 <= bytes.length && names.length < 4_000; at += 4) {
    if (bytes[at] !== 1 || bytes[at + 1] !== 1 || !isTag(bytes, at)) continue;
    const kind = bytes[at + 18] ?? 0;
    const length = bytes[at + 19] ?? 0;
    // Bit 1 is a folder, bit 2 a deleted file, bit 3 the parent.
    if ((kind & 0b1110) !== 0 || length < 2) continue;
    const start = at + 38 + ((bytes[at + 36] ?? 0) | ((bytes[at + 37] ?? 0) << 8));
    const wide = bytes[start] === 16;
    const raw = Buffer.from(bytes.subarray(start + 1, start + length));
    names.push(
      wide
        ? raw
            .subarray(0, raw.length & ~1)
            .swap16()
            .toString('utf16le')
        : raw.toString('latin1'),
    );
  }
  return names;
}

function isTag(bytes: Uint8Array, at: number): boolean {
  let sum = 0;
  for (let place = 0; place < 16; place += 1) if (place !== 4) sum += bytes[at + place] ?? 0;
  return (sum & 0xff) === bytes[at + 4] && ((bytes[at + 2] ?? 0) === 2 || bytes[at + 2] === 3);
}
