/** A service that puts its own address before the real one. */
export interface Rewriter {
  name: string;
  /** Host, with a leading dot any host below it, or a pattern for a name that has many endings. */
  hosts: readonly (string | RegExp)[];
  /** The inner URL; undefined where this is not a rewritten link, or nobody but the service can decode it. */
  inner(url: URL, text: string): string | undefined;
  /** Recognised by name although it cannot be decoded. */
  sealed?: RegExp;
  /** The host that a sealed link names in clear. */
  hint?(url: URL): string | undefined;
}

export const parameter =
  (...names: string[]) =>
  (url: URL): string | undefined => {
    for (const name of names) {
      const value = url.searchParams.get(name);
      if (value) return value;
    }
    return undefined;
  };

/** The same, on one page of the site alone. */
export const onPath =
  (path: RegExp, ...names: string[]) =>
  (url: URL): string | undefined =>
    path.test(url.pathname) ? parameter(...names)(url) : undefined;

export function unescaped(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export function base64Text(text: string | null | undefined): string | undefined {
  return text ? Buffer.from(text.replace(/ /g, '+'), 'base64').toString('utf8') : undefined;
}
