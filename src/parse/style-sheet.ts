import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Declared, declarations } from './declarations.ts';

/**
 * `<style>` rules, as far as they tell what a reader sees. Followed: lists of selectors by tag, class and id, compounds
 * of them, descendants and children; `screen` and `all`. Not followed: pseudo-classes, attributes, siblings, and media
 * queries, but for one thing: what a query shows again (on a phone) is not taken for hidden.
 */
export interface StyleSheet {
  /** What the rules declare for an element; undefined where none meets it. */
  of(node: Tree.Element, attributes: ReadonlyMap<string, string>): Declared | undefined;
}

const MAX_SOURCE = 300_000;
const MAX_RULES = 3_000;
const MAX_SELECTORS = 40;
const MAX_CLASSES = 40;
const MAX_ANCESTORS = 100;
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
  /** Stands in a media query, and shows something. */
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
  if (!rules.some(({ shows }) => !shows)) return undefined;
  const byKey = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = keyOf(rule.compounds.at(-1) as Compound);
    const known = byKey.get(key);
    if (known) known.push(rule);
    else byKey.set(key, [rule]);
  }
  let work = 0;
  return {
    of(node, attributes) {
      const names = namesOf(attributes);
      const found: Rule[] = [];
      const look = (key: string): void => {
        const known = byKey.get(key);
        if (!known || work > MAX_WORK) return;
        work += known.length;
        for (const rule of known) if (meets(rule, node, names)) found.push(rule);
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
  for (const rule of rules) {
    if (!rule.shows) continue;
    for (const property of rule.declared.keys()) declared.delete(property);
    if (rule.declared.has('font-size') || rule.declared.has('display')) declared.delete('font-size');
  }
  return declared;
}

interface Names {
  id?: string;
  classes: string[];
}

function namesOf(attributes: ReadonlyMap<string, string>): Names {
  const classes = attributes.get('class');
  const id = attributes.get('id');
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

function meets({ compounds }: Rule, node: Tree.Element, names: Names): boolean {
  const last = compounds.length - 1;
  if (!fits(compounds[last] as Compound, node.tagName, names)) return false;
  let at = last - 1;
  let child = (compounds[last] as Compound).child;
  let above: Tree.ParentNode | null = node.parentNode;
  // Without going back: an outer chain that would fit as well is missed only in sheets made to be odd.
  for (let steps = 0; at >= 0 && above && steps < MAX_ANCESTORS; steps += 1) {
    if (!('tagName' in above)) return false;
    const wanted = compounds[at] as Compound;
    if (fits(wanted, above.tagName, ancestorNames(above))) {
      child = wanted.child;
      at -= 1;
    } else if (child) {
      return false;
    }
    above = above.parentNode;
  }
  return at < 0;
}

function ancestorNames(node: Tree.Element): Names {
  return namesOf(new Map(node.attrs.map(({ name, value }) => [name, value])));
}

function readRules(text: string, rules: Rule[], inQuery: boolean): void {
  let at = 0;
  while (at < text.length && rules.length < MAX_RULES) {
    const open = text.indexOf('{', at);
    if (open < 0) return;
    const prelude = text.slice(at, open).split(/[;}]/).at(-1)?.trim() ?? '';
    if (prelude.startsWith('@')) {
      const end = closing(text, open);
      const media = /^@media\b(.{0,400})$/is.exec(prelude)?.[1];
      if (media !== undefined && !inQuery) readRules(text.slice(open + 1, end), rules, !isPlain(media));
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
  const display = declared.get('display')?.value;
  if (inQuery && (display === 'none' || declared.get('visibility')?.value === 'hidden')) return;
  for (const selector of prelude.split(',', MAX_SELECTORS)) {
    const compounds = readSelector(selector);
    if (!compounds || rules.length >= MAX_RULES) continue;
    const weight = compounds.reduce(
      (sum, { id, classes, tag }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0),
      0,
    );
    rules.push({ compounds, weight, order: rules.length, declared, shows: inQuery });
  }
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
