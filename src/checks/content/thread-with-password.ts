import { defineCheck } from '../check.ts';
import { ownWords } from '../mail.ts';

/**
 * A few lines with a document and its password, as they come in stolen threads: the password keeps scanners out. The code
 * of a meeting, a network or an account passes, and so does a sender's longer letter.
 */
export const threadWithPassword = defineCheck({
  id: 'thread-with-password',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'A few lines bring a document and its password (“{password}”), which keeps virus scanners out.',
  run(message) {
    const own = ownWords(message);
    if (own.length > 700 || MEETING.test(own)) return;
    const [password] = PASSWORD.exec(own.slice(0, 1000)) ?? [];
    return password && DOCUMENT.test(own) ? { password } : undefined;
  },
});

const PASSWORD =
  /(?:\b(?:pass ?word|pass ?code|passwort|kennwort|mot de passe|contraseña|clave|senha|palavra-passe|wachtwoord|hasło|пароль|parola|şifre(?:si)?)\b|密码|密碼|パスワード|비밀번호)[^.!?\n\d]{0,30}?[A-Za-z]{0,8}\d[\w@#$%&*-]{1,15}/iu;
const DOCUMENT =
  /\b(?:attach\w{0,5}|archive|zip|rar|documents?|files?|document[oi]s?|anhang|anbei|unterlagen|archiv|datei|ci-joint|fichier|adjunt\w|archivo|allegat\w|bijlage|stukken|anexo|załącznik\w?|влож\w{0,6}|ek(?:te|li)?)\b|附件|压缩包|壓縮檔|添付|첨부/iu;
const MEETING =
  /zoom|teams|webex|webinar|meeting id|wi-?fi|wlan|log ?in|sign ?in|reset|einmalcode|one-time|portal|account/i;
