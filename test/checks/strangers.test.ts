import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/checks/run.ts';
import { isConversation, isStranger } from '../../src/checks/strangers.ts';
import type { Message } from '../../src/model.ts';
import { evidence, knowledge, link, message } from '../helpers/evidence.ts';
import { knowing } from '../helpers/lures.ts';

const talks = (mail: Message, known = knowledge()) =>
  isConversation(mail, contextOf(evidence({ messages: [mail] }), known));

describe('isConversation', () => {
  it('knows an answer by its subject or by what it quotes', () => {
    expect(talks(message({ isReply: true, subject: 'AW: Plan' }))).toBe(true);
    expect(talks(message({ isReply: true, subject: '[dev] Re[2]: Plan' }))).toBe(true);
    expect(talks(message({ isReply: true, subject: 'Plan', text: 'Yes.\n> Shall we?' }))).toBe(true);
  });
  it('takes no mail for an answer that only refers to another: lures carry such headers', () => {
    expect(talks(message({ isReply: true, subject: 'You won', text: 'Click here' }))).toBe(false);
    expect(talks(message({ subject: 'Re: You won' }))).toBe(false);
  });
});

describe('isConversation on a list', () => {
  const headers = [{ name: 'list-id', value: '<dev.lists.example>' }];
  const known = knowing({ mailbox: ['mailbox is full', 'storage exceeded'] });
  it('is any post, whatever it links to', () => {
    expect(talks(message({ headers, subject: 'Release 1.2', text: 'Get it here' }), known)).toBe(true);
    expect(talks(message({ headers, isReply: true, text: 'My mailbox is full, storage exceeded!' }), known)).toBe(true);
  });
  it('is no opening post that tells the story of a lure', () => {
    expect(talks(message({ headers, text: 'Your mailbox is full. Storage exceeded.' }), known)).toBe(false);
  });
});

describe('isStranger', () => {
  const stranger = (parts: Parameters<typeof message>[0], urls = ['https://www.kl-garten.example/x']) => {
    const mail = message(parts);
    return isStranger(
      mail,
      contextOf(evidence({ messages: [mail], links: urls.map((url) => link(url)) }), knowledge()),
    );
  };

  it('is who neither links home nor says a name', () => {
    expect(stranger({ from: 'Notice <x@school.example>' })).toBe(true);
    expect(stranger({ from: 'Ada <ada@gmail.com>' })).toBe(true);
  });
  it('is not who says the name in the subject or the text', () => {
    expect(stranger({ from: 'Notice <x@school.example>', subject: 'School news' })).toBe(false);
    // Mailing domains abbreviate.
    expect(stranger({ from: 'Notice <x@mail-swb.example>', text: 'Your SWB' })).toBe(false);
    expect(stranger({ from: 'Notice <x@mail-swb.example>', text: 'Your mail' })).toBe(true);
  });
  it('is not whose mailing domain carries the name of the linked house', () => {
    expect(stranger({ from: 'News <x@kl-garten-mail.example>' })).toBe(false);
    expect(stranger({ from: 'KL Garten <x@sender.example>' })).toBe(false);
  });
  it('is who links a brand’s site in the brand’s name, from elsewhere', () => {
    expect(stranger({ from: 'PayPal <x@school.example>' }, ['https://www.paypal.com/'])).toBe(true);
    expect(stranger({ from: 'PayPal <x@paypal.com>' }, ['https://www.paypal.com/'])).toBe(false);
  });
  it('is no colleague, nobody without links, and nobody of whom no address was printed', () => {
    expect(stranger({ from: 'Ada <ada@hospital.example>' })).toBe(false);
    expect(stranger({ from: 'Ada <x@school.example>' }, [])).toBe(false);
    expect(stranger({ form: 'quoted', from: 'Ada' })).toBe(false);
  });
});
