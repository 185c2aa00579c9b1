/** Names of formats and namespaces: no target of anything. */
const FORMAT =
  /^https?:\/\/(?:www\.w3\.org|schemas\.|purl\.o(?:rg|clc\.org)|ns\.adobe\.com|www\.apple\.com\/DTDs|docs\.oasis-open\.org|openoffice\.org)/i;

/** Addresses that stand whole in code or binary text, each once. Bare names (`WScript.Shell`) are no addresses there. */
export function addressesIn(text: string, most = 50): string[] {
  const found = text.matchAll(/\b(?:https?|ftp|file):\/\/[^\s"'`<>\\^{}|\0]{3,2000}/gi);
  return [...new Set(Array.from(found, ([url]) => url.replace(/[.,;:!?)\]]{1,5}$/, '')))]
    .filter((url) => !FORMAT.test(url))
    .slice(0, most);
}
