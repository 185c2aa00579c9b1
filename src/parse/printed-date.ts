import { dateOf } from './headers.ts';

/** Beginnings of the months' names that tell them apart, by number, in the languages of common clients. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|jän|gen|ene|янв|січ|sty|led|oca|tammi|ιαν)/u,
  /^(?:feb|fév|fev|févr|февр?|лют|lut|únor|şub|helmi|φεβ)/u,
  /^(?:mar|mär|mrt|maa|мар|бер|břez|márc|μαρ)/u,
  /^(?:apr|abr|avr|апр|квіт|kwi|dub|nis|ápr|huhti|απρ)/u,
  /^(?:may|mai|maj|mei|mag|мая|май|трав|kvě|máj|touko|μα[ιΐ])/u,
  /^(?:jun|juin|giu|июн|черв|cze|červn|haz|jún|kesä|ιουν)/u,
  /^(?:jul|juil|lug|июл|лип|lip|červenc|tem|júl|heinä|ιουλ)/u,
  /^(?:aug|ago|aoû|aou|авг|серп|sie|srp|ağu|elo|αυγ)/u,
  /^(?:sep|set|сен|вер|wrz|zář|eyl|syys|szept|σεπ)/u,
  /^(?:o[ck]t|out|ott|окт|жовт|paź|říj|eki|loka|οκτ)/u,
  /^(?:nov|ноя|лист|lis|kas|marras|νοε)/u,
  /^(?:de[cz]|dic|déc|дек|груд|gru|pros|ara|joulu|δεκ)/u,
];

/**
 * ISO 8601 of a date as a client prints it for people. A day and a month in numbers alone may stand in either order: that
 * is not guessed. A time without zone counts as UTC.
 */
export function printedDate(value: string): string | undefined {
  const text = value
    .trim()
    .slice(0, 120)
    .replace(/\((?:gmt|utc)([+-]\d\d):?(\d\d)\)/i, '$1$2');
  const exact = dateOf(text.replace(/^[\p{L}]{2,12}\.?,?\s/u, ''));
  if (exact) return exact;
  const numbers = /\b(\d{4})\s?[-年./년]\s?(\d{1,2})\s?[-月./월]\s?(\d{1,2})/u.exec(text);
  if (numbers) return iso(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), text);
  const year = /\b(?:19|20)\d{2}\b/.exec(text)?.[0];
  // The last one: `mar. 10 juin` begins with a Tuesday.
  const words = text.toLowerCase().match(/[\p{L}]{3,12}/gu) ?? [];
  const month = words.map((word) => MONTHS.findIndex((names) => names.test(word)) + 1).findLast((number) => number > 0);
  const day = /(?<![\d:.])(\d{1,2})(?:\.|er|st|nd|rd|th)?(?![\d:])/.exec(text)?.[1];
  return year && month && day ? iso(Number(year), month, Number(day), text) : undefined;
}

function iso(year: number, month: number, day: number, text: string): string | undefined {
  const [, hours, minutes, seconds, half] =
    /(?<!\d)(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?!\d)\s?([ap]\.?m\b)?/i.exec(
      text.replace(/\d{1,2}\.\d{1,2}\.\d{4}/, ''),
    ) ?? [];
  const late = /^p/i.test(half ?? '') || /下午|晚上|午後|오후/.test(text);
  const hour = (Number(hours ?? 0) % (half || late ? 12 : 24)) + (late ? 12 : 0);
  const [, sign, ahead, minutesAhead] = /(?:gmt|utc|\s)([+-])(\d{1,2}):?(\d{2})?(?!\d)/i.exec(text) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(ahead ?? 0) * 60 + Number(minutesAhead ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, Number(minutes ?? 0) - offset, Number(seconds ?? 0));
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= 31 && !Number.isNaN(time);
  return valid ? new Date(time).toISOString() : undefined;
}
