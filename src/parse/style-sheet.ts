import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Declared, declarations } from './declarations.ts';

/**
 * `<style>` rules, as far as they tell what a reader sees. Followed: lists of selectors by tag, class and id, compounds
 * of them, descendants and children; `screen` and `all`. Not followed: pseudo-classes, attributes, siblings, and media
 * queries, but for one thing: what they may show again is not taken for hidden. Else an attacker would hide his lure from
 * us by a plain rule and show it to the reader by one that we do not follow.
 */
export interface StyleSheet {
  /** What the rules declare for an element; undefined where none meets it. */
  of(node: Tree.Element, attributes: ReadonlyMap<string, string>): Declared | undefined;
}

const MAX_SOURCE = 300_000;
const MAX_RULES = 3_000;
const MAX_SELECTORS = 40;
const MAX_CLASSES = 40;
const MAX_DEPTH = 3;
const MAX_ANCESTORS = 60;
/** Comparisons of one rule with one element, in a whole text. Beyond, the sheet is not followed any more. */
const MAX_WORK = 500_000;

interface Compound {
  tag?: string;
  id?: string;
  classes: string[];
  /** How it stands to the compound before it. */
  child: boolean;
}

interface Rule {
  /** Outermost first; the last one is the element's own. */
  compounds: Compound[];
  weight: number;
  order: number;
  declared: Declared;
  /** Is not followed, and may show something again. */
  shows: boolean;
}

/** Properties that can hide something, or set the colours that do. */
const TELLING =
  /^(?:display|visibility|opacity|font|font-size|color|background|background-color|background-image|max-height|height|width|max-width|overflow|overflow-y|overflow-x|position|left|top|right|bottom|margin-left|margin-top|text-indent|clip|clip-path|transform|filter|line-height)$/;

export function readStyleSheet(sources: string[]): StyleSheet | undefined {
  const rules: Rule[] = [];
  let room = MAX_SOURCE;
  for (const source of sources) {
    if (room <= 0) break;
    const text = source.slice(0, room).replace(/\/\*.*?(?:\*\/|$)|<!--|-->/gs, ' ');
    room -= source.length;
    readRules(text, rules, false);
  }
  if (rules.length === 0) return undefined;
  const byKey = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = keyOf(rule.compounds.at(-1) as Compound);
    const known = byKey.get(key);
    if (known) known.push(rule);
    else byKey.set(key, [rule]);
  }
  let work = 0;
  // The walk comes from above, so that the elements around one are known.
  const seen: Known = new Map();
  return {
    of(node, attributes) {
      const names = namesOf(attributes);
      if (names !== NAMELESS) seen.set(node, names);
      const found: Rule[] = [];
      const look = (key: string): void => {
        const known = byKey.get(key);
        if (!known || work > MAX_WORK) return;
        work += known.length;
        for (const rule of known) if (meets(rule, node, names, seen)) found.push(rule);
      };
      look('*');
      look(node.tagName);
      if (names.id) look(`#${names.id}`);
      for (const name of names.classes) look(`.${name}`);
      return found.length > 0 ? merged(found) : undefined;
    },
  };
}

/** The rules in the order of their weight. What another medium shows, none of them hides. */
function merged(rules: Rule[]): Declared {
  const own = rules
    .filter(({ shows }) => !shows)
    .sort((one, other) => one.weight - other.weight || one.order - other.order);
  const declared: Declared = new Map();
  for (const { declared: more } of own) {
    for (const [property, value] of more) {
      if (declared.get(property)?.important && !value.important) continue;
      declared.delete(property);
      declared.set(property, value);
    }
  }
  for (const { shows, declared: shown } of rules) {
    if (!shows) continue;
    for (const [property, { value, important }] of shown) {
      const colour = UNKNOWN[property];
      if (colour) declared.set(property, { value: colour, important });
      else if (important) declared.set(property, { value, important });
      else declared.delete(property);
    }
  }
  return declared;
}

/** Colours that may hold or not: neither is taken for the other's equal. */
const UNKNOWN: Record<string, string> = { color: 'unknown', background: 'url()', 'background-color': 'unknown' };

interface Names {
  id?: string;
  classes: string[];
}

type Known = Map<Tree.ParentNode, Names>;
const NAMELESS: Names = { classes: [] };

function namesOf(attributes: ReadonlyMap<string, string>): Names {
  const classes = attributes.get('class');
  const id = attributes.get('id');
  if (!classes && !id) return NAMELESS;
  return {
    ...(id ? { id } : {}),
    classes: classes
      ? classes
          .split(/\s+/, MAX_CLASSES + 1)
          .filter((name) => name !== '')
          .slice(0, MAX_CLASSES)
      : [],
  };
}

function keyOf({ id, classes, tag }: Compound): string {
  if (id) return `#${id}`;
  return classes[0] ? `.${classes[0]}` : (tag ?? '*');
}

