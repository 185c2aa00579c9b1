import { describe, expect, it } from 'vitest';
import { impossibleSenderDomain } from '../../../src/checks/sender/impossible-sender-domain.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('impossible-sender-domain', () => {
  const run = (from: string, links = AWAY) =>
    runCheck(impossibleSenderDomain, { messages: [message({ from })], links });

  it.each(['Notice <a@taxoffice>', 'Notice <a@refund123>', 'Notice <a@%parcel.com>', 'Notice <a@parcel.-1>'])(
    'catches %s',
    (from) => {
      expect(run(from)).toBeDefined();
    },
  );
  it('names the address', () => {
    expect(run('Notice <a@taxoffice>')).toEqual({ address: 'a@taxoffice' });
  });
  it('lets real domains pass, also in other scripts', () => {
    expect(run('Ada <a@school.co.uk>')).toBeUndefined();
    expect(run('Ada <a@bücher.de>')).toBeUndefined();
  });
  it('lets machines pass that report under their own name', () => {
    expect(run('root@server.local')).toBeUndefined();
    expect(run('Cron Daemon <root@server>', [])).toBeUndefined();
  });
  it('lets answers pass', () => {
    // Some home machines send under their own name.
    expect(
      runCheck(impossibleSenderDomain, {
        messages: [message({ from: 'Ada <ada@laptop>', subject: 'Re: plan', isReply: true })],
        links: AWAY,
      }),
    ).toBeUndefined();
  });
});
