/**
 * How mail clients print the headers of a message that they quote, by language: Outlook, Gmail, Apple Mail, Thunderbird,
 * Yahoo, Notes, QQ Mail, Foxmail, NetEase, Naver and Daum. Facts observed in forwarded mail and in the clients'
 * published translations.
 */
export type Field = 'from' | 'to' | 'cc' | 'subject' | 'date' | 'replyTo' | 'other';

const LABELS: Record<Field, string> = {
  from:
    'from|sender|von|absender|de|de la|expéditeur|da|mittente|van|afzender|od|odesílatel|nadawca|från|fra|frá|lähettäjä|feladó|pošiljatelj|šalje|от|від|από|kimden|gönderen|מאת|من|المرسل|จาก|từ|người gửi|dari|pengirim|daripada|remetente|expeditor|nuo|kellelt|saatja|no|подател|प्रेषक|' +
    '发件人|发信人|发送人|发送者|寄件者|寄件人|發件人|差出人|送信者|送信元|보낸사람|발신자|보낸이|보낸분',
  to:
    'to|an|empfänger|à|a|para|destinatario|destinataire|destinatário|pour|aan|naar|do|komu|kam|adresat|příjemce|till|til|vastaanottaja|kenelle|címzett|către|προς|кому|до|prima|za|kime|alıcı|אל|إلى|المستلم|ถึง|đến|tới|người nhận|kepada|untuk|kam|kellele|saaja|получател|प्राप्तकर्ता|' +
    '收件人|收信人|收件者|接收人|宛先|受信者|送信先|받는사람|수신자|받는이|받는분|수신인',
  cc:
    'cc|kopie|kopie an|copie|copie à|copia|cópia|kopi|kopia|kopio|másolatot kap|másolat|dw|do wiadomości|κοιν|κοινοποίηση|копия|копія|bilgi|עותק|نسخة|نسخة إلى|สำเนา|đồng gửi|tembusan|kopija|' +
    '抄送|抄送人|抄送至|副本|副本抄送|參照|参照|참조|bcc|密送|密件副本|숨은참조',
  subject:
    'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|předmět|predmet|ämne|emne|efni|aihe|tárgy|subiect|subiectul|θέμα|тема|относно|konu|naslov|zadeva|נושא|الموضوع|เรื่อง|หัวเรื่อง|chủ đề|tiêu đề|subjek|perihal|subyek|tema|teema|विषय|' +
    '主题|标题|主旨|主題|標題|件名|제목',
  date:
    'date|sent|received|sent at|date sent|sent on|datum|gesendet|gesendet am|envoyé|envoyé le|date d’envoi|enviado|enviado el|enviado em|enviada em|enviada|fecha|data|inviato|data invio|verzonden|wysłano|data wysłania|odesláno|odoslané|dátum|skickat|sendt|dato|dagsetning|päivämäärä|päiväys|lähetetty|elküldve|küldés ideje|küldve|trimis|trimis la|ημερομηνία|στάλθηκε|αποστολή|дата|отправлено|надіслано|изпратено|tarih|gönderildi|gönderilme|gönderme tarihi|poslano|poslato|נשלח|תאריך|التاريخ|تاريخ|تاريخ الإرسال|تم الإرسال|วันที่|ส่ง|ส่งเมื่อ|ngày|ngày gửi|đã gửi|gửi|tanggal|terkirim|dikirim|tarikh|išsiųsta|nosūtīts|saadetud|kuupäev|दिनांक|भेजा गया|' +
    '发送时间|发送日期|发件时间|发件日期|日期|时间|時間|寄件日期|傳送時間|傳送日期|送信日時|送信日|日時|日付|受信日時|보낸날짜|보낸시간|보낸일시|날짜|일시|전송',
  replyTo:
    'reply-to|reply to|antwort an|antworten an|répondre à|responder a|responder para|rispondi a|antwoord aan|antwoordadres|odpowiedź do|odpověď komu|odpovědět komu|svar till|svara till|svar til|vastausosoite|válaszcím|răspunde la|απάντηση σε|ответить|yanıtla|' +
    '回复|回复至|回复地址|回复人|回覆|回覆至|返信先|회신|답장',
  // Printed in between, and no part of the body.
  other:
    'importance|priority|wichtigkeit|priorität|importancia|importance élevée|attachments|attachment|anlagen|anhänge|anlage|pièces jointes|archivos adjuntos|datos adjuntos|adjuntos|anexos|allegati|bijlagen|załączniki|přílohy|bilagor|vedlegg|liitteet|mellékletek|вложения|ekler|organization|organisation|organización|newsgroups|sender|resent-from|resent-to|list-id|message-id|user-agent|附件|添付ファイル|첨부|첨부파일|优先级|重要性|重要度',
};

