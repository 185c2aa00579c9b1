import { defineCheck } from '../check.ts';

/**
 * A mail of recent years that says it was written with a program that has been gone for a decade: mass mailers copy such
 * lines. The year is the mail's own word; old mail passes.
 */
export const outdatedMailer = defineCheck({
  id: 'outdated-mailer',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'It says that it was written with {mailer}, a program that has been out of use for years.',
  run({ headers, sentAt }) {
    const mailer = headers.find(({ name }) => name === 'x-mailer')?.value ?? '';
    return OLD.test(mailer) && Number(sentAt?.slice(0, 4)) >= GONE ? { mailer: mailer.trim().slice(0, 60) } : undefined;
  },
});

const OLD =
  /outlook express|outlook,? build (?:9|10)\.|outlook imo|foxmail [1-5]\.|the bat! \(v?[1-3]\.|eudora|incredimail|lotus notes release [45]|microsoft office outlook,? build 11\.|microsoft office outlook 11/i;
const GONE = 2016;
