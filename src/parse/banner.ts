/**
 * Sentences that a mail gateway or a client puts over a message from outside ("CAUTION: this email originated outside of
 * the organisation, do not click links …"). They are ours, not the sender's: to judge them would find a lure in the very
 * warning against it. Only sentences that say just this are taken out, and only at the top: a forged banner that says
 * more ("… so confirm your password here") or the contrary ("this sender is verified") stays to be judged.
 */

/** How far from the top banners stand. */
const TOP = 2_500;
const MOST_LINES = 16;
const MAX_SENTENCE = 260;

const LEAD =
  '(?:caution|warning|attention|notice|note|alert|important|security (?:notice|warning)|be careful|external(?: e-?mail| sender| message| source)?|achtung|vorsicht|warnung|hinweis|extern(?:e e-?mail|er absender)?|prudence|avertissement|atención|precaución|advertencia|aviso|atenção|cuidado|attenzione|avviso|let op|waarschuwing|uwaga|ostrzeżenie|upozornění|pozor|varning|obs|advarsel|huomio|varoitus|внимание|предупреждение|d[iİ]kkat|uyarı|注意|警告|提醒|安全提示|주의|경고)';
const LEADING = String.raw`^(?:[\[(*⚠️\s!#]{0,6}${LEAD}[\])*\s]{0,4}[:：!！.,、，–—-]{0,3}\s{0,3}){0,3}`;

/** That this mail is from outside. */
const OUTSIDE = [
  String.raw`(?:this|the) (?:e-?mail|message|mail|sender)(?: below)? (?:has |have |was |is |are )?(?:been )?(?:originat\w{2,4}|sent|coming|came|comes|received|from)\b[\w ,'’]{0,30}\b(?:outside|external|non-)[\w ,'’&()/.-]{0,60}`,
  String.raw`(?:this is an |an )?external (?:e-?mail|sender|message)[\w ]{0,20}`,
  String.raw`diese (?:e-?mail|mail|nachricht) (?:stammt|kommt|wurde|ist)[\p{L} ,]{0,40}(?:extern|außerhalb)[\p{L} ,-]{0,60}`,
  String.raw`(?:ce (?:message|courriel|mail|e-?mail)|cet? e-?mail) (?:provient|vient|a été envoyé|émane)[\p{L} ,'’]{0,30}(?:extern|extérieur|l['’]extérieur)[\p{L} ,'’]{0,60}`,
  String.raw`est[ea] (?:correo|mensaje|e-?mail|correo electrónico)(?: electrónico)? (?:se ha |ha sido |se |fue |proviene|procede|es)[\p{L} ]{0,30}(?:extern|fuera)[\p{L} ,]{0,60}`,
  String.raw`est[ea] (?:e-?mail|mensagem|correio)(?: eletr[óô]nic[ao])? (?:foi|veio|vem|é|tem)[\p{L} ]{0,30}(?:extern|fora)[\p{L} ,]{0,60}`,
  String.raw`(?:questa|la presente|questo) (?:e-?mail|mail|messaggio) (?:proviene|è|arriva)[\p{L} ]{0,30}(?:estern|fuori)[\p{L} ,']{0,60}`,
  String.raw`(?:deze|dit) (?:e-?mail|mail|bericht) (?:is|komt|werd)[\p{L} ]{0,30}(?:extern|buiten)[\p{L} ,]{0,60}`,
  String.raw`(?:ta|ten) (?:wiadomość|e-?mail|mail) (?:pochodzi|została|przyszła|jest)[\p{L} ]{0,30}(?:zewnętrzn|spoza|z zewnątrz)[\p{L} ,]{0,60}`,
  String.raw`(?:tento|tato) (?:e-?mail|mail|zpráva) (?:pochází|přišel|přišla|byl)[\p{L} ]{0,30}(?:extern|mimo|vnější)[\p{L} ,]{0,60}`,
  String.raw`(?:detta|denne|dette) (?:e-?post|mail|meddelande|e-?mail|meddelelse|melding|e-?postmeddelande)\w{0,8} (?:kommer|har|är|er|kom)[\p{L} ]{0,30}(?:extern|ekstern|utanför|uden for|utenfor)[\p{L} ,]{0,60}`,
  String.raw`tämä (?:viesti|sähköposti)\w{0,8} (?:on|tuli|lähetettiin)[\p{L} ]{0,30}ulkopuol[\p{L} ,]{0,60}`,
  String.raw`(?:это|данное) (?:письмо|сообщение)[\p{L} ]{0,40}(?:внешн|извне|за предел)[\p{L} ,]{0,60}`,
  String.raw`bu (?:e-?posta|ileti|mesaj)[\p{L} ]{0,40}(?:dış|harici)[\p{L} ,]{0,60}`,
  String.raw`(?:此|本|这封|這封|该|該)(?:电子)?(?:電子)?(?:邮件|郵件|信件)[\p{L}，,]{0,12}(?:外部|组织外|組織外)[\p{L}]{0,16}`,
  String.raw`(?:この|本)(?:電子)?メール(?:メッセージ)?は[\p{L}、]{0,14}(?:社外|外部|組織外)[\p{L}]{0,24}`,
  String.raw`이 (?:전자 ?)?(?:메일|이메일|메시지)[은는][\p{L} ]{0,14}(?:외부)[\p{L} ]{0,24}`,
];

