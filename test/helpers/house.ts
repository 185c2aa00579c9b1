import type { CaseReport } from '../../src/case.ts';
import type { CaseFile, Desk } from '../../src/cases/desk.ts';
import type { House } from '../../src/cases/house.ts';
import { openTurns } from '../../src/cases/turns.ts';
import { WORK } from '../../src/cases/work.ts';
import { defineCheck } from '../../src/checks/check.ts';
import { loadScoring } from '../../src/data/load.ts';
import type { Arrival, Evidence, Report, Sighting, Specimen } from '../../src/model.ts';
import { openStores } from '../../src/store/open.ts';
import type { Stores } from '../../src/store/stores.ts';
import { evidence, knowledge, link } from './evidence.ts';

/** One line for everything that the desk said, in order: `answer r1 high`, `escalate C-… `. */
export interface TestDesk extends Desk {
  said: string[];
  /** Makes the next call of a method fail. */
  failNext(method: keyof Desk, error: Error): void;
}

/** A desk that remembers what it said, and finds its own posts when asked `again`, as Slack's does. */
function testDesk(): TestDesk {
  const said: string[] = [];
  const faults = new Map<string, Error>();
  const trip = (method: keyof Desk): void => {
    const error = faults.get(method);
    faults.delete(method);
    if (error) throw error;
  };
  const once = (line: string, again: boolean): void => {
    if (!again || !said.includes(line)) said.push(line);
  };
  const state = (file: CaseFile): string => file.case.decision?.kind ?? file.case.risk ?? 'unjudged';
  return {
    said,
    failNext: (method, error) => void faults.set(method, error),
    async fetch(report) {
      trip('fetch');
      return {
        specimens: report.parts.filter((part): part is Specimen & typeof part => part.kind === 'link'),
        gaps: [],
      };
    },
    async acknowledge(report: Report, again) {
      once(`acknowledge ${report.reporter.user}`, again);
      trip('acknowledge');
      return { channel: report.place.channel, ts: report.id };
    },
    async answer(report: CaseReport, file) {
      trip('answer');
      said.push(`answer ${report.reporter.user} ${state(file)} of ${file.case.reports.length}`);
    },
    async escalate(file, again) {
      once(`escalate ${state(file)}${file.case.reports.some((report) => report.clicked) ? ' urgent' : ''}`, again);
      trip('escalate');
      return { channel: 'CSEC', ts: `card-${file.case.id}` };
    },
    async refresh(file) {
      trip('refresh');
      said.push(`refresh ${state(file)} of ${file.case.reports.length}`);
    },
    async alert(report, _file, again) {
      once(`alert ${report.reporter.user}`, again);
      trip('alert');
    },
    async warn(report, file, again) {
      once(`warn ${report.reporter.user} ${state(file)}`, again);
      trip('warn');
    },
    async tell(report, file, again) {
      once(`tell ${report.reporter.user} ${state(file)}`, again);
      trip('tell');
    },
    async looked(look, file, { lines, left }, again) {
      const said = lines.map(({ url, to, note }) => `${url} ${to ?? note}`);
      once(
        `looked ${look}-${file.case.looks?.[look]?.seq}: ${[...said, ...left.map(({ why }) => why)].join(', ')}`,
        again,
      );
      trip('looked');
    },
  };
}

/** High for links on a listed site, and for any link that holds `evil`. */
const evilLink = defineCheck({
  id: 'evil-link',
  on: 'link',
  group: 'link',
  points: 5,
  decisive: true,
  explain: 'The link {url} is evil.',
  run: ({ url }) => (url.includes('evil') ? { url } : undefined),
});
const onOwnList = defineCheck({
  id: 'on-own-list',
  on: 'sighting',
  group: 'indicator',
  points: 10,
  decisive: true,
  explain: 'Security has confirmed {value}.',
  run: ({ observable, indicators }) => (indicators.length > 0 ? { value: observable.value } : undefined),
});

export interface TestHouse extends House {
  desk: TestDesk;
  /** Runs jobs until none is due. Jobs that fail go back to the queue, due at once. */
  work(): Promise<void>;
}

/** The real case work on real SQLite, with a desk and a parser of the test's own. */
export async function testHouse(desk: TestDesk = testDesk(), stores?: Stores): Promise<TestHouse> {
  const opened = stores ?? (await openStores('sqlite::memory:'));
  const read = async (specimens: Specimen[]): Promise<Evidence> => {
    const links = specimens
      .filter((specimen) => specimen.kind === 'link')
      .map(({ url }) => link(url, { message: undefined }));
    return evidence({ links, observables: links.map(({ url }) => ({ kind: 'url', value: url })) });
  };
  const gather = async (observables: Evidence['observables']): Promise<{ sightings: Sighting[]; gaps: [] }> => {
    const found = await opened.indicators.find('T1', observables);
    return {
      sightings: observables.map((observable) => ({
        observable,
        indicators: found.get(observable) ?? [],
        opinions: [],
      })),
      gaps: [],
    };
  };
  const quiet = (): void => {};
  const house: TestHouse = {
    stores: opened,
    desk,
    assessor: { read, gather, checks: [evilLink, onOwnList], knowledge: knowledge(), scoring: loadScoring() },
    turns: openTurns(4),
    log: { info: quiet, warn: quiet, error: quiet },
    wake: quiet,
    async work() {
      for (let rounds = 0; rounds < 50; rounds += 1) {
        const jobs = await opened.jobs.claim(100, 60_000);
        if (jobs.length === 0) return;
        for (const job of jobs) {
          try {
            await WORK[job.kind](house, job);
            await opened.jobs.done(job);
          } catch (error) {
            await opened.jobs.fail(job, String(error), 0, 5);
          }
        }
      }
      throw new Error('the jobs never end');
    },
  };
  return house;
}

let arrivals = 0;

/** A link posted in a report channel. */
export function linkArrival(
  url: string,
  user = 'U1',
  parts: Partial<Arrival> = {},
): { arrival: Arrival; keys: string[] } {
  arrivals += 1;
  return {
    arrival: {
      reporter: { team: 'T1', user },
      route: 'channel',
      place: { channel: 'C1', thread: `${arrivals}.0` },
      parts: [{ kind: 'link', url }],
      ...parts,
    },
    keys: [`event-${arrivals}`],
  };
}
