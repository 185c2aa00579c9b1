import { addGap, LIMITS, type Look } from './file-content.ts';
import { isOfficePackage, readOfficePackage } from './office-package.ts';
import { readOpenDocument } from './open-document.ts';
import { openZip, type ZipMember } from './zip.ts';

/** Reads a zip: an Office document, an OpenDocument, or an archive whose members are looked into one by one. */
export async function readZip(bytes: Uint8Array, look: Look): Promise<string | undefined> {
  const { members, trouble } = await openZip(bytes, look.budget);
  for (const why of trouble) addGap(look, why);
  if (members.some((member) => member.encrypted)) {
    look.traits.add('encrypted');
    addGap(look, 'encrypted');
  }
  if (isOfficePackage(members)) return readOfficePackage(members, look);
  const names = new Set(members.map((member) => member.name));
  if (names.has('mimetype') && names.has('content.xml')) return readOpenDocument(members, look);
  await readMembers(members, look);
  if (names.has('AndroidManifest.xml')) return 'apk';
  if (names.has('META-INF/MANIFEST.MF') && members.some((member) => member.name.endsWith('.class'))) return 'jar';
  return 'zip';
}

/** Lists everything first: the names are what convicts an archive, also when a bomb among them ends the look. */
async function readMembers(members: ZipMember[], look: Look): Promise<void> {
  const within = look.path === '' ? '' : `${look.path}/`;
  const files = members.filter((member) => !member.name.endsWith('/'));
  for (const { name, size, encrypted } of files) {
    look.entries.push({ name: `${within}${name}`.slice(0, 1024), size, encrypted });
  }
  for (const member of files) {
    if (member.encrypted) continue;
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