/** What not to do with it. */
const CAREFUL = [
  String.raw`(?:please |and )?(?:do not|don['’]t|never|avoid|be (?:cautious|careful|wary)|(?:please )?(?:use|exercise|take) (?:extra )?caution|think before|stop and think before)[\w ,'’/]{0,50}(?:link|attachment|click)[\w ,'’/()-]{0,130}`,
  String.raw`(?:bitte )?(?:klicken sie|öffnen sie|seien sie)[\p{L} ,]{0,60}(?:link|anhäng|anlage)[\p{L} ,]{0,110}`,
  String.raw`(?:ne |n['’]|veuillez ne |soyez )[\p{L} ,'’]{0,60}(?:lien|pièce)[\p{L} ,'’()-]{0,110}`,
  String.raw`(?:por favor,? )?(?:no |evite |tenga )[\p{L} ,]{0,60}(?:enlace|vínculo|adjunt|link)[\p{L} ,]{0,110}`,
  String.raw`(?:por favor,? )?(?:não |evite |tenha )[\p{L} ,]{0,60}(?:link|anexo|hiperlig)[\p{L} ,]{0,110}`,
  String.raw`(?:si prega di )?(?:non |evitare )[\p{L} ,]{0,60}(?:link|allegat|collegament)[\p{L} ,']{0,110}`,
  String.raw`(?:klik |open |wees )[\p{L} ,]{0,20}(?:niet|geen|voorzichtig)[\p{L} ,]{0,40}(?:link|bijlage|koppeling)[\p{L} ,]{0,110}`,
  String.raw`(?:proszę )?nie (?:klikaj|otwieraj|należy)[\p{L} ,]{0,60}(?:link|łącz|załącznik)[\p{L} ,]{0,110}`,
  String.raw`(?:prosím )?ne(?:klikejte|otevírejte|otvírejte)[\p{L} ,]{0,60}(?:odkaz|příloh)[\p{L} ,]{0,110}`,
  String.raw`(?:klicka|öppna|klik|klikk|åbn|åpne)[\p{L} ,]{0,12}(?:inte|ikke)[\p{L} ,]{0,40}(?:länk|lenke|link|bilag|vedlegg)[\p{L} ,]{0,110}`,
  String.raw`älä (?:avaa|klikkaa|napsauta)[\p{L} ,]{0,60}(?:linkk|liit)[\p{L} ,]{0,110}`,
  String.raw`(?:пожалуйста,? )?не (?:переходите|открывайте|нажимайте)[\p{L} ,]{0,60}(?:ссылк|вложени)[\p{L} ,]{0,110}`,
  String.raw`(?:lütfen )?[\p{L} ,]{0,60}(?:bağlantı|link|ekler)[\p{L} ,]{0,50}(?:tıklamayın|açmayın)[\p{L} ,]{0,60}`,
  String.raw`(?:请|請)?(?:勿|不要|谨慎|謹慎|小心)[\p{L}，,、]{0,12}(?:链接|連結|链結|附件)[\p{L}，,、]{0,50}`,
  String.raw`[\p{L}、]{0,40}(?:リンク|添付)[\p{L}、]{0,30}(?:しないで|開かないで|ご注意|注意して)[\p{L}]{0,12}`,
  String.raw`[\p{L} ,]{0,40}(?:링크|첨부)[\p{L} ,]{0,30}(?:마십시오|마세요|주의)[\p{L} ]{0,12}`,
];

