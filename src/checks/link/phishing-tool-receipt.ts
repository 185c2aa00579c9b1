import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';

/**
 * A receipt number of one reader as the common open tool for phishing writes it (`rid=` and seven letters, nothing else).
 * Trainings are sent with the same tool, so it weighs little: the analyst may want to ask the training's team before a
 * campaign is announced. Lets pass well-known and the sender's own sites, which use the name for other things.
 */
export const phishingToolReceipt = defineCheck({
  id: 'phishing-tool-receipt',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link to {host} gives its reader a number ({receipt}) as tools for phishing and for trainings do.',
  run(link, context) {
    const { query, unicodeHost } = link.parts;
    const receipt = RECEIPT.exec(query)?.[0];
    return receipt && isStrangersSite(link, context) ? { host: unicodeHost, receipt } : undefined;
  },
});

const RECEIPT = /^rid=[A-Za-z0-9]{7}$/;
