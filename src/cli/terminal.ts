import { stripVTControlCharacters, styleText } from 'node:util';
import { defang } from '../defang.ts';
import type { Risk } from '../model.ts';

/**
 * The command line's one door for attacker text. A terminal obeys escape sequences (move the cursor, overwrite the verdict
 * above, set the title, write the clipboard), and shows text in the order that direction characters command: none of them
 * gets out. Web addresses are defanged, since terminals make them clickable.
 */
export function inertText(value: string, limit = 160): string {
  return defang(oneLine(value, limit));
}

/** One line of visible characters, not defanged: for paths that the person gave us and wants to find again. */
export function oneLine(value: string, limit = 400): string {
  const line = stripVTControlCharacters(value.slice(0, limit * 8))
    .toWellFormed()
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cc}|\p{Cf}|\p{Co}|\p{Cn}|\p{Variation_Selector}|[\u034f\u115f\u1160\u3164\uffa0]/gu, '')
    // Towers of accents spill over the lines above.
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  const letters = [...line];
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : line;
}

/** JSON in which every character that a terminal could obey is escaped; `JSON.stringify` leaves some as they are. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export const RISK_WORDS: Record<Risk, string> = {
  high: 'High risk',
  suspicious: 'Suspicious',
  'no-signs': 'No known signs found',
  unchecked: 'Could not check',
};

const RISK_STYLES: Record<Risk, Parameters<typeof styleText>[0]> = {
  high: ['bold', 'red'],
  suspicious: ['bold', 'yellow'],
  'no-signs': ['bold', 'green'],
  unchecked: ['bold', 'magenta'],
};

/** The risk in its colour, where standard output is a terminal that wants colours. */
export function riskText(risk: Risk): string {
  return styleText(RISK_STYLES[risk], RISK_WORDS[risk]);
}

export function faint(text: string): string {
  return styleText('dim', text);
}

export function strong(text: string): string {
  return styleText('bold', text);
}
