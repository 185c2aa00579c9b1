/** Words that announce a password, in the languages of our lures. */
const ANNOUNCED =
  /pass ?word|pass ?code|passwort|kennwort|mot de passe|contrase[nñ]a|clave|senha|palavra-passe|parola|wachtwoord|has[lł]o|пароль|şifre|\bpwd?\b|\bpin\b|\bcode\b|\bkey\b|密码|密碼|口令|解压码|解壓|查看码|提取码|验证码|パスワード|비밀번호|암호/giu;

const MOST = 50;
/** Characters behind the announcement in which the word is looked for. */
const REACH = 80;

/**
 * What may be the password of a locked file: words behind "password", things in quotes, short numbers. All of it stands
 * in the mail; nothing is guessed. The likeliest come first.
 */
export function passwordCandidates(texts: readonly string[]): string[] {
  const text = texts.join('\n').slice(0, 50_000);
  const near: string[] = [];
  const far: string[] = [];
  for (const match of text.matchAll(ANNOUNCED)) {
    const start = match.index + match[0].length;
    near.push(...wordsOf(text.slice(start, start + REACH)).slice(0, 8));
    const before = wordsOf(text.slice(Math.max(0, match.index - 40), match.index)).slice(-3);
    far.push(...before);
    if (near.length > 200) break;
  }
  if (near.length === 0) return [];
  for (const [, quoted = ''] of text.matchAll(/["'“”„«「『]([^\s"'“”„»」』]{2,32})["'“”»」』]/g)) far.push(quoted);
  for (const [number] of text.matchAll(/(?<![\d.,-])\d{3,8}(?![\d.,-])/g)) far.push(number);
  return [...new Set([...near, ...far])].slice(0, MOST);
}

/** Words as they stand, and without the marks around them; in Chinese the word follows a colon without a blank. */
function wordsOf(text: string): string[] {
  return text.split(/[\s：，。；、]+/u).flatMap((word) => {
    const bare = word.replace(/^[^\p{L}\p{N}@#$%&*!]+|[^\p{L}\p{N}@#$%&*!]+$/gu, '');
    const inner = bare.replace(/[!*]+$|^[*]+/g, '');
    return [inner, bare, word.replace(/^[:=("'“]+|[)"'”.,;]+$/g, '')].filter(
      (each, index, all) => each.length >= 2 && each.length <= 32 && all.indexOf(each) === index && !FILLER.test(each),
    );
  });
}

const FILLER =
  /^(?:is|the|for|to|of|this|that|file|your|document|archive|open|ist|lautet|est|es|ist|das|die|le|la|el|是|为|為|[:=-]+)$/iu;
