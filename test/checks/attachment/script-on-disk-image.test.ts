import { describe, expect, it } from 'vitest';
import { scriptOnDiskImage } from '../../../src/checks/attachment/script-on-disk-image.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

const holding = (...names: string[]) => names.map((name) => ({ name, size: 100, encrypted: false }));
const check = (type: string, ...names: string[]) =>
  runCheck(scriptOnDiskImage, { attachments: [attachment('order.bin', { type, entries: holding(...names) })] });

describe('script-on-disk-image', () => {
  it('catches a shortcut beside what it starts', () => {
    expect(check('iso', 'order.lnk', 'data/a.dll')).toEqual({ name: 'order.bin', script: 'order.lnk' });
  });

  it('catches it where the disk lies in an archive', () => {
    expect(check('zip', 'order.img', 'order.img/run.js')).toEqual({ name: 'order.bin', script: 'run.js' });
  });

  it('lets an installation disk pass', () => {
    const files = Array.from({ length: 40 }, (_, index) => `drivers/${index}.cab`);
    expect(check('iso', 'autorun.cmd', ...files)).toBeUndefined();
  });

  it('lets a disk of recordings, and an archive of scripts pass', () => {
    expect(check('iso', 'scan1.dcm', 'scan2.dcm')).toBeUndefined();
    expect(check('zip', 'run.js')).toBeUndefined();
  });
});
