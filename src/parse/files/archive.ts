import { addGap, type Look } from './file-content.ts';
import { readMembers } from './members.ts';
import { isOfficePackage, readOfficePackage } from './office-package.ts';
import { readOpenDocument } from './open-document.ts';
import { openZip } from './zip.ts';

/** Reads a zip: an Office document, an OpenDocument, or an archive whose members are looked into one by one. */
export async function readZip(bytes: Uint8Array, look: Look): Promise<string | undefined> {
  const { members, trouble, locked, opened } = await openZip(bytes, look.budget, look.passwords);
  for (const why of trouble) addGap(look, why);
  if (locked || opened) look.traits.add('encrypted');
  if (opened) look.traits.add('opened-with-mail-password');
  if (locked) addGap(look, 'encrypted');
  if (isOfficePackage(members)) return readOfficePackage(members, look);
  const names = new Set(members.map((member) => member.name));
  if (names.has('mimetype') && names.has('content.xml')) return readOpenDocument(members, look);
  await readMembers(members, look);
  if (names.has('AndroidManifest.xml')) return 'apk';
  if (names.has('META-INF/MANIFEST.MF') && members.some((member) => member.name.endsWith('.class'))) return 'jar';
  return 'zip';
}
