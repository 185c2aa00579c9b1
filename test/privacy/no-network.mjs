// Loaded before anything else (--import): any attempt to reach another machine is told on standard error, and fails.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const refuse = (what) => {
  process.stderr.write(`NETWORK ${what}\n`);
  throw new Error(`no network here: ${what}`);
};
net.Socket.prototype.connect = (...args) => refuse(`connect ${JSON.stringify(args[0]?.[0] ?? args[0])}`);
dgram.Socket.prototype.send = () => refuse('datagram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolveTxt']) {
  dns[name] = () => refuse(`dns.${name}`);
  dns.promises[name] = () => refuse(`dns.${name}`);
}
for (const { prototype } of [dns.Resolver, dns.promises.Resolver]) prototype.resolve4 = () => refuse('resolver');
