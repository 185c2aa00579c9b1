import type { ArchiveEntry, Gap } from '../../model.ts';
import { addGap, LIMITS, type Look, nameEntry } from './file-content.ts';

/** A file within an archive, whatever kind of archive. */
export interface Member extends ArchiveEntry {
  /** Its bytes, at the budget's cost; or why there are none. */
  read(): Promise<Uint8Array | Gap['why']> | Uint8Array | Gap['why'];
}

/**
 * Names everything first and looks into it then: the names are what convicts an archive, also when a bomb among them
 * ends the look. Whoever made the list has paid for its entries.
 */
export async function readMembers(members: readonly Member[], look: Look): Promise<void> {
  const files = members.filter((member) => !member.name.endsWith('/'));
  for (const file of files) nameEntry(look, file);
  for (const member of files) {
    if (look.depth >= LIMITS.depth) {
      // Beyond the depth only the names were read; what they hold nobody has seen.
      addGap(look, 'too-many');
      return;
    }
    const content = await member.read();
    if (typeof content === 'string') addGap(look, content);
    else await look.inside(content, member.name);
  }
}

/** A list of members that stops at the budget and says so. */
export function memberList(look: Look): { members: Member[]; add(member: Member): boolean } {
  const members: Member[] = [];
  return {
    members,
    add(member) {
      if (look.budget.entries <= 0) {
        addGap(look, 'too-many');
        return false;
      }
      look.budget.entries -= 1;
      members.push(member);
      return true;
    },
  };
}

/** Bytes that lie open in the archive: they cost what they measure. */
export function stored(bytes: Uint8Array, size: number, look: Look): Uint8Array | Gap['why'] {
  if (bytes.length < size) return 'unreadable';
  if (size > Math.min(LIMITS.entryBytes, look.budget.inflated)) return 'too-large';
  look.budget.inflated -= size;
  return bytes.subarray(0, size);
}
