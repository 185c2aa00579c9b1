import type { types } from '@slack/bolt';
import type { CaseFile } from '../../cases/desk.ts';
import { observableId } from '../../cases/listable.ts';
import { DECISIONS, type Observable } from '../../model.ts';
import { VIEWS } from '../ids.ts';
import { type Inert, type InertPlain, inertPlain, mention, mrkdwn, plain } from '../inert.ts';
import { type Block, checkboxInput, fileInput, modal, type Option, section, selectInput, textInput } from './kit.ts';
import { DECISION, DECISION_HELP } from './wording.ts';

/** Block ids of the modals' inputs. Each input's action id is `VALUE` of the kit. */
export const FIELDS = { text: 'text', link: 'link', files: 'files', why: 'why', kind: 'kind', note: 'note' } as const;
export const LISTED = 'listed_';

/** Ten to a group of checkboxes is Slack's limit; three groups are as much as a person reads. */
const GROUP = 10;
const GROUPS = 3;

/** "Report something": any of the three will do. */
export function reportModal(): types.ModalView {
  return modal({
    id: VIEWS.report,
    title: plain`Report something`,
    submit: plain`Report`,
    blocks: [
      section(mrkdwn`Fill in what you have. Please do not click or open anything to find out more.`),
      textInput({
        id: FIELDS.text,
        label: plain`The message`,
        hint: plain`Paste the text of the message or SMS, with its links.`,
        multiline: true,
        optional: true,
      }),
      textInput({ id: FIELDS.link, label: plain`The link`, optional: true, max: 3_000 }),
      fileInput({
        id: FIELDS.files,
        label: plain`Files`,
        hint: plain`The mail as an .eml file tells most. Screenshots help too.`,
        optional: true,
      }),
      textInput({
        id: FIELDS.why,
        label: plain`What made you suspicious?`,
        multiline: true,
        optional: true,
        max: 1_000,
      }),
    ],
  });
}

/** What the decide modal was opened on: ids of ours only. */
interface DecideMetadata {
  case: string;
  /** `seq` of the decision that the analyst saw, where there was one. */
  revises?: number;
}

/** The decision, with the observables that may go onto the organisation's own list. Nothing is ticked beforehand. */
export function decideModal(file: CaseFile, listable: Observable[]): types.ModalView {
  const { decision } = file.case;
  const options = DECISIONS.map(
    (kind): Option => ({ text: plain`${DECISION[kind]}: ${DECISION_HELP[kind]}`, value: kind }),
  );
  const metadata: DecideMetadata = { case: file.case.id, revises: decision?.seq };
  const listed = new Set(decision?.listed.map(observableId));
  return modal({
    id: VIEWS.decide,
    title: decision ? plain`Change decision` : plain`Decide`,
    submit: plain`Decide`,
    metadata: JSON.stringify(metadata),
    blocks: [
      decision
        ? section(
            mrkdwn`${mention(decision.by)} decided: *${mrkdwnOf(DECISION[decision.kind])}*. Every reporter will hear the change.`,
          )
        : section(mrkdwn`Every reporter will hear this, with thanks.`),
      selectInput({
        id: FIELDS.kind,
        label: plain`What is it?`,
        options,
        initial: options.find(({ value }) => value === decision?.kind),
      }),
      textInput({
        id: FIELDS.note,
        label: plain`Note for the security team`,
        hint: plain`Reporters do not see it.`,
        multiline: true,
        optional: true,
        max: 1_000,
      }),
      ...observableGroups(listable, listed),
    ],
  });
}

/** Our own words are the same in both variants. */
function mrkdwnOf(text: InertPlain): Inert {
  return text as string as Inert;
}

function observableGroups(observables: Observable[], listed: ReadonlySet<string>): (Block | undefined)[] {
  const groups: (Block | undefined)[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const options = observables.slice(group * GROUP, (group + 1) * GROUP).map(
      (observable): Option => ({
        text: inertPlain(observable.value, 75),
        value: observableId(observable),
        description: KIND[observable.kind],
      }),
    );
    if (options.length === 0) break;
    groups.push(
      checkboxInput({
        id: `${LISTED}${group}`,
        label: group === 0 ? plain`Put on our own list` : plain`More for our own list`,
        hint: plain`For phishing, malware and fraud only. The next report of a ticked one is high risk at once.`,
        optional: true,
        options,
        ticked: options.filter(({ value }) => listed.has(value)),
      }),
    );
  }
  const more = observables.length - GROUP * GROUPS;
  if (more > 0) groups.push(section(mrkdwn`${more} more are not shown.`));
  return groups;
}

const KIND: Record<Observable['kind'], InertPlain> = {
  url: plain`this one link`,
  domain: plain`everything on this domain`,
  address: plain`this sender`,
  ip: plain`this IP address`,
  sha256: plain`this very file`,
};

/** A word to the person at the modal. */
export function noticeModal(text: Inert): types.ModalView {
  return modal({ id: 'notice', title: plain`lurecheck`, blocks: [section(text)] });
}
