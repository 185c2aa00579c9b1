const PER_MINUTE = 10;
const MINUTE = 60_000;
const MOST_HOSTS = 5_000;

/** Counts what a host is asked. Whoever floods us with reports of one link must not make us flood its host. */
export function openHostLimit(now: () => Date, calls = PER_MINUTE): (host: string) => boolean {
  const spent = new Map<string, number[]>();
  return (host) => {
    const time = now().getTime();
    const recent = (spent.get(host) ?? []).filter((at) => at > time - MINUTE);
    if (recent.length >= calls) return false;
    // Again at the end: the oldest are forgotten first.
    spent.delete(host);
    spent.set(host, [...recent, time]);
    if (spent.size > MOST_HOSTS) spent.delete(spent.keys().next().value as string);
    return true;
  };
}