function fits({ tag, id, classes }: Compound, name: string, names: Names): boolean {
  if (tag && tag !== name) return false;
  if (id && id !== names.id) return false;
  return classes.every((known) => names.classes.includes(known));
}

function meets({ compounds }: Rule, node: Tree.Element, names: Names, known: Known): boolean {
  const last = compounds.length - 1;
  if (!fits(compounds[last] as Compound, node.tagName, names)) return false;
  let at = last - 1;
  let child = (compounds[last] as Compound).child;
  let above: Tree.ParentNode | null = node.parentNode;
  // Without going back: an outer chain that would fit as well is missed only in sheets made to be odd.
  for (let steps = 0; at >= 0 && above && steps < MAX_ANCESTORS; steps += 1) {
    if (!('tagName' in above)) return false;
    const wanted = compounds[at] as Compound;
    if (fits(wanted, above.tagName, known.get(above) ?? NAMELESS)) {
      child = wanted.child;
      at -= 1;
    } else if (child) {
      return false;
    }
    above = above.parentNode;
  }
  return at < 0;
}

function readRules(text: string, rules: Rule[], inQuery: boolean, depth = 0): void {
  let at = 0;
  while (at < text.length && rules.length < MAX_RULES) {
    const open = text.indexOf('{', at);
    if (open < 0) return;
    const prelude = text.slice(at, open).split(/[;}]/).at(-1)?.trim() ?? '';
    if (prelude.startsWith('@')) {
      const end = closing(text, open);
      const media = /^@media\b(.{0,400})$/is.exec(prelude)?.[1];
      if (media !== undefined && depth < MAX_DEPTH) {
        readRules(text.slice(open + 1, end), rules, inQuery || !isPlain(media), depth + 1);
      }
      at = end + 1;
      continue;
    }
    const close = text.indexOf('}', open);
    const end = close < 0 ? text.length : close;
    addRule(prelude, text.slice(open + 1, end), rules, inQuery);
    at = end + 1;
  }
}

/** A medium that every reader has before him. */
export function isPlain(media: string): boolean {
  return media.split(',').some((query) => /^\s*(?:(?:only\s+)?(?:screen|all))?\s*$/i.test(query));
}

function closing(text: string, open: number): number {
  let depth = 0;
  const brace = /[{}]/g;
  brace.lastIndex = open;
  for (let match = brace.exec(text); match; match = brace.exec(text)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) return match.index;
  }
  return text.length;
}

function addRule(prelude: string, body: string, rules: Rule[], inQuery: boolean): void {
  if (prelude.length > 4_000) return;
  const declared = declarations(body.slice(0, 4_000));
  for (const property of [...declared.keys()]) if (!TELLING.test(property)) declared.delete(property);
  if (declared.size === 0) return;
  const hides = declared.get('display')?.value === 'none' || declared.get('visibility')?.value === 'hidden';
  for (const selector of prelude.split(',', MAX_SELECTORS)) {
    if (rules.length >= MAX_RULES) return;
    const exact = readSelector(selector);
    const shows = inQuery || !exact;
    if (shows && hides) continue;
    const compounds = exact ?? [loosely(selector)];
    const weight = compounds.reduce(
      (sum, { id, classes, tag }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0),
      0,
    );
    rules.push({ compounds, weight, order: rules.length, declared, shows });
  }
}

/** The last part of a selector that is not followed, without what narrows it: it meets more, never less. */
function loosely(selector: string): Compound {
  const last = selector
    .slice(-400)
    .replace(/\[[^\]]{0,200}\]/g, '')
    .replace(/::?[\w-]{1,40}(?:\([^)]{0,200}\))?/g, '')
    .trim()
    .split(/[\s>+~]+/)
    .at(-1);
  return (last ? readSelector(last)?.at(-1) : undefined) ?? { classes: [], child: false };
}

const SIMPLE = /^(?:\*|[a-z][\w-]{0,60})?(?:[.#][\w-]{1,120}){0,6}$/i;

function readSelector(selector: string): Compound[] | undefined {
  const words = selector
    .trim()
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+/, 8);
  if (words.length > 6 || words[0] === '') return undefined;
  const compounds: Compound[] = [];
  for (const word of words) {
    const child = word.startsWith('>');
    const plain = child ? word.slice(1) : word;
    if (!plain || !SIMPLE.test(plain)) return undefined;
    const tag = /^[a-z][\w-]*/i.exec(plain)?.[0].toLowerCase();
    const id = /#([\w-]+)/.exec(plain)?.[1];
    const classes = [...plain.matchAll(/\.([\w-]+)/g)].map((match) => match[1] as string);
    compounds.push({ ...(tag ? { tag } : {}), ...(id ? { id } : {}), classes, child });
  }
  return compounds;
}
