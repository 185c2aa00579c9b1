import { type CompoundFile, type CompoundStream, openCompoundFile } from '../files/compound-file.ts';
import { type OutlookFile, type OutlookMail, type Properties, propertiesOf, type Value } from './properties.ts';

/**
 * Reads Outlook's .msg (MS-OXMSG): a compound file with a stream or an entry of a table for each property.
 *
 * Our own on top of our own reader of compound files, although packages for it exist: one flipped bit made the
 * best-known of them fill four gigabytes. Here a chain of sectors ends by its own length, each storage is visited once,
 * and what is read of one file altogether has a limit.
 */

const MOST = { attachments: 200, recipients: 500, bytes: 64 * 1024 * 1024, depth: 6 } as const;
const CLASS = '0b0d020000000000c000000000000046';
const TABLE = '__properties_version1.0';

/** True for the bytes of a .msg; false for a document that has the properties of a message beside its own. */
export function isMsg(bytes: Uint8Array): boolean {
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') !== 'd0cf11e0a1b11ae1') return false;
  try {
    const { rootClass, streams } = openCompoundFile(bytes);
    if (streams.some(({ path }) => /^(?:WordDocument|Workbook|Book|PowerPoint Document)$/i.test(path))) return false;
    return rootClass === CLASS || streams.some(({ path }) => path.toLowerCase() === TABLE);
  } catch {
    return false;
  }
}

/** Throws for what is no compound file; what is broken within comes out short, and `damaged` says so. */
export function openMsg(bytes: Uint8Array): OutlookMail {
  const file = openCompoundFile(bytes);
  return readStorage(new Storage(file), '', 32, 1);
}

/** A compound file as folders of streams, with an account of what was read of it. */
class Storage {
  readonly cut: boolean;
  damaged = false;
  private left: number = MOST.bytes;
  private readonly folders = new Map<string, CompoundStream[]>();

  constructor({ streams, cut }: CompoundFile) {
    this.cut = cut;
    for (const stream of streams) {
      const end = stream.path.lastIndexOf('/') + 1;
      const folder = stream.path.slice(0, end);
      const known = this.folders.get(folder);
      if (known) known.push(stream);
      else this.folders.set(folder, [stream]);
    }
  }

  streams(folder: string): CompoundStream[] {
    return this.folders.get(folder) ?? [];
  }

  /** Folders directly within one, by the beginning of their name. */
  within(folder: string, start: string): string[] {
    const found = new Set<string>();
    for (const path of this.folders.keys()) {
      if (!path.startsWith(`${folder}${start}`)) continue;
      found.add(path.slice(0, path.indexOf('/', folder.length) + 1));
    }
    return [...found].sort();
  }

  read(stream: CompoundStream): Uint8Array | undefined {
    if (stream.size > this.left) {
      this.damaged = true;
      return undefined;
    }
    const bytes = stream.read();
    this.left -= bytes.length;
    if (bytes.length < stream.size) this.damaged = true;
    return bytes;
  }
}

function readStorage(
  storage: Storage,
  folder: string,
  head: number,
  depth: number,
  outerPage?: () => number | undefined,
): OutlookMail {
  const properties = readProperties(storage, folder, head, outerPage);
  const page = (): number | undefined => properties.number(0x3ffd) ?? properties.number(0x3fde) ?? outerPage?.();
  const recipients = storage.within(folder, '__recip_version1.0_');
  const attachments = storage.within(folder, '__attach_version1.0_');
  const files = attachments.slice(0, MOST.attachments).map((place): OutlookFile => {
    const own = readProperties(storage, place, 8, page);
    const inner = `${place}__substg1.0_3701000D/`;
    const isMessage = storage.streams(inner).some(({ path }) => path.toLowerCase().endsWith(TABLE));
    if (!isMessage || depth >= MOST.depth) return { properties: own, bytes: own.bytes(0x3701) };
    return { properties: own, bytes: undefined, message: readStorage(storage, inner, 24, depth + 1, page) };
  });
  return {
    properties,
    recipients: recipients.slice(0, MOST.recipients).map((place) => readProperties(storage, place, 8, page)),
    attachments: files,
    get damaged() {
      return storage.damaged;
    },
    cut: storage.cut || recipients.length > MOST.recipients || attachments.length > MOST.attachments,
  };
}

/** Values of fixed length stand in the table, all others in a stream whose name says number and type. */
function readProperties(
  storage: Storage,
  folder: string,
  head: number,
  outerPage?: () => number | undefined,
): Properties {
  const values = new Map<number, Value>();
  for (const stream of storage.streams(folder)) {
    const name = stream.path.slice(folder.length);
    const tag = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})$/i.exec(name);
    if (tag) {
      const id = Number.parseInt(tag[1] ?? '', 16);
      let found: { bytes: Uint8Array | undefined } | undefined;
      const bytes = (): Uint8Array | undefined => {
        found ??= { bytes: storage.read(stream) };
        return found.bytes;
      };
      const type = Number.parseInt(tag[2] ?? '', 16);
      // One property in two types: the wide string loses nothing.
      if (values.get(id)?.type !== 0x1f) values.set(id, { type, bytes });
    } else if (name.toLowerCase() === TABLE) {
      const table = storage.read(stream) ?? new Uint8Array();
      for (let at = head; at + 16 <= table.length; at += 16) {
        const type = (table[at] ?? 0) | ((table[at + 1] ?? 0) << 8);
        const id = (table[at + 2] ?? 0) | ((table[at + 3] ?? 0) << 8);
        if (FIXED.has(type) && !values.has(id)) values.set(id, { type, bytes: () => table.subarray(at + 8, at + 16) });
      }
    }
  }
  return propertiesOf(values, outerPage);
}

/** Integers of two and four bytes, truth, time. */
const FIXED = new Set([0x02, 0x03, 0x0b, 0x40]);
