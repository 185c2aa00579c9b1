import { addGap, type Look } from './file-content.ts';
import { isMailPart, signedContent } from './signed-data.ts';

/**
 * Signed and encrypted containers (S/MIME, PGP). A detached signature holds no words. Of a signed container the words
 * are taken out: those of a mail are handed back to be read as one, a signed document is looked into. An enveloped one
 * is closed to everybody without the recipient's key; that is no trait of the file, as the lock on an archive is: who
 * writes to a hospital under its own key hides nothing from the hospital.
 */
export async function readSealed(bytes: Uint8Array, look: Look, type: string): Promise<undefined> {
  const content = type === 'pgp' ? undefined : signedContent(bytes);
  if (content) {
    if (!isMailPart(content)) {
      const name = (look.name.split('/').at(-1) ?? '').replace(/\.p7[ms]$/i, '');
      await look.inside(content, name);
    } else if (look.depth > 1) addGap(look, 'unsupported');
    return;
  }
  const head = Buffer.from(bytes.subarray(0, 60));
  if (type === 'pgp' || ENVELOPED.some((kind) => head.includes(kind))) return addGap(look, 'encrypted', 'mail');
  if (type === 'p7s' && bytes.length <= SIGNATURE) return;
  return addGap(look, 'unsupported');
}

/** A detached signature with its certificates is a few kilobytes. */
const SIGNATURE = 32 * 1024;
/** Enveloped data, encrypted data, and enveloped data that is authenticated (RFC 5083). */
const ENVELOPED = ['06092a864886f70d010703', '06092a864886f70d010706', '060b2a864886f70d0109100117'].map((kind) =>
  Buffer.from(kind, 'hex'),
);
