import { defineCheck } from '../check.ts';
import { hostsAnyone } from '../hosts.ts';
import { lures, webLinks } from './demand.ts';

/**
 * The password for a file that is to be fetched from elsewhere: no scanner on the way can look inside. A password for a
 * meeting or a gallery passes, since nothing is fetched there.
 */
export const passwordForDownload = defineCheck({
  id: 'password-for-download',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It gives the password (“{phrase}”) for a locked file at {host}. Locked files keep virus scanners out.',
  run(message, context) {
    const [hit] = lures(message, context, 'file-password');
    if (!hit) return;
    const speaksOfDownload = DOWNLOAD.test(message.text);
    const link = webLinks(message, context).find(
      ({ parts }) => ARCHIVE.test(parts.path) || (speaksOfDownload && hostsAnyone(parts.host, context)),
    );
    return link && { phrase: hit.phrase, host: link.parts.host };
  },
});

const ARCHIVE = /\.(?:zip|rar|7z|iso|img|gz|exe|msi)$/i;
const DOWNLOAD = /download|archive|\bzip\b|下载|解压|压缩包|下載|解壓/i;
