/** The one part of mailauth that we call; the package types only its front door. */
declare module 'mailauth/lib/parse-dkim-headers.js' {
  export default function parseDkimHeaders(line: string): { parsed: Record<string, unknown> };
}