const FIELDS = new Map<string, Field>();
for (const [field, labels] of Object.entries(LABELS)) {
  for (const label of labels.split('|')) if (!FIELDS.has(label)) FIELDS.set(squeeze(label), field as Field);
}

/** Which header a printed label names. Blanks within do not count: `보낸 사람`, `主　题`. */
export function fieldNamed(label: string): Field | undefined {
  return FIELDS.get(squeeze(label));
}

function squeeze(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f]+/g, '')
    .toLocaleLowerCase('und')
    .replace(/[.’']/g, '');
}

/** Most letters that a label has. */
export const LONGEST_LABEL = 24;

/** Subjects of forwards in the languages of common mail clients. */
const FORWARDED =
  /^\s{0,3}(?:\[[^\]]{1,40}\]\s{0,3}){0,3}(?:fwd?|wg|tr|rv|vs|i|enc|pd|vb|[iİ]lt|doorst|fs|vl|rif|redir\.?|videresend|továbbítás|πρθ|הועבר|trs|chuyển tiếp|пересл|转发|轉寄|轉發|转寄|転送|전달)\s{0,3}(?:\[\d{1,2}\])?\s{0,3}[:：]/iu;

/** Subjects of replies. */
const REPLIED =
  /^\s{0,3}(?:\[[^\]]{1,40}\]\s{0,3}){0,3}(?:re|aw|sv|antw?|rif|ref|res|odp|vá|ynt|ats|απ|σχετ|回复|回覆|答复|返信|답장|회신)\s{0,3}(?:\[\d{1,2}\])?\s{0,3}[:：]/iu;

export function saysForwarded(subject: string): boolean {
  return FORWARDED.test(subject);
}

export function saysReplied(subject: string): boolean {
  return REPLIED.test(subject);
}

/** A subject without what forwarding and replying put in front of it. */
export function bareSubject(subject: string): string {
  let bare = subject;
  for (let round = 0; round < 6; round += 1) {
    const next = bare.replace(FORWARDED, '').replace(REPLIED, '');
    if (next === bare) break;
    bare = next;
  }
  return bare.replace(/\s+/g, ' ').trim();
}

/** Words by which a line over the block says that it is a forward, and not the tail of a reply. */
const SAYS_FORWARD =
  /forward|fwd|weitergeleitet|transf[eéè]r|transmis|r[eéè]exp[eéè]di|reenvia|reencaminha|encaminha|inoltrat|doorgestuurd|vidarebeford|videresend|välitet|edelleenlähet|przekaz|przesłan|přepos|preposlan|proslijeđ|пересыл|пересла|перенаправ|переадрес|переслан|iletil|i̇letil|ileti|továbbít|redirec|redirecționat|redirijat|προωθημέν|הועבר|מועבר|إعادة توجيه|المعاد|ส่งต่อ|chuyển tiếp|diteruskan|dimajukan|转发|轉寄|轉發|转寄|転送|전달/i;

/** Lines over a block that may stand over a forward and over a reply alike. */
const SAYS_ORIGINAL =
  /original|ursprüngliche|d’origine|d'origine|originale|oorspronkelijk|původní|pôvodn|oryginaln|alkuperäinen|eredeti|исходное|оригинал|orijinal|oprindelig|opprinnelig|ursprung|πρωτότυπο|原始邮件|原始郵件|原邮件|原郵件|元のメッセージ|원본|-----\s?message/i;

/** Whether any words of a text say that something was forwarded. */
export function tellsOfForwarding(text: string): boolean {
  return SAYS_FORWARD.test(text);
}

/** What the line over a header block says of it. */
export function markerOf(line: string): 'forward' | 'original' | undefined {
  const short = line.trim();
  if (short === '' || short.length > 120) return undefined;
  if (SAYS_FORWARD.test(short)) return 'forward';
  return SAYS_ORIGINAL.test(short) ? 'original' : undefined;
}
