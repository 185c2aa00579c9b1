import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * The bytes are of another kind than the name says. Programs mix up pictures with one another, save tables of figures or
 * web pages as `.xls` and letters as `.doc` whatever they hold; none of that hides anything, so it passes. An encrypted
 * Word file is an old container inside, and passes too. Unknown bytes, plain text and signatures run
 * nothing under any name.
 */
export const typeDiffersFromName = defineCheck({
  id: 'type-differs-from-name',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The attachment {name} is not the kind of file that its name says: its real type is {type}.',
  run({ name, extension, type }) {
    if (type === extension || HARMLESS.test(type)) return;
    const family = FAMILIES.find(({ names }) => names.includes(extension));
    if (!family || family.holds.includes(type) || family.names.includes(type)) return;
    return { name: fileName(name), type };
  },
});

const split = (words: string): string[] => words.split(' ');
const PICTURES = 'png jpg jpeg jpe jfif gif webp bmp tif tiff heic heif avif ico jxl jp2 psd';
const FAMILIES = [
  { names: split(PICTURES), holds: [] },
  { names: ['pdf'], holds: split('p7m ps ai eps') },
  { names: split('doc dot wps rtf'), holds: split('ole docx docm zip html xml mht txt odt') },
  { names: split('xls xlt csv'), holds: split('ole xlsx xlsm zip html xml mht txt tsv ods') },
  { names: split('ppt pps pot'), holds: split('ole pptx pptm ppsx zip') },
  { names: split('docx xlsx pptx dotx xltx ppsx potx docm xlsm pptm xlsb dotm'), holds: split('zip ole') },
  { names: split('odt ods odp'), holds: ['zip'] },
  {
    names: split('zip rar 7z gz tgz tar bz2 xz cab arj lzh ace z'),
    holds: split('zip rar 7z gz tar bz2 xz cab arj lzh ace zst'),
  },
  {
    names: split('mp3 mp4 wav m4a ogg avi mov aac amr wma wmv mkv'),
    holds: split('oga ogv ogx opus asf qt 3gp m4v mpg aif flac'),
  },
];

const HARMLESS = /^(?:txt|p7m|p7s|)$/;
