import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A picture that is a program: SVG may hold scripts and whole web pages. Drawings with plain links pass. */
export const svgWithScript = defineCheck({
  id: 'svg-with-script',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The picture {name} holds commands that run when it is opened. Real pictures hold none.',
  run({ name, extension, type, traits, content }) {
    if (type !== 'svg' && extension !== 'svg') return;
    return traits.includes('html-script') || ACTIVE.test(content) ? { name: fileName(name) } : undefined;
  },
});

const ACTIVE = /<script\b|<foreignobject\b|\son(?:load|click|error|mouseover)\s{0,3}=|javascript:/i;
