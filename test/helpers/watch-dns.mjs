/** Preloaded into a child process: tells of every question to the DNS, and lets none out. */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const tell = (name) => {
  process._rawDebug(`DNS ${name}`);
  return Object.assign(new Error('watched'), { code: 'ENOTFOUND' });
};
for (const owner of [dns.promises, dns.promises.Resolver.prototype]) {
  for (const method of Object.getOwnPropertyNames(owner)) {
    if (/^(?:resolve|reverse|lookup)/.test(method)) owner[method] = async (name) => Promise.reject(tell(name));
  }
}
for (const owner of [dns, dns.Resolver.prototype]) {
  for (const method of Object.getOwnPropertyNames(owner)) {
    if (/^(?:resolve|reverse|lookup)/.test(method)) owner[method] = (name, ...rest) => rest.at(-1)(tell(name));
  }
}
syncBuiltinESMExports();
