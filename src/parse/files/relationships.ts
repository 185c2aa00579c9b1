import { namesComponent, startsPrograms } from './commands.ts';
import type { Look } from './file-content.ts';
import { walkXml } from './xml.ts';

/** A target that makes the program fetch something from elsewhere: web, file share, or a protocol wrapped around one. */
const REMOTE = /^(https?:|ftp:|mhtml:|html:|x-usc:|script(?:let)?:|\\\\|\/\/|file:\/\/(?!\/))/i;

/**
 * What a document part points at outside of its package (ECMA-376 part 2, §9.3). A template that lies on this disk
 * (`file:///C:\…\Normal.dotm`) is how every second honest document looks and is let pass.
 */
export function readRelationships(xml: string, look: Look): void {
  walkXml(xml, {
    tag({ name, attributes }) {
      if (name !== 'relationship') return;
      const target = (attributes.get('target') ?? '').trim();
      const outside = (attributes.get('targetmode') ?? '').toLowerCase() === 'external';
      const type = (attributes.get('type') ?? '').split('/').at(-1)?.toLowerCase() ?? '';
      if (!outside) return;
      if (namesComponent(target)) look.traits.add('script-component');
      if (type === 'hyperlink') look.links.push({ url: target, source: 'document' });
      // A click, or the mouse over a picture of a slide, may run a program instead of opening a page.
      if (!/^(?:https?|mailto|ftp):/i.test(target) && startsPrograms(plain(target)))
        look.traits.add('command-in-field');
      if (!REMOTE.test(target) || type === 'hyperlink') return;
      if (type === 'attachedtemplate') look.traits.add('remote-template');
      if (LOADED.has(type)) look.traits.add('external-object');
      // What is loaded by itself goes somewhere too; a remote picture (a tracking pixel, a logo) is not worth a link.
      if (type !== 'image') look.links.push({ url: target.replace(/^(mhtml|html):/i, ''), source: 'document' });
    },
  });
}

/** Relationships that are loaded, and may run, when the document opens. */
const LOADED = new Set(['oleobject', 'frame', 'subdocument', 'afchunk', 'control', 'attachedtoolbars']);

function plain(target: string): string {
  return target.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The address that a document puts before every relative link of its own (`HyperlinkBase`, ECMA-376 part 1, 22.2.2.10). */
export function readLinkBase(xml: string, look: Look): void {
  let within = false;
  walkXml(xml, {
    tag: ({ name }) => {
      within = name === 'hyperlinkbase';
    },
    text: (text) => {
      if (within && /^https?:/i.test(text.trim())) look.links.push({ url: text.trim(), source: 'document' });
    },
  });
}
