import { createHash } from 'node:crypto';

/** Words for the coins that blackmailers and fake traders are paid in. */
export const NAMES_COIN =
  /\b(?:bitcoins?|btc|monero|xmr|litecoin|usdt|ethereum)\b|比特币|比特幣|泰达币|泰達幣|虚拟币|虛擬幣|虛擬貨幣|ビットコイン|仮想通貨|暗号資産|비트코인|가상화폐|암호화폐|테더/i;

const CANDIDATE = /\b(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?:bc1|ltc1)[02-9ac-hj-np-z]{25,71}|0x[0-9a-fA-F]{40})\b/g;
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/**
 * The first valid address of a coin purse in a text: Bitcoin and Litecoin by their checksums, Ethereum by its form alone
 * (its checksum needs Keccak, which Node does not bring). Sources: BIP-13, BIP-173, BIP-350.
 */
export function findWallet(text: string): string | undefined {
  for (const [address] of text.slice(0, 100_000).matchAll(CANDIDATE)) {
    if (address.startsWith('0x') || (/^(?:bc|ltc)1/.test(address) ? isBech32(address) : isBase58Check(address))) {
      return address;
    }
  }
  return undefined;
}

function isBase58Check(address: string): boolean {
  let number = 0n;
  for (const letter of address) number = number * 58n + BigInt(BASE58.indexOf(letter));
  const hex = number.toString(16).padStart(50, '0');
  if (hex.length !== 50) return false;
  const bytes = Buffer.from(hex, 'hex');
  const twice = sha256(sha256(bytes.subarray(0, 21)));
  return twice.subarray(0, 4).equals(bytes.subarray(21));
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Checksum of BIP-173 (1) or BIP-350 (0x2bc830a3). */
function isBech32(address: string): boolean {
  const [prefix = '', data = ''] = address.split(/1(.*)/s);
  const values = [...prefix].map((letter) => letter.charCodeAt(0) >> 5);
  values.push(0, ...[...prefix].map((letter) => letter.charCodeAt(0) & 31));
  values.push(...[...data].map((letter) => BECH32.indexOf(letter)));
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries()) {
      if ((top >>> bit) & 1) sum ^= generator;
    }
  }
  return sum === 1 || sum === 0x2bc830a3;
}
