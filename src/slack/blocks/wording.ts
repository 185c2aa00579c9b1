import { needsEscalation } from '../../case.ts';
import type { CaseFile } from '../../cases/desk.ts';
import type { DecisionKind, Risk } from '../../model.ts';
import { isPicture } from '../../parse/files/recognise.ts';
import { type InertPlain, plain } from '../inert.ts';

/** The four words of a verdict. "Safe" is not among them, and is said nowhere. */
export const RISK: Record<Risk, InertPlain> = {
  high: plain`High risk`,
  suspicious: plain`Suspicious`,
  'no-signs': plain`No known signs found`,
  unchecked: plain`Could not check`,
};

/** A sign before the word, for whoever only glances at a phone. */
export const RISK_SIGN: Record<Risk, InertPlain> = {
  high: plain`🛑`,
  suspicious: plain`🟠`,
  'no-signs': plain`🔎`,
  unchecked: plain`❔`,
};

export const DECISION: Record<DecisionKind, InertPlain> = {
  phishing: plain`Phishing`,
  malware: plain`Malware`,
  fraud: plain`Fraud`,
  spam: plain`Spam`,
  legitimate: plain`Legitimate`,
  simulation: plain`Simulation`,
  inconclusive: plain`Inconclusive`,
};

/** What each decision means, for the analyst who chooses. */
export const DECISION_HELP: Record<DecisionKind, InertPlain> = {
  phishing: plain`wants passwords, codes or other secrets`,
  malware: plain`wants a harmful file opened or run`,
  fraud: plain`wants money, a bank change or a favour`,
  spam: plain`unwanted, but no attack`,
  legitimate: plain`what it says it is`,
  simulation: plain`our own exercise`,
  inconclusive: plain`cannot be settled`,
};

/** The decision for the person who reported it: thanks are said around it. */
export const TOLD: Record<DecisionKind, InertPlain> = {
  phishing: plain`It is phishing: somebody wants passwords or other secrets. Delete it, and type nothing into its pages.`,
  malware: plain`It carries or leads to harmful software. Delete it, and open neither its files nor its links.`,
  fraud: plain`It is fraud: somebody wants money or a favour under a false name. Do not answer it and pay nothing.`,
  spam: plain`It is spam: unwanted, but not an attack. You can delete it.`,
  legitimate: plain`It is what it says it is. You can treat it as usual. Asking was right all the same.`,
  simulation: plain`It was an exercise of our own, and reporting it was exactly right.`,
  inconclusive: plain`It could not be settled for certain. Treat it as suspicious: do not click, open or answer; ask the sender another way.`,
};

/** What to do now, most important first: by risk, and by what the message wants. */
export function advice({ case: file, assessment }: CaseFile): InertPlain[] {
  const { risk = 'unchecked' } = file;
  // Nobody is sent to press a button that was pressed already.
  const known = needsEscalation(file) || file.escalation !== undefined;
  if (risk === 'no-signs') {
    const odd = plain`This is no guarantee. If anything about it seems odd, ask the sender another way: by phone, or in person.`;
    const want = plain`Not expected, and it wants a password, money or haste? Ask security to look.`;
    return known ? [odd] : [odd, want];
  }
  const evidence = assessment?.evidence;
  const has = {
    links: evidence?.links.filter(({ source }) => source !== 'qr').length ?? 1,
    codes: evidence?.links.some(({ source }) => source === 'qr') ?? false,
    files: evidence?.attachments.filter(({ type }) => !isPicture(type)).length ?? 0,
  };
  const found = (assessment?.verdict.findings ?? []).map(({ check, group }) => `${group} ${check}`).join(' ');
  const lines: InertPlain[] = [];
  if (risk === 'unchecked') {
    lines.push(plain`Treat it as dangerous until somebody has looked: do not click, open or answer.`);
    const mail = evidence?.messages.some(({ form }) => form === 'slack-mail' || form === 'quoted');
    if (mail) lines.push(plain`Have the original? Drop it here as an .eml file: I can see more in it.`);
    lines.push(known ? plain`Wait for the word of security.` : plain`Ask security to look, with the button below.`);
    return lines;
  }
  if (has.links > 0 && has.files > 0) lines.push(plain`Do not click its links, and do not open its files.`);
  else if (has.files > 0) lines.push(plain`Do not open its files.`);
  else if (has.links > 0) lines.push(plain`Do not click its links.`);
  if (has.codes) lines.push(plain`Do not scan the code in it.`);
  if (/bank|payment|invoice|gift|wire|transfer|fraud/.test(found)) {
    lines.push(
      plain`Pay and change nothing. Call the person on a number that you knew before, not one from the message.`,
    );
  }
  if (/credential|password|login|account/.test(found)) {
    lines.push(plain`Type no password and no code after following it.`);
  }
  if (/callback|phone/.test(found)) lines.push(plain`Do not call the number in it.`);
  if (/extortion/.test(found)) lines.push(plain`Pay nothing: such threats go out by the thousand, and are made up.`);
  lines.push(plain`Do not answer it, and do not forward it to colleagues.`);
  if (risk === 'suspicious') {
    lines.push(
      known
        ? plain`Not sure whether it is real? Ask the sender another way.`
        : plain`Not sure whether it is real? Ask the sender another way, or ask security.`,
    );
  }
  return lines.slice(0, 5);
}

/** For somebody who clicked, on a phone, frightened. */
export const CLICKED_ADVICE: InertPlain[] = [
  plain`Thank you for saying so. You did the right thing, and nobody will blame you.`,
  plain`Typed a password or a code? Change that password now, from another device.`,
  plain`Opened a file, or something started? Take the computer off the network (cable out, Wi-Fi off) and leave it switched on.`,
  plain`Gave bank or card details? Call the bank now.`,
];

/** Only where the report is at hand, so that security does hear of it. */
export const STAY_WITHIN_REACH = plain`Stay within reach: security is being told and will contact you.`;

/** Not beside a decision, which may say to delete it. */
export const KEEP_MESSAGE = plain`Do not delete the message yet.`;

export const plural = (count: number, one: InertPlain, many: InertPlain): InertPlain =>
  count === 1 ? plain`${count} ${one}` : plain`${count} ${many}`;
