import { addGap, type Look } from './file-content.ts';

/** A detached signature is a few kilobytes; a container with the signed words in it is longer. */
const SIGNATURE = 32 * 1024;

/**
 * Signed and encrypted containers (S/MIME, PGP). A detached signature holds no words; a signed container hides them from
 * us, an enveloped one (PKCS #7 object identifier ending in 3) from everybody without the key.
 */
export function readSealed(bytes: Uint8Array, look: Look, type: string): undefined {
  if (type === 'p7s' && bytes.length <= SIGNATURE) return;
  const enveloped = Buffer.from(bytes.subarray(0, 40)).includes(Buffer.from('06092a864886f70d010703', 'hex'));
  if (type !== 'pgp' && !enveloped) return addGap(look, 'unsupported');
  look.traits.add('encrypted');
  return addGap(look, 'encrypted');
}
