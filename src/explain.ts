import type { Finding, Gap, Knower } from './model.ts';

/** A piece of a sentence: our words, or a value out of the report, which each shell must make inert. */
type Piece = { text: string } | { value: string };
export type Phrase = Piece[];

/** Sentence templates by check id: the checks' own English, or a translation. */
export type Sentences = ReadonlyMap<string, string>;

/** A finding in plain words. A finding of a check that no longer exists is named by its id. */
export function explainFinding(finding: Finding, sentences: Sentences): Phrase {
  return fill(sentences.get(finding.check) ?? finding.check, finding.data);
}

/**
 * The findings to say first: the strongest of each group, then the second of each, so that five reasons tell five things
 * and not one thing five times. `findings` stand strongest first, as in a verdict.
 */
export function mostTelling(findings: readonly Finding[], most: number): Finding[] {
  const rounds: Finding[][] = [];
  const counts = new Map<Finding['group'], number>();
  for (const finding of findings) {
    const round = counts.get(finding.group) ?? 0;
    counts.set(finding.group, round + 1);
    rounds[round] = [...(rounds[round] ?? []), finding];
  }
  return rounds.flat().slice(0, most);
}

/** Splits a template at its slots and keeps the values apart. */
export function fill(template: string, data: Record<string, string>): Phrase {
  const phrase: Phrase = [];
  for (const [index, piece] of template.split(/\{(\w+)\}/).entries()) {
    if (index % 2 === 1) phrase.push({ value: Object.hasOwn(data, piece) ? (data[piece] ?? '') : '' });
    else if (piece !== '') phrase.push({ text: piece });
  }
  return phrase;
}

const MOST_KNOWERS = 6;

/**
 * Who knows it: "Known to 2 sources: the list openphish, VirusTotal." Nothing when there was nobody to ask. To a reporter,
 * that nobody knows it is said so that it does not sound like a promise; a reviewer knows that.
 */
export function explainKnown(
  knowers: Knower[] = [],
  asked: string[] = [],
  reader: 'reporter' | 'reviewer' = 'reporter',
): Phrase | undefined {
  const count = knowers.length;
  if (count === 0) {
    if (asked.length === 0) return undefined;
    const who =
      asked.length === 1
        ? 'The one list or service that I asked does not know it.'
        : `None of the ${asked.length} lists and services that I asked knows it.`;
    return fill(reader === 'reporter' ? `${who} New frauds are known to nobody at first.` : who, {});
  }
  const shown = knowers.slice(0, MOST_KNOWERS).map(({ kind, name, doubts, credit }): Phrase => {
    if (kind === 'own') return [{ text: reader === 'reporter' ? 'your own security team' : 'your own list' }];
    const aside = credit ?? (doubts ? 'has doubts' : '');
    return [
      ...(kind === 'list' ? [{ text: 'the list ' }] : []),
      { value: name },
      ...(aside === '' ? [] : [{ text: ` (${aside})` }]),
    ];
  });
  const more = count - shown.length;
  return [
    { text: `Known to ${count} ${count === 1 ? 'source' : 'sources'}: ` },
    ...shown.flatMap((piece, index) => (index === 0 ? piece : [{ text: ', ' }, ...piece])),
    { text: more > 0 ? ` and ${more} more.` : '.' },
  ];
}

/** Gaps that tell a person nothing to act on when repeated are said once. */
export function explainGaps(gaps: Gap[]): Phrase[] {
  const said = new Map<string, Phrase>();
  for (const gap of gaps) said.set(`${gap.what} ${gap.why} ${gap.name ?? ''}`, explainGap(gap));
  return [...said.values()];
}

/** A gap in plain words: what could not be looked at, why, and what would help. */
export function explainGap(gap: Gap): Phrase {
  if (gap.what === 'authentication' && gap.why !== 'missing') {
    return fill('I could not finish checking whether the sender’s address is forged.', {});
  }
  if (gap.what === 'authentication') {
    return fill(
      'Slack does not pass on the technical headers of a mail, so I could not check whether the sender’s address is forged. The original as an .eml file would show it.',
      {},
    );
  }
  if (gap.what === 'attachment' && gap.why === 'too-many' && !gap.name) {
    return fill('There are more attachments than I was given to look at.', {});
  }
  if (gap.what === 'picture' && gap.why === 'not-configured') {
    return fill(
      'I cannot read the words in the picture {name}, only codes in it. Paste its text and its link as well.',
      {
        name: gap.name ?? '',
      },
    );
  }
  if (gap.what === 'mail' && gap.why === 'encrypted') {
    return fill(
      gap.name
        ? 'The mail is encrypted (“{name}”), so I could not look inside. Whoever can open it may paste its text and its links.'
        : 'The mail is encrypted, so I could not look inside. Whoever can open it may paste its text and its links.',
      { name: gap.name ?? '' },
    );
  }
  if (gap.what === 'list' && gap.why === 'stale' && gap.name) {
    return fill('I looked it up in the list {name}, but that list is out of date.', {
      name: gap.name,
    });
  }
  if (gap.what === 'list') {
    return gap.name
      ? fill('I could not look it up in {name} this time.', { name: gap.name })
      : fill('A list was not available.', {});
  }
  if (gap.what === 'link' && gap.name && !gap.blinding && gap.why !== 'unsupported') {
    return fill('I could not find out where the link to {name} leads.', { name: gap.name });
  }
  if (gap.what === 'link' && gap.why === 'unsupported' && gap.name) {
    return fill('A link is wrapped by {name}, and only {name} can tell its whole address.', { name: gap.name });
  }
  // In quotes, so that our word never runs into theirs: "The file" before ":…" would read as the scheme `file:`.
  return [
    ...fill(gap.name ? `${SUBJECT[gap.what]} “{name}” ` : `${SUBJECT[gap.what]} `, { name: gap.name ?? '' }),
    { text: REASON[gap.why] },
  ];
}

const SUBJECT: Record<Gap['what'], string> = {
  mail: 'The mail',
  file: 'The file',
  attachment: 'The attachment',
  picture: 'The picture',
  link: 'The link',
  authentication: 'The sender',
  list: 'The list',
  report: 'Part of the report',
};

const REASON: Record<Gap['why'], string> = {
  timeout: 'took too long to read, so I stopped.',
  error: 'could not be read.',
  encrypted: 'is locked with a password, so I could not look inside.',
  'too-large': 'is too large for me to read.',
  'too-many': 'holds more parts than I read.',
  unreadable: 'is damaged or not what its name says, so I could not read it.',
  unsupported: 'is of a kind that I cannot look into.',
  'no-access': 'could not be fetched from Slack.',
  'not-configured': 'was not checked, because that is not set up.',
  stale: 'is out of date.',
  missing: 'was not passed on to me.',
};

/** A phrase as one string, for logs of tests and plain shells; `show` makes a value inert. */
export function textOf(phrase: Phrase, show: (value: string) => string): string {
  return phrase.map((piece) => ('text' in piece ? piece.text : show(piece.value))).join('');
}
