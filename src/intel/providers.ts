import { Resolver } from 'node:dns/promises';
import type { Provider } from './provider.ts';
import { abuseIpdb } from './providers/abuseipdb.ts';
import { certSpotter } from './providers/cert-spotter.ts';
import { type DnsListId, dnsList } from './providers/dns-lists.ts';
import { type JsonService, jsonService } from './providers/json-service.ts';
import { malwareBazaar } from './providers/malware-bazaar.ts';
import { misp } from './providers/misp.ts';
import { openCti } from './providers/opencti.ts';
import { phishTank } from './providers/phishtank.ts';
import { type Registries, rdap } from './providers/rdap.ts';
import { safeBrowsing } from './providers/safe-browsing.ts';
import { urlhaus } from './providers/urlhaus.ts';
import { urlscan } from './providers/urlscan.ts';
import { virusTotal } from './providers/virustotal.ts';

/** Services that speak HTTP and may have their address changed, for a mirror or a test. */
export const MOVABLE = [
  'safe-browsing',
  'virustotal',
  'urlscan',
  'urlhaus',
  'malware-bazaar',
  'phishtank',
  'abuseipdb',
  'rdap',
  'cert-spotter',
] as const;
export type Movable = (typeof MOVABLE)[number];

/** What is configured. A service whose key or switch is missing is not made, so that it cannot be asked. */
export interface ServiceSettings {
  safeBrowsingKey?: string;
  virusTotal?: { key: string; perMinute: number };
  urlscanKey?: string;
  abuseChKey?: string;
  phishTankKey?: string;
  abuseIpdbKey?: string;
  dnsLists: DnsListId[];
  spamhausDqsKey?: string;
  /** Resolvers for the DNS lists; the machine's own where empty. */
  dnsServers: string[];
  rdap: boolean;
  certSpotterKey?: string;
  misp?: { url: string; key: string };
  openCti?: { url: string; token: string };
  jsonServices: JsonService[];
  /** Other addresses, without a slash at the end. */
  urls: Partial<Record<Movable, string>>;
}

const DNS_MS = 1_000;

/** The configured services, those with the most exact knowledge first. */
export function openProviders(settings: ServiceSettings, registries: () => Registries): Provider[] {
  const { urls } = settings;
  const providers: Provider[] = [];
  if (settings.misp) providers.push(misp(settings.misp.key, settings.misp.url));
  if (settings.openCti) providers.push(openCti(settings.openCti.token, settings.openCti.url));
  providers.push(...settings.jsonServices.map(jsonService));
  if (settings.safeBrowsingKey) providers.push(safeBrowsing(settings.safeBrowsingKey, urls['safe-browsing']));
  if (settings.virusTotal) {
    providers.push(virusTotal(settings.virusTotal.key, settings.virusTotal.perMinute, urls.virustotal));
  }
  if (settings.abuseChKey) {
    providers.push(urlhaus(settings.abuseChKey, urls.urlhaus));
    providers.push(malwareBazaar(settings.abuseChKey, urls['malware-bazaar']));
  }
  if (settings.phishTankKey) providers.push(phishTank(settings.phishTankKey, urls.phishtank));
  if (settings.urlscanKey) providers.push(urlscan(settings.urlscanKey, urls.urlscan));
  if (settings.abuseIpdbKey) providers.push(abuseIpdb(settings.abuseIpdbKey, urls.abuseipdb));
  if (settings.dnsLists.length > 0) {
    const resolver = new Resolver({ timeout: DNS_MS, tries: 1 });
    if (settings.dnsServers.length > 0) resolver.setServers(settings.dnsServers);
    for (const id of settings.dnsLists) providers.push(dnsList(id, resolver, { dqsKey: settings.spamhausDqsKey }));
  }
  if (settings.rdap) providers.push(rdap(registries(), urls.rdap));
  if (settings.certSpotterKey) providers.push(certSpotter(settings.certSpotterKey, urls['cert-spotter']));
  return providers;
}
