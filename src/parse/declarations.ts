/** CSS declarations by property, lower case. */
export type Declared = Map<string, { value: string; important: boolean }>;

/** A shorthand that comes later wipes out what it stands for. */
const WIPES: Record<string, string[]> = {
  background: ['background-color', 'background-image'],
  font: ['font-size', 'line-height'],
  overflow: ['overflow-x', 'overflow-y'],
};

export function declarations(style: string): Declared {
  const found: Declared = new Map();
  if (style === '') return found;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const written = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const value = written.replace(/\s*!\s*important$/, '');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const important = value !== written;
    if (found.get(property)?.important && !important) continue;
    found.set(property, { value, important });
    for (const part of WIPES[property] ?? []) if (!found.get(part)?.important) found.delete(part);
  }
  return found;
}

/** Declarations of the element itself over those of the sheet, unless these are important. */
export function over(sheet: Declared | undefined, own: Declared): Declared {
  if (!sheet) return own;
  const both: Declared = new Map(sheet);
  for (const [property, value] of own) {
    if (both.get(property)?.important && !value.important) continue;
    both.set(property, value);
    for (const part of WIPES[property] ?? []) if (!own.has(part) && !both.get(part)?.important) both.delete(part);
  }
  return both;
}
