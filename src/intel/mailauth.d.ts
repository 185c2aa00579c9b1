/** mailauth ships no types for this module. */
declare module 'mailauth/lib/parse-received.js' {
  interface ReceivedPart {
    value?: string;
    comment?: string;
  }
  interface Received {
    from?: ReceivedPart;
    by?: ReceivedPart;
    timestamp?: string;
  }
  export function parseReceived(line: string): Received | false;
  export function getClientAddress(from: ReceivedPart | undefined): string | false;
}
