import { describe, expect, it } from 'vitest';
import { passwordForDownload } from '../../../src/checks/content/password-for-download.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ 'file-password': ['password:'] }, { 'file-password': ['解压密码'] });

describe('password-for-download', () => {
  it('catches the password for an archive behind a link', () => {
    const mail = message({ text: 'Documents here. Password: 7788' });
    expect(
      runCheck(passwordForDownload, { messages: [mail], links: [link('https://a.example/docs.zip')] }, known),
    ).toEqual({
      phrase: 'password:',
      host: 'a.example',
    });
  });

  it('catches it on a file host, in Chinese', () => {
    const mail = message({ text: '文件下载,解压密码 7788' });
    expect(
      runCheck(passwordForDownload, { messages: [mail], links: [link('https://www.mediafire.com/f/1')] }, known),
    ).toEqual({
      phrase: '解压密码',
      host: 'www.mediafire.com',
    });
  });

  it('lets the password of a meeting pass', () => {
    const mail = message({ text: 'Join the video call. Password: 7788' });
    expect(
      runCheck(passwordForDownload, { messages: [mail], links: [link('https://meet.example/j/1')] }, known),
    ).toBeUndefined();
  });

  it('lets the password of a gallery pass: nothing is fetched', () => {
    const mail = message({ text: 'Pictures of the party. Password: 7788' });
    expect(
      runCheck(passwordForDownload, { messages: [mail], links: [link('https://party.pages.dev/')] }, known),
    ).toBeUndefined();
  });

  it('lets a download without a password pass', () => {
    const mail = message({ text: 'Download the slides.' });
    expect(
      runCheck(passwordForDownload, { messages: [mail], links: [link('https://www.mediafire.com/f/1')] }, known),
    ).toBeUndefined();
  });
});
