import { type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser';

/**
 * Bodies whose charset is wrong or not named come out full of replacement characters. They are read again as the
 * encodings that such mails really use; the reading without holes wins. GB18030 takes nearly every pair of bytes, so it
 * counts only where Han characters come out; what is left over is Western.
 */
export async function decodeBodies(
  parsed: ParsedMail,
  mail: Buffer,
  options: SimpleParserOptions,
): Promise<{ text?: string; html?: string }> {
  const first = { text: parsed.text, html: parsed.html || undefined };
  const holes = countHoles(first);
  if (holes < 4 || mail.length > 2_000_000) return first;
  const source = mail.toString('latin1');
  for (const charset of ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252']) {
    try {
      const again = await simpleParser(Buffer.from(declare(source, charset), 'latin1'), options);
      const bodies = { text: again.text, html: again.html || undefined };
      if ((countHoles(bodies) + countMended(bodies)) * 20 < holes && (charset === 'windows-1252' || isAsian(bodies)))
        return bodies;
    } catch {
      return first;
    }
  }
  return first;
}

function countHoles({ text = '', html = '' }: { text?: string; html?: string }): number {
  return `${text}${html}`.split('\ufffd', 10_000).length - 1;
}

/**
 * A forwarded mail may hold replacement characters of its own, properly encoded: somebody before us misread it. Those are
 * no sign of a wrong charset, and read as another one they come out as these well-known pieces.
 */
function countMended({ text = '', html = '' }: { text?: string; html?: string }): number {
  return `${text}${html}`.split(/锟|ï¿½|嚙|ｿｽ|占쏙/, 10_000).length - 1;
}

function isAsian({ text = '', html = '' }: { text?: string; html?: string }): boolean {
  const letters = `${text}${html}`.slice(0, 100_000).match(/[^\x00-\x7f]/gu) ?? [];
  const asian = letters.filter((letter) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(letter),
  );
  return asian.length > 0 && asian.length >= letters.length * 0.8;
}

/** The same mail with another charset on every text part; a mail without content type gets one. */
function declare(source: string, charset: string): string {
  const end = source.search(/\r?\n\r?\n/);
  const head = end < 0 ? source : source.slice(0, end);
  if (!/^content-type:/im.test(head)) return `Content-Type: text/plain; charset=${charset}\r\n${source}`;
  return source.replace(
    /^(content-type:[ \t]{0,9}text\/(?:plain|html))((?:[^\r\n]{0,998}\r?\n[ \t]){0,9}[^\r\n]{0,998})/gim,
    (_, type: string, rest: string) =>
      `${type}; charset=${charset}${rest.replace(/;?\s{0,20}charset\s{0,9}=\s{0,9}(?:"[^"]{0,60}"|[^;\s]{0,60})/i, '')}`,
  );
}
