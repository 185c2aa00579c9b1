import { z } from 'zod';
import type { CaseEvent } from '../case.ts';
import type { Arrival, Assessment, Gap, Receipt, Specimen, Spot } from '../model.ts';

/**
 * JSON columns back into types. The shapes are checked to the depth at which a wrong one would travel on unnoticed; unknown
 * fields are kept, so that a field added to the model needs no change here.
 */
export function readJson<T>(what: string, schema: z.ZodType): (text: string, where: string) => T {
  return (text, where) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw corrupt(what, where);
    }
    // The error names the row, not the value: that may be message content, and errors are logged.
    if (!schema.safeParse(value).success) throw corrupt(what, where);
    return value as T;
  };
}

function corrupt(what: string, where: string): Error {
  return new Error(`The database holds a broken ${what} (${where}); restore it from a backup.`);
}

const spot = z.looseObject({ channel: z.string(), ts: z.string() });
const kinded = z.looseObject({ kind: z.string() });

const EVENTS: Record<CaseEvent['kind'], true> = {
  reported: true,
  assessed: true,
  answered: true,
  asked: true,
  clicked: true,
  escalated: true,
  alerted: true,
  claimed: true,
  decided: true,
  told: true,
  'look-asked': true,
  looked: true,
};

export const readEvent = readJson<CaseEvent>(
  'event',
  z.looseObject({ kind: z.enum(Object.keys(EVENTS) as CaseEvent['kind'][]) }),
);
export const readSpot = readJson<Spot>('post', spot);
export const readGaps = readJson<Gap[]>('list of gaps', z.array(z.looseObject({ what: z.string(), why: z.string() })));
export const readSpecimen = readJson<Specimen>('specimen', kinded);

export type Origin = Pick<Arrival, 'reporter' | 'route' | 'place' | 'source'>;
export const readOrigin = readJson<Origin>(
  'report',
  z.looseObject({
    reporter: z.looseObject({ team: z.string(), user: z.string() }),
    route: z.string(),
    place: z.looseObject({ channel: z.string() }),
    source: spot.optional(),
  }),
);

export type Content = Pick<Arrival, 'parts' | 'note'>;
export const readContent = readJson<Content>('report', z.looseObject({ parts: z.array(kinded) }));

export const readReceipt = readJson<Receipt>(
  'receipt',
  z.looseObject({ provider: z.string(), asked: z.string(), at: z.string(), outcome: z.string(), answer: z.string() }),
);

export const readAssessment = readJson<Assessment>(
  'assessment',
  z.looseObject({
    evidence: z.looseObject({
      messages: z.array(z.looseObject({})),
      links: z.array(z.looseObject({})),
      attachments: z.array(z.looseObject({})),
      observables: z.array(kinded),
      gaps: z.array(z.looseObject({})),
    }),
    sightings: z.array(z.looseObject({ observable: kinded })),
    verdict: z.looseObject({ risk: z.string(), score: z.number(), findings: z.array(z.looseObject({})) }),
  }),
);
