/** The file at the end of a URL's path: its name and last extension, lower case. */
export function extensionOf(path: string): { name: string; extension: string } | undefined {
  const last = path.slice(-300).split('/').at(-1) ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A stray %: the raw name will do.
  }
  const found = /\.([a-z0-9-]{1,16})$/i.exec(name);
  return found ? { name, extension: (found[1] ?? '').toLowerCase() } : undefined;
}
