const LEAVING =
  /unsub|opt-?out|optout|preferences?|subscri|abmelde|desinscri|desuscri|remove|manage|bounce|list-?info|mailman|archive/i;

/** Whether a link's address or words are about leaving or managing a mailing list, whose links name their reader. */
export function isLeaving(text: string): boolean {
  return LEAVING.test(text);
}
