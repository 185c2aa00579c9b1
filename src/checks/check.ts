import type { Attachment, Evidence, Group, Knowledge, Link, Message, Sighting, Theme } from '../model.ts';

/** The names in a sentence's braces, as a type: `'from {a} to {b}'` → `{ a: string; b: string }`. */
type Slots<Sentence extends string> = { [Name in SlotNames<Sentence>]: string };
type SlotNames<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotNames<Rest>
  : never;

/** The units that a check may run on. */
export interface Units {
  message: Message;
  link: Link;
  attachment: Attachment;
  sighting: Sighting;
}
export type Unit = keyof Units;

/** A phrase of `data/lures` found in a text. */
export interface LureHit {
  theme: Theme;
  language: string;
  /** As the list has it. */
  phrase: string;
  /** Where it stands in the folded text, in UTF-16 units: tells which phrases stand together. */
  start: number;
  end: number;
}

/** What a check may look at beside its own unit. */
export interface CheckContext extends Knowledge {
  evidence: Evidence;
  /** The message that a link or an attachment lies in, where there is one. */
  messageOf(unit: { message?: string }): Message | undefined;
  linksOf(message: Message): Link[];
  attachmentsOf(message: Message): Attachment[];
  /** Lure phrases in the visible text and subject of a message; computed once a message. */
  luresOf(message: Message): LureHit[];
}

export interface CheckDefinition<On extends Unit, Sentence extends string> {
  /** Kebab-case, states the lie: `link-text-mismatch`. The file has the same name. */
  id: string;
  on: On;
  group: Group;
  /** What one finding weighs before fitting: 1 a hint, 2 odd, 3 bad, 5 hardly ever honest. `data/scoring.json` may say otherwise. */
  points: number;
  /** True when one finding alone makes the verdict high. Only for what no honest mail does. */
  decisive?: boolean;
  /** One sentence for a lay reader, values in braces. States what was seen; blames nobody. */
  explain: Sentence;
  /** Returns the values that the sentence names, or nothing. Pure and total: must not throw on any evidence. */
  run(unit: Units[On], context: CheckContext): Slots<Sentence> | undefined;
  /** How much of its points a finding weighs, 0 to 1, for a check that measures a likeness. Without it always all of them. */
  strength?(unit: Units[On], context: CheckContext): number;
}

/** A check whose unit and sentence types are forgotten: what the runner and the lists hold. */
export interface Check {
  id: string;
  on: Unit;
  group: Group;
  points: number;
  decisive: boolean;
  explain: string;
  run(unit: Units[Unit], context: CheckContext): Record<string, string> | undefined;
  strength?(unit: Units[Unit], context: CheckContext): number;
}

/** Defines one check. The compiler demands of `run` exactly the values that `explain` names. */
export function defineCheck<const On extends Unit, const Sentence extends string>(
  definition: CheckDefinition<On, Sentence>,
): Check {
  return { decisive: false, ...definition } as Check;
}
