import { describe, expect, it } from 'vitest';
import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import { readSpecimen } from '../../src/parse/read.ts';

/** Whole mails in other languages through the shipped checks, lists and points: a lure, and honest mail that resembles it. */
const assessor = {
  checks: CHECKS,
  scoring: loadScoring(),
  knowledge: {
    organisation: { domains: ['hospital.example'], names: ['Riverside Hospital'], vips: [], authservIds: [] },
    lists: loadLists(),
  },
};

/** `from`, `subject` and `body` of one invented mail. */
type Mail = [from: string, subject: string, body: string];

async function verdictOn([from, subject, body]: Mail) {
  const source = `From: ${from}\nSubject: =?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(subject)))}?=\nTo: ada@hospital.example\nMessage-ID: <1@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${body}`;
  const evidence = await readSpecimen({ kind: 'mail', bytes: new TextEncoder().encode(source) }, 's1');
  const { risk, findings } = judgeEvidence(evidence, [], assessor);
  return { risk, checks: findings.map(({ check }) => check) };
}

const LURES: [what: string, check: string, mail: Mail][] = [
  [
    'German: a parcel that waits for a customs fee',
    'parcel-fee',
    [
      'Paketdienst <info@zustell-info.example>',
      'Ihr Paket wurde angehalten',
      'Guten Tag,\n\nIhr Paket wartet im Verteilzentrum: Die Zollgebühren von 1,99 € sind noch offen. Bitte bestätigen Sie Ihre Lieferadresse innerhalb von 48 Stunden, sonst geht es zurück an den Absender.\n\nJetzt bezahlen: https://paket-zoll.pages.dev/a\n\nIhr Paketdienst',
    ],
  ],
  [
    'German: a voucher for a survey',
    'prize',
    [
      'Amazon Treueaktion <aktion@kunden-bonus.example>',
      'Herzlichen Glückwunsch, Ihr Gutschein wartet',
      'Hallo Ada,\n\nSie wurden ausgewählt! Nehmen Sie an unserer Umfrage teil und sichern Sie sich einen Einkaufsgutschein im Wert von 250 €. Die Teilnahme dauert zwei Minuten.\n\nJetzt teilnehmen: https://gutschein-umfrage.web.app/x',
    ],
  ],
  [
    'Portuguese: an order held by customs',
    'parcel-fee',
    [
      'Entregas <aviso@rastreio-objeto.example>',
      'Sua encomenda foi taxada',
      'Olá,\n\nsua encomenda está retida na alfândega por falta de pagamento das taxas alfandegárias. Regularize em até 24 horas ou ela será devolvida ao remetente.\n\nClique aqui: https://liberar-encomenda.pages.dev/a',
    ],
  ],
  [
    'Portuguese: loyalty points about to be lost',
    'prize',
    [
      'Bradesco Pontos <pontos@clube-vantagens.example>',
      'Seus pontos expiram hoje',
      'Prezado cliente,\n\nvocê acumulou 92.000 pontos que expiram hoje. Resgate seus pontos antes que seja tarde.\n\nResgatar agora: https://resgate-pontos.web.app/p',
    ],
  ],
  [
    'Dutch: a bank account that will be blocked',
    'account-suspended',
    [
      'Klantenservice <service@bank-controle.example>',
      'Uw rekening wordt beperkt',
      'Geachte klant,\n\nwij hebben verdachte activiteiten gezien. Uw rekening is tijdelijk geblokkeerd. Bevestig uw gegevens binnen 24 uur om afsluiting te voorkomen.\n\nKlik hier: https://rekening-controle.pages.dev/n',
    ],
  ],
  [
    'French: a password that runs out',
    'credential-expiry',
    [
      'Support informatique <support@messagerie-admin.example>',
      'Votre mot de passe expire',
      'Bonjour,\n\nvotre mot de passe expire aujourd’hui. Cliquez ici pour conserver votre mot de passe et éviter la suspension de votre compte :\nhttps://messagerie-support.web.app/f\n\nLe support',
    ],
  ],
  [
    'Spanish: a tax refund',
    'tax-or-subsidy',
    [
      'Devoluciones <avisos@devolucion-renta.example>',
      'Devolución pendiente',
      'Estimado contribuyente:\n\ntiene derecho a una devolución de impuestos de 385,20 €. Solicite su reembolso antes de 48 horas.\n\nHaga clic aquí: https://devolucion-impuestos.pages.dev/e',
    ],
  ],
  [
    'Italian: a bank card that was blocked',
    'account-suspended',
    [
      'Servizio clienti <servizio@sicurezza-conto.example>',
      'La tua carta è stata bloccata',
      'Gentile cliente,\n\nabbiamo rilevato un accesso anomalo e il tuo conto è stato sospeso. Conferma la tua identità entro 24 ore.\n\nClicca qui: https://conferma-conto.web.app/i',
    ],
  ],
  [
    'German: a salary for another bank account',
    'bank-details-change',
    [
      'Dr. Grace Lee <grace.lee.privat@gmail.com>',
      'Gehalt',
      'Hallo,\n\nich habe die Bank gewechselt und möchte meine Bankverbindung für das Gehalt ändern. Was brauchen Sie dafür?\n\nGrace Lee',
    ],
  ],
  [
    'German: gift cards for patients',
    'gift-card-request',
    [
      'Dr. Grace Lee <grace.lee.office@gmail.com>',
      'Bitte',
      'Ich brauche ein paar Apple-Geschenkkarten für Patienten. Bitte freirubbeln und mir ein Foto der Codes schicken.\n\nGrace',
    ],
  ],
  [
    'Portuguese: gift cards',
    'gift-card-request',
    [
      'Dra. Grace Lee <grace.lee.office@gmail.com>',
      'Favor',
      'Preciso que você compre cartões-presente do Google Play, raspe o verso e me envie os códigos.\n\nGrace',
    ],
  ],
  [
    'Italian: a supplier’s new bank account',
    'bank-details-change',
    [
      'Fornitore <amministrazione.nord@gmail.com>',
      'Nuovo IBAN',
      'Gentili,\n\nabbiamo cambiato banca. Pagate la fattura 2231 sul nuovo conto corrente.\n\nCordiali saluti',
    ],
  ],
];

