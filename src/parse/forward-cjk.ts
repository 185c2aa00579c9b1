/**
 * Header blocks of inline forwards in Chinese, Japanese and Korean, which `email-forward-parser` does not know: labels
 * as Outlook, QQ Mail, NetEase, Foxmail, Gmail, Apple Mail and Naver print them.
 */
export interface HeaderBlock {
  /** Where it begins, with its line of dashes, and where the quoted body begins. */
  start: number;
  bodyStart: number;
  /** Raw values. */
  from: string;
  to: string;
  cc: string;
  subject: string;
}

type Field = 'from' | 'to' | 'cc' | 'subject' | 'date';

const LABELS: Record<Field, string> = {
  from: '发件人|发信人|寄件者|寄件人|發件人|差出人|送信者|보낸사람|발신자|보낸이',
  to: '收件人|收信人|收件者|宛先|受信者|받는사람|수신자|받는이',
  cc: '抄送|抄送人|副本|參照|CC|Cc|참조',
  subject: '主题|标题|主旨|主題|件名|제목',
  date: '发送时间|发送日期|发件时间|日期|时间|寄件日期|傳送時間|送信日時|日時|日付|送信日|보낸날짜|보낸시간|날짜|일시',
};

const FIELDS = new Map<string, Field>(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.split('|').map((label) => [label, field as Field])),
);

/** Most lines looked at, and lines that one block may take. */
const LINES = 400;
const BLOCK = 16;

export function findCjkBlock(text: string): HeaderBlock | undefined {
  const lines = text.split('\n', LINES);
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  for (let first = 0; first < lines.length; first += 1) {
    if (!fieldOf(lines[first] as string)) continue;
    const block = readBlock(lines, first);
    if (!block) continue;
    let top = first;
    while (top > 0 && first - top < 3 && isRule(lines[top - 1] as string)) top -= 1;
    const { values, end } = block;
    return {
      start: starts[top] as number,
      bodyStart: starts[end] ?? text.length,
      from: values.get('from') ?? '',
      to: values.get('to') ?? '',
      cc: values.get('cc') ?? '',
      subject: values.get('subject') ?? '',
    };
  }
  return undefined;
}

/** A sender and two more fields in neighbouring lines: fewer may be a form letter's own "主题：". */
function readBlock(lines: string[], first: number): { values: Map<Field, string>; end: number } | undefined {
  const values = new Map<Field, string>();
  let end = first;
  for (let at = first; at < Math.min(lines.length, first + BLOCK); at += 1) {
    const found = fieldOf(lines[at] as string);
    if (!found) {
      if ((lines[at] as string).replace(/[>\s|]/g, '') === '') continue;
      // A long list of recipients runs over into the next line.
      if (values.size < 3 && at > first && /[<@;；,，]/.test(lines[at] as string)) continue;
      break;
    }
    if (values.has(found.field)) break;
    values.set(found.field, found.value);
    end = at + 1;
  }
  return values.has('from') && values.size >= 3 ? { values, end } : undefined;
}

function fieldOf(line: string): { field: Field; value: string } | undefined {
  const [, label, value] =
    /^[\s>|*【[]{0,12}([\p{L}][\p{L} ]{0,11}?)[\s\]】*|]{0,6}[:：|][\s*|]{0,6}(.*)$/u.exec(line.slice(0, 2_000)) ?? [];
  const field = label === undefined ? undefined : FIELDS.get(label.replaceAll(' ', ''));
  return field ? { field, value: (value ?? '').replace(/[\s|;；]+$/, '') } : undefined;
}

function isRule(line: string): boolean {
  return (
    line.trim() === '' ||
    /[-_=—─]{3}/.test(line) ||
    /转发|轉寄|转寄|原始邮件|原始郵件|転送|元のメッセージ|전달|원본/.test(line)
  );
}
