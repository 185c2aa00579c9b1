import { type Field, fieldNamed, markerOf } from './forward-labels.ts';

/** Yahoo's labels, as they stand glued to the value before them. Upper and lower case count. */
const LABELS =
  /(?<=\S) ?(From|To|Cc|CC|Sent|Subject|De|Para|Enviado|Asunto|Assunto|Von|An|Gesendet|Betreff|À|Envoyé|Objet|Da|A|Inviato|Oggetto|Van|Aan|Verzonden|Onderwerp|Od|Do|DW|Wysłano|Temat|Från|Till|Kopia|Skickat|Ämne|Fra|Til|Sendt|Emne|Lähettäjä|Vastaanottaja|Lähetetty|Aihe|Feladó|Címzett|Elküldve|Tárgy|Kimden|Kime|Gönderildi|Konu|От|Кому|Отправлено|Тема|Від|Надіслано|De la|Către|Trimis|Subiect|Odesílatel|Komu|Odesláno|Předmět|Predmet|Από|Προς|Στάλθηκε|Θέμα|差出人|宛先|送信日時|件名|寄件者|收件者|寄件日期|主旨) ?: ?/gu;

/** Yahoo's plain part prints marker and header block in one line; here they get a line each, as everywhere else. */
export function openLine(line: string): string {
  const marker = /^ ?-{3,12}[^-\n]{5,62}-{3,12}/.exec(line)?.[0] ?? '';
  if (!markerOf(marker)) return line;
  const seen = new Set<Field>();
  // Behind the marker itself the first label follows at once.
  const rest = `|${line.slice(marker.length).trimStart()}`.replace(LABELS, (whole, label: string) => {
    const field = fieldNamed(label);
    // The subject comes last, and may say anything.
    if (!field || seen.has(field) || seen.has('subject')) return whole;
    seen.add(field);
    return `\n${label}: `;
  });
  return `${marker}${rest.slice(1)}`;
}
