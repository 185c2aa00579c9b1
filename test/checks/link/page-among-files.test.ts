import { describe, expect, it } from 'vitest';
import { pageAmongFiles } from '../../../src/checks/link/page-among-files.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('page-among-files', () => {
  it.each([
    ['a page among the uploads', 'https://bakery.test/wp-content/uploads/2020/05/mail.html'],
    ['a page deep among the pictures', 'https://bakery.test/images/a/b/login.php'],
  ])('catches %s', (_, url) => {
    expect(runCheck(pageAmongFiles, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    // That is where a site keeps them.
    ['a document among the uploads', 'https://bakery.test/wp-content/uploads/2020/menu.pdf'],
    ['a gallery', 'https://bakery.test/images/gallery.html'],
    ['a page about style sheets', 'https://school.test/css-course.html'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(pageAmongFiles, { links: [link(url)] })).toBeUndefined();
  });
});
