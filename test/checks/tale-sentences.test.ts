import { describe, expect, it } from 'vitest';
import { lureFinder } from '../../src/checks/lures.ts';
import { loadLists } from '../../src/data/load.ts';
import type { Theme } from '../../src/model.ts';

/** Frauds without a link, a few sentences at a time, through the shipped words: which tale they tell. Invented. */
const find = lureFinder(loadLists().lures);

const TALES: [language: string, theme: Theme, text: string][] = [
  ['en', 'boss', 'I need you to process a payment for me before noon. I am on a conference call, so just reply here.'],
  ['en', 'staff-records', 'Kindly send me the W-2s of all staff as a PDF.'],
  ['en', 'staff-records', 'I need the aged debtors report with contact mails, please forward it.'],
  ['en', 'overpayment', 'My assistant sent you more by mistake: keep 300 and return the balance to the movers.'],
  ['en', 'name-registration', 'A third party has applied for your brand name as internet keyword in China.'],
  ['en', 'rental', 'I moved abroad, so I send you the keys of the apartment by courier.'],
  ['en', 'cheque', 'The cheque covers your first week. Deposit it and send the rest to our vendor.'],
  ['en', 'romance', 'I am a doctor with the army in Yemen and saw your profile; I am a widower looking for true love.'],
  ['en', 'remote-help', 'Download TeamViewer and read the code to our agent to receive your refund.'],
  ['en', 'payee-alert', 'A transfer of £2,300 is pending. If you did not make it, stop it at once.'],
  ['en', 'shipping-papers', 'Kindly find attached the packing list and air waybill.'],
  ['en', 'payment-advice', 'Please find the attached TT copy of our balance payment.'],
  ['en', 'investment', 'Our trading signals made members 12% per week, guaranteed. Join our VIP group.'],
  ['en', 'exposure', 'My trojan switched your camera on, and I have the video.'],
  ['en', 'charge-call', 'You will be charged 349.99 today. If you did not order this, call our helpline.'],
  ['en', 'secrets', 'Reply with your password and date of birth.'],
  ['en', 'threat', 'If you do not respond, your access will be permanently blocked.'],
  ['de', 'boss', 'Ich brauche heute eine Überweisung von Ihnen. Bitte nicht anrufen, ich bin in einer Sitzung.'],
  ['de', 'staff-records', 'Bitte schicken Sie mir die Liste der offenen Posten in Excel.'],
  ['de', 'rental', 'Die Wohnung ist frei, ich bin aber im Ausland und sende die Schlüssel per Kurier.'],
  ['de', 'payment-advice', 'Anbei der Überweisungsbeleg, bitte prüfen.'],
  ['de', 'exposure', 'Ich habe Ihr Gerät gehackt und ein Video von Ihnen.'],
  ['de', 'threat', 'Andernfalls wird Ihr Zugang dauerhaft gesperrt.'],
  ['fr', 'boss', "J'ai besoin d'un virement aujourd'hui. Je suis en réunion, répondez uniquement par mail."],
  ['fr', 'staff-records', 'Pouvez-vous m’envoyer la balance âgée en PDF ?'],
  ['fr', 'name-registration', 'Une autre société veut enregistrer votre nom de domaine.'],
  ['fr', 'secrets', 'Saisissez votre mot de passe.'],
  ['es', 'boss', 'Necesito una transferencia hoy, estoy en una reunión y no puedo hablar.'],
  ['es', 'overpayment', 'Le hicimos un pago duplicado; devuelva la diferencia a otra cuenta.'],
  ['es', 'exposure', 'He hackeado tu dispositivo y tengo un vídeo tuyo.'],
  ['it', 'boss', 'Mi serve un bonifico urgente, sono in riunione e non posso parlare.'],
  ['it', 'staff-records', 'Mandami l’elenco clienti con le partite aperte in Excel.'],
  ['it', 'threat', 'In caso contrario il Suo conto sarà bloccato.'],
  ['nl', 'boss', 'Kun je een spoedbetaling doen? Ik zit in een vergadering en kan niet bellen.'],
  ['nl', 'shipping-papers', 'Bijgevoegd de verzenddocumenten en de paklijst.'],
  ['nl', 'secrets', 'Bevestig uw wachtwoord en pincode.'],
  ['pt', 'boss', 'Preciso de uma transferência urgente. Estou em reunião e não posso falar.'],
  ['pt', 'staff-records', 'Envie-me a relação de clientes com as faturas vencidas em Excel.'],
  ['pt', 'threat', 'Caso contrário, a sua conta será bloqueada.'],
];

describe('a fraud without a link', () => {
  it.each(TALES)('in %s tells of %s: %s', (language, theme, text) => {
    expect(find(text)).toContainEqual(expect.objectContaining({ language, theme }));
  });
});

/** Their honest look-alikes. */
const HONEST: [theme: Theme, text: string][] = [
  ['boss', 'I am in a meeting until four. The slides for Monday are in the folder.'],
  ['staff-records', 'The staff list on the intranet is up to date again.'],
  ['overpayment', 'What is the difference between the two pumps? Please send the brochure.'],
  ['rental', 'The room on the second floor is free on Thursday.'],
  ['cheque', 'Please check the figures before noon.'],
  ['romance', 'My brother serves in the army and comes home on Friday.'],
  ['investment', 'The market hall opens at nine each day.'],
  ['exposure', 'The video of the fire drill is on the intranet.'],
  ['threat', 'If it rains, we meet in the hall.'],
  ['secrets', 'The password rules have changed: at least twelve letters.'],
  ['boss', 'Die Rechnung liegt in der Buchhaltung, die Besprechung ist um zehn.'],
  ['staff-records', 'Die Mitarbeiter treffen sich um acht im Saal.'],
  ['threat', 'Sonst noch Fragen? Wir sind bis fünf Uhr da.'],
];

describe('an honest look-alike', () => {
  it.each(HONEST)('tells no tale of %s: %s', (theme, text) => {
    expect(find(text).filter((hit) => hit.theme === theme)).toEqual([]);
  });
});
