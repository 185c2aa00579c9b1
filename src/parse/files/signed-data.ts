/**
 * The words inside of a signed container (CMS SignedData, RFC 5652 5.1): what a mail program shows after it has taken
 * the signature off. `undefined` for one that holds none (a detached signature) or is no such container. The signature
 * itself is not checked.
 */
export function signedContent(bytes: Uint8Array): Uint8Array | undefined {
  const budget = { left: 20_000 };
  const info = elementAt(bytes, 0, bytes.length, budget);
  const [kind, wrapped] = info ? childrenOf(bytes, info, budget, 2) : [];
  if (!kind || !wrapped || hex(bytes, kind) !== SIGNED_DATA) return undefined;
  const [signed] = childrenOf(bytes, wrapped, budget, 1);
  const [, , content] = signed ? childrenOf(bytes, signed, budget, 3) : [];
  const [innerKind, innerWrapped] = content ? childrenOf(bytes, content, budget, 2) : [];
  const [octets] = innerKind && innerWrapped ? childrenOf(bytes, innerWrapped, budget, 1) : [];
  if (!octets || (octets.tag & 0x1f) !== OCTETS) return undefined;
  const pieces: Uint8Array[] = [];
  gather(bytes, octets, budget, pieces, 0);
  return pieces.length === 0 ? undefined : Buffer.concat(pieces);
}

const SIGNED_DATA = '2a864886f70d010702';
const OCTETS = 4;
const CONSTRUCTED = 0x20;
const MOST_DEPTH = 12;

interface Element {
  tag: number;
  start: number;
  end: number;
  /** Where the next one begins. */
  next: number;
}

type Budget = { left: number };

/**
 * One element of BER. A length may be left open, to be ended by two zero bytes, as programs write it that sign a stream:
 * the end is then found by walking over what lies inside, within a budget of steps.
 */
function elementAt(bytes: Uint8Array, at: number, end: number, budget: Budget, depth = 0): Element | undefined {
  budget.left -= 1;
  if (budget.left < 0 || depth > MOST_DEPTH || at + 2 > end) return undefined;
  const tag = bytes[at] as number;
  if ((tag & 0x1f) === 0x1f) return undefined;
  const first = bytes[at + 1] as number;
  if (first === 0x80) {
    let inner = at + 2;
    while (inner + 2 <= end && !(bytes[inner] === 0 && bytes[inner + 1] === 0)) {
      const child = elementAt(bytes, inner, end, budget, depth + 1);
      if (!child) return undefined;
      inner = child.next;
    }
    // Broken off: half of the words must not pass for all of them.
    return inner + 2 > end ? undefined : { tag, start: at + 2, end: inner, next: inner + 2 };
  }
  const width = first < 0x80 ? 0 : first & 0x7f;
  if (width > 4 || at + 2 + width > end) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let place = 0; place < width; place += 1) length = length * 256 + (bytes[at + 2 + place] as number);
  const start = at + 2 + width;
  if (start + length > end) return undefined;
  return { tag, start, end: start + length, next: start + length };
}

function childrenOf(bytes: Uint8Array, element: Element, budget: Budget, most: number): Element[] {
  const found: Element[] = [];
  if ((element.tag & CONSTRUCTED) === 0) return found;
  for (let at = element.start; at < element.end && found.length < most; ) {
    const child = elementAt(bytes, at, element.end, budget);
    if (!child) break;
    found.push(child);
    at = child.next;
  }
  return found;
}

/** A string of bytes whole, or in pieces of pieces. */
function gather(bytes: Uint8Array, element: Element, budget: Budget, pieces: Uint8Array[], depth: number): void {
  if ((element.tag & CONSTRUCTED) === 0) pieces.push(bytes.subarray(element.start, element.end));
  else if (depth < MOST_DEPTH) {
    for (const child of childrenOf(bytes, element, budget, 20_000)) gather(bytes, child, budget, pieces, depth + 1);
  }
}

function hex(bytes: Uint8Array, { start, end }: Element): string {
  return Buffer.from(bytes.subarray(start, Math.min(end, start + 32))).toString('hex');
}

/** True for words that begin with the headers of a part of mail. */
export function isMailPart(content: Uint8Array): boolean {
  const head = Buffer.from(content.subarray(0, 4_000)).toString('latin1').trimStart();
  return /^[a-z][\w-]{1,60}:/i.test(head) && /^(?:content-type|mime-version):/im.test(head);
}
