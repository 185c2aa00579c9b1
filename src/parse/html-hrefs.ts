/**
 * Targets of `href`, `src` and `action` found without a tree: for what stands in comments that Outlook reads, and
 * behind the limits of the tree. Finds too much rather than too little.
 */
export function hrefsIn(html: string, limit: number): string[] {
  const found = new Set<string>();
  for (const match of html.matchAll(
    /\b(?:href|action)\s{0,20}=\s{0,20}(?:"([^"]{1,8192})"|'([^']{1,8192})'|([^\s"'>]{1,8192}))/gi,
  )) {
    if (found.size >= limit) break;
    const url = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&').trim();
    if (url) found.add(url);
  }
  return [...found];
}
