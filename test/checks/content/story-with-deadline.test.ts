import { describe, expect, it } from 'vitest';
import { storyWithDeadline } from '../../../src/checks/content/story-with-deadline.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({
  parcel: ['parcel is on hold'],
  urgency: ['within 24 hours'],
  'call-to-action': ['click here'],
});
const text = 'Your parcel is on hold. Click here within 24 hours.';
const found = (parts: Parameters<typeof message>[0]) =>
  runCheck(storyWithDeadline, { messages: [message({ text, ...parts })], links: [link('https://evil.test/')] }, known);

describe('story-with-deadline', () => {
  it('catches the three together from a stranger', () => {
    expect(found({ from: 'Notice <x@school.test>' })).toEqual({ story: 'parcel is on hold', haste: 'within 24 hours' });
  });
  it('lets the house pass that its links belong to', () => {
    expect(found({ from: 'Parcels <x@evil.test>' })).toBeUndefined();
  });
  it('lets a story without a deadline pass', () => {
    expect(found({ from: 'Notice <x@school.test>', text: 'Your parcel is on hold. Click here.' })).toBeUndefined();
  });
  it('lets a long article pass', () => {
    expect(found({ from: 'Notice <x@school.test>', text: `${text} ${plainText(5000)}` })).toBeUndefined();
  });
});