const HONEST: [what: string, mail: Mail][] = [
  [
    'German: a health insurance about its bonus',
    [
      'Beispiel Krankenkasse <info@beispiel-kk.example>',
      'Ihr Bonusprogramm 2026',
      'Guten Tag,\n\nfür Vorsorge und Sport erhalten Sie eine Prämie. Reichen Sie die Nachweise bis Ende März ein. Die Erstattung erfolgt auf Ihr Konto.\n\nMehr erfahren: https://beispiel-kk.example/bonus\n\nIhre Krankenkasse',
    ],
  ],
  [
    'German: the personnel office about payslips',
    [
      'Personalabteilung <personal@hospital.example>',
      'Gehaltsabrechnung und Urlaubsplanung',
      'Liebe Kolleginnen und Kollegen,\n\ndie Gehaltsabrechnungen für Mai sind im Portal verfügbar. Wer seine Bankverbindung ändern möchte, kommt bitte persönlich vorbei.\n\nhttps://intranet.hospital.example/personal',
    ],
  ],
  [
    'Portuguese: a bank about a credit card bill',
    [
      'Banco Exemplo <aviso@bancoexemplo.example>',
      'A sua fatura está disponível',
      'Olá,\n\na fatura do seu cartão de crédito já está disponível na app. O pagamento vence no dia 10.\n\nhttps://bancoexemplo.example/fatura\n\nObrigado',
    ],
  ],
  [
    'Dutch: a shop that gives away a weekend',
    [
      'Winkel <news@winkel.example>',
      'Maak kans op een weekendje weg',
      'Beste Ada,\n\nbestel voor zondag en maak kans op een weekendje weg. Bekijk de actie: https://winkel.example/actie',
    ],
  ],
  [
    'German: a warning of fake mails',
    [
      'IT-Sicherheit <sicherheit@hospital.example>',
      'Gefälschte Mails über volle Postfächer',
      'Liebe Kolleginnen und Kollegen,\n\nderzeit gehen gefälschte E-Mails um, die behaupten „Ihr Postfach ist voll“. Wir fragen nie nach Passwörtern.\nMehr dazu: https://intranet.hospital.example/warnung',
    ],
  ],
  [
    'German: a shop that says when its parcel comes',
    [
      'Bohne & Blatt <bestellung@bohneblatt.example>',
      'Ihre Bestellung 1182 ist unterwegs',
      'Hallo Ada,\n\nvielen Dank für Ihre Bestellung. Ihr Paket kommt voraussichtlich am Dienstag, die Versandkosten übernehmen wir. Die Rechnung finden Sie in Ihrem Kundenkonto:\nhttps://bohneblatt.example/konto\n\nFragen? Tel. 030 000, Fax 030 001.',
    ],
  ],
  [
    'German: the computer department about a new password rule',
    [
      'IT-Abteilung <it@hospital.example>',
      'Wartung am Samstag',
      'Liebe Kolleginnen und Kollegen,\n\nam Samstag wird das Postfachsystem aktualisiert, E-Mails kommen in dieser Zeit verzögert an. Passwörter bleiben gültig. Hinweise stehen im Intranet:\nhttps://intranet.hospital.example/wartung\n\nMit freundlichen Grüßen\nIT-Abteilung',
    ],
  ],
  [
    'German: a supplier’s invoice',
    [
      'Medizinbedarf Nord <rechnung@medizinbedarf-nord.example>',
      'Rechnung 20417',
      'Sehr geehrte Damen und Herren,\n\nanbei erhalten Sie die Rechnung 20417 vom 3. März. Bitte überweisen Sie den Betrag innerhalb von 30 Tagen auf das bekannte Konto. Änderungen unserer Lieferbedingungen finden Sie unter\nhttps://medizinbedarf-nord.example/agb\n\nIBAN und Steuernummer stehen auf der Rechnung.',
    ],
  ],
  [
    'German: a ward that asks its doctors to answer a survey',
    [
      'Qualitätsmanagement <qm@hospital.example>',
      'Umfrage zur Schmerztherapie',
      'Liebe Ärztinnen und Ärzte,\n\nbitte beantworten Sie bis Freitag die Umfrage zur Behandlung chronischer Schmerzen. Die Teilnahme ist freiwillig:\nhttps://intranet.hospital.example/umfrage\n\nVielen Dank',
    ],
  ],
  [
    'Portuguese: a shop that sent an order',
    [
      'Loja do Chá <pedidos@lojadocha.example>',
      'O seu pedido foi enviado',
      'Olá Ada,\n\nobrigado pela sua compra. A entrega está prevista para terça-feira e o documento está disponível na sua área de cliente:\nhttps://lojadocha.example/pedidos\n\nO pagamento foi recebido.',
    ],
  ],
  [
    'Portuguese: the personnel office about leave',
    [
      'Recursos Humanos <rh@hospital.example>',
      'Férias e pagamento de dezembro',
      'Caros colegas,\n\no salário de dezembro será pago no dia 20. O mapa de férias está disponível na intranet:\nhttps://intranet.hospital.example/ferias\n\nResponda até sexta-feira, por favor.',
    ],
  ],
  [
    'Dutch: a shop about a delivery',
    [
      'Theewinkel <bestelling@theewinkel.example>',
      'Je bestelling komt dinsdag',
      'Hallo Ada,\n\nbedankt voor je bestelling. De bezorging is gepland op dinsdag; de verzendkosten zijn al betaald. Volg je pakket hier:\nhttps://theewinkel.example/volgen\n\nGroet',
    ],
  ],
  [
    'French: a laboratory’s results for a colleague',
    [
      'Laboratoire <labo@hospital.example>',
      'Résultats disponibles',
      'Bonjour,\n\nles résultats de votre patient sont disponibles sur l’intranet. Le mot de passe reste le même. Un nouveau document explique la procédure :\nhttps://intranet.hospital.example/labo\n\nCordialement',
    ],
  ],
  [
    'Spanish: a supplier about an order',
    [
      'Suministros Norte <pedidos@suministros-norte.example>',
      'Su pedido 1182',
      'Estimada Ada:\n\nel envío sale hoy y la entrega está prevista para el martes. Adjuntamos las condiciones de pago en nuestra página:\nhttps://suministros-norte.example/pedidos\n\nUn saludo',
    ],
  ],
  [
    'Italian: a conference that is open for registration',
    [
      'Segreteria <segreteria@congresso-medico.example>',
      'Iscrizioni aperte',
      'Gentile dottoressa,\n\nle iscrizioni al congresso sono aperte; la partecipazione è gratuita per i relatori. Il programma è disponibile qui:\nhttps://congresso-medico.example/programma\n\nCordiali saluti',
    ],
  ],
];

describe('a lure', () => {
  it.each(LURES)('in %s: %s, at least suspicious', async (_, check, mail) => {
    const { risk, checks } = await verdictOn(mail);
    expect(checks).toContain(check);
    expect(['suspicious', 'high']).toContain(risk);
  });
});

describe('an honest mail', () => {
  it.each(HONEST)('in %s shows no signs', async (_, mail) => {
    const { risk, checks } = await verdictOn(mail);
    expect(risk).toBe('no-signs');
    // A likeness of wording is a matter of degree, and weighs little here.
    expect(checks.filter((check) => check !== 'wording-of-known-lures')).toEqual([]);
  });
});
