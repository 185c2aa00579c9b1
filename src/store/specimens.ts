import type { Kysely } from 'kysely';
import type { Specimen } from '../model.ts';
import { readSpecimen } from './json.ts';
import type { Database } from './schema.ts';

/** Replaces the specimens of a report, within a transaction of the caller. */
export async function writeSpecimens(tx: Kysely<Database>, report: string, specimens: Specimen[]): Promise<void> {
  await tx.deleteFrom('specimens').where('report_id', '=', report).execute();
  for (const [position, specimen] of specimens.entries()) {
    const { body, parts } = takeApart(specimen);
    const name = 'name' in specimen ? (specimen.name ?? null) : null;
    await tx
      .insertInto('specimens')
      .values({ report_id: report, position, kind: specimen.kind, name, body: JSON.stringify(body) })
      .execute();
    for (const [part, bytes] of parts) {
      await tx.insertInto('specimen_bytes').values({ report_id: report, position, part, bytes }).execute();
    }
  }
}

/** The specimens of a report, in order; empty when there are none. */
export async function readSpecimens(db: Kysely<Database>, report: string): Promise<Specimen[]> {
  const rows = await db
    .selectFrom('specimens')
    .select(['position', 'body'])
    .where('report_id', '=', report)
    .orderBy('position')
    .execute();
  const blobs = await db
    .selectFrom('specimen_bytes')
    .select(['position', 'part', 'bytes'])
    .where('report_id', '=', report)
    .execute();
  return rows.map(({ position, body }) => {
    const parts = new Map(blobs.filter((blob) => blob.position === position).map((blob) => [blob.part, blob.bytes]));
    return putTogether(readSpecimen(body, `specimen ${position} of report ${report}`), parts);
  });
}

/** Bytes apart from the rest: part 0 is a mail's or file's own, part n the nth attachment's of a Slack mail. */
function takeApart(specimen: Specimen): { body: object; parts: [number, Uint8Array][] } {
  switch (specimen.kind) {
    case 'mail':
    case 'file': {
      const { bytes, ...body } = specimen;
      return { body, parts: [[0, bytes]] };
    }
    case 'slack-mail': {
      const parts: [number, Uint8Array][] = [];
      const attachments = specimen.mail.attachments.map(({ bytes, ...rest }, index) => {
        if (bytes) parts.push([index, bytes]);
        return rest;
      });
      return { body: { ...specimen, mail: { ...specimen.mail, attachments } }, parts };
    }
    case 'text':
    case 'link':
      return { body: specimen, parts: [] };
  }
}

function putTogether(specimen: Specimen, parts: Map<number, Uint8Array>): Specimen {
  switch (specimen.kind) {
    case 'mail':
    case 'file': {
      const bytes = parts.get(0);
      // Judging an empty mail in its stead would find no signs.
      if (!bytes) throw new Error('The database has lost the bytes of a specimen; restore it from a backup.');
      return { ...specimen, bytes };
    }
    case 'slack-mail': {
      const attachments = specimen.mail.attachments.map((attachment, index) => {
        const bytes = parts.get(index);
        return bytes ? { ...attachment, bytes } : attachment;
      });
      return { ...specimen, mail: { ...specimen.mail, attachments } };
    }
    case 'text':
    case 'link':
      return specimen;
  }
}
