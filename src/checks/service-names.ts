import { plainWords } from './skeleton.ts';

/**
 * Names that a service gives itself and a person does not: "Account Team", "Kundenservice", 「サポートセンター」. Words that
 * make a name so on their own, and pairs: "account" alone is a word, "account team" is a desk.
 */
const ALONE =
  `kundenservice kundendienst kundenbetreuung sicherheitsteam benachrichtigung gutschein gewinner atendimento
  suporte klantenservice notification notifications reminder alert alerts voucher congratulations gluckwunsch
  herzliche gluckwunsche reward rewards paket delivery surprise administrator webmaster noreply helpdesk`
    .split(/\s+/)
    .filter((word) => word !== '');

const OF_A_DESK =
  `account security support verification billing service technical delivery order payment renewal customer
  subscription cloud storage antivirus wallet kyc fraud help claim claims reward rewards prize refund mail email web
  server system domain network it`
    .split(/\s+/)
    .filter((word) => word !== '');

const DESKS = `team dept department support service services center centre desk alert alerts care office notice admin
  administrator security reminder storage processing`
  .split(/\s+/)
  .filter((word) => word !== '');

const PHRASES = `technischer support|servicio al cliente|atencion al cliente|servico ao cliente|central de atendimento|
central de relacionamento|service client|support client|servizio clienti|assistenza clienti|obsluga klienta|musteri hizmetleri|
служба поддержки|no reply|сервис поддержки|خدمة العملاء`
  .split('|')
  .map((phrase) => plainWords(phrase));

// Through the same fold as the names: it takes the marks of the kana off.
const UNSPACED = [
  'サポート',
  'カスタマー',
  'お客様',
  '事務局',
  '客服',
  '管理员',
  '管理員',
  '通知',
  '系统',
  '系統',
  '고객센터',
  '고객지원',
].map(plainWords);

const alone = new Set(ALONE);
const first = new Set(OF_A_DESK);
const second = new Set(DESKS);

/** Takes the words of `plainWords`: lower case, no accents, one blank between. */
export function isServiceName(plain: string): boolean {
  if (UNSPACED.some((word) => plain.includes(word))) return true;
  if (PHRASES.some((phrase) => ` ${plain} `.includes(` ${phrase} `))) return true;
  const words = plain.split(' ');
  return words.some(
    (word, at) => alone.has(word) || (first.has(word) && second.has(words[at + 1] ?? '') && word !== words[at + 1]),
  );
}
