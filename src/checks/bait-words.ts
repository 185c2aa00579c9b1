/** Words that hosts and paths of credential pages are built from, in the languages in which they are met. */
const BAIT = new Set(
  `login logon signin signon auth authenticate authentication verify verification verified verifying
  secure security secured account accounts password passwd passwort konto webmail mailbox owa wallet restore recover
  recovery validate validation unlock suspended suspension billing refund update updates upgrade confirm confirmation
  confirmed identity sso oauth 2fa mfa otp helpdesk support customer client portal payment payments pay invoice reward
  rewards claim airdrop bonus gift track tracking parcel paket packet package delivery customs redelivery toll fine
  fee fees duty duties unpaid reschedule zoll
  acesso conta seguro senha cliente clientes boleto fatura cadastro atualizacao acceso cuenta clave seguridad soporte
  connexion compte espace suivi colis livraison kunden kundenservice sicherheit anmelden
  anmeldung bestaetigen bestatigung zahlung rechnung sendung zustellung inloggen rekening betaling pakket accesso
  conto sicurezza fattura spedizione denglu zhanghao anquan renzheng yanzheng gov online service services center
  centre team alert alerts notice notification id info mail email web my app official help card bank banking access
  activate activation expire expired docs document documents shared voicemail`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Those that ask for a person's secrets by themselves; the rest of the words is found on every honest site. */
const CREDENTIAL = new Set(
  `login logon signin signon auth authenticate authentication verify verification verifying secure
  secured password passwd passwort webmail mailbox owa wallet restore recover validate validation unlock suspended
  suspension confirm senha clave acceso acesso connexion anmelden anmeldung sicherheit inloggen accesso denglu
  yanzheng mfa 2fa otp`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** A word that makes a brand's name in a host look official: `paypal-secure`, `dhl-track`. */
export function isBaitWord(word: string): boolean {
  return BAIT.has(word);
}

export function isCredentialWord(word: string): boolean {
  return CREDENTIAL.has(word);
}

/** Pieces of a host or path: `secure-login2.example` → secure, login2, login, example. */
export function piecesOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const bare = piece.replace(/^\d+|\d+$/g, '');
      return bare === '' || bare === piece ? [piece] : [piece, bare];
    });
}