/** What Outlook says of a new sender. */
const OFTEN = [
  String.raw`\[?(?:you|some people who received this message) don['’]t often get e-?mail from [^\s]{3,120}(?: learn why this is important(?: at [^\s]{5,80})?)?\s?\]?`,
  'learn why this is important(?: at [^\\s]{5,80})?\\s?\\]?',
];

const BANNER = new RegExp(
  String.raw`${LEADING}(?:(?:${OUTSIDE.join('|')})(?:\s?[,，;；–-]\s?(?:${CAREFUL.join('|')}))?|${[...CAREFUL, ...OFTEN].join('|')})[\]*)\s.!！。]{0,4}$`,
  'iu',
);
/** A label left alone once its sentence is gone, or a tag like `[EXTERNAL]`. */
const LABEL_ALONE = new RegExp(String.raw`^[\[(*⚠️\s!#]{0,6}${LEAD}[\])*\s:：!！.-]{0,6}$`, 'iu');
/** Words without which no sentence is a banner: most texts need no closer look. */
const HINT =
  /external|extern|outside|caution|often get|außerhalb|extérieur|fuera|fora d|estern|buiten|zewnątrz|spoza|mimo|utanför|uden|uten|ulkopuol|внешн|извне|dış|harici|外部|社外|组织外|組織外|외부/i;

/** The text without the banners at its top. */
export function withoutBanners(text: string): string {
  const top = text.slice(0, TOP);
  if (!HINT.test(top)) return text;
  const lines = top.split('\n');
  const kept: string[] = [];
  let looked = 0;
  let gone = false;
  for (const [at, line] of lines.entries()) {
    // The last line may be cut in two by the limit.
    if (looked >= MOST_LINES || (at === lines.length - 1 && text.length > TOP)) {
      kept.push(...lines.slice(at));
      break;
    }
    if (line.trim() === '') {
      kept.push(line);
      continue;
    }
    looked += 1;
    const left = withoutSentences(line);
    if (left === line) kept.push(line);
    else gone = true;
    if (left !== line && left !== '') kept.push(left);
  }
  if (!gone) return text;
  const first = kept.filter((line) => !LABEL_ALONE.test(line.trim()));
  return `${first.join('\n')}${text.slice(TOP)}`.replace(/^\s+/, '');
}

function withoutSentences(line: string): string {
  const quote = /^[>\s]*/.exec(line)?.[0] ?? '';
  const sentences =
    line.slice(quote.length).match(/[^.!?。！]{1,2000}(?:[.!?。！]+(?:\s+|$|(?<=[。！]))|$|[.!?])/gu) ?? [];
  const joined: string[] = [];
  // An address holds dots: a piece that ends within one goes with the next.
  for (const piece of sentences) {
    const before = joined.at(-1);
    if (before !== undefined && /\S$/.test(before) && !/[。！]$/.test(before))
      joined[joined.length - 1] = before + piece;
    else joined.push(piece);
  }
  const kept = joined.filter((sentence) => sentence.length > MAX_SENTENCE || !BANNER.test(sentence.trim()));
  if (kept.length === joined.length) return line;
  const left = kept.join('').trim();
  return left === '' || LABEL_ALONE.test(left) ? '' : quote + left;
}

/**
 * Links of banners and of phone signatures, which Microsoft alone can hand out; where they lead says nothing of the
 * sender.
 */
export function isClientLink(url: string): boolean {
  return /^https?:\/\/aka\.ms\/(?:LearnAboutSenderIdentification|o0ukef|qtex0l|ghei36|AAb9ysg|AAYgxtd|GetOutlookForIOS|blhgte|weboutlook)\/?(?:\?[^#]{0,40})?$/i.test(
    url,
  );
}
