import type { Mention } from './brand-mentions.ts';
import { foldText } from './lures.ts';

/**
 * Whether a name stands where a house signs: "The … Team", "Ihr … Kundenservice", "© 2026 …", "… Inc. All rights reserved".
 * Works on folded text, in which i and l are one letter and so are 0 and o: the words are folded alike.
 */
export function signsFor({ start, end }: Mention, folded: string): boolean {
  const before = folded.slice(Math.max(0, start - 40), start).trimEnd();
  const after = folded.slice(end, end + 60).replace(/^[®™\s,.|:]+/, '');
  if (COPYRIGHT.test(before)) return true;
  if (TEAM_BEFORE.test(before) || TEAM_AFTER.test(after)) return true;
  // A company's form stands anywhere in an honest text; at the foot it is the sender's.
  return end > folded.length * 0.6 && FORM_AFTER.test(after);
}

/** Whether a department of the named house is spoken of: "IT Service Desk of …", "… Human Resources", 「…信息中心」. */
export function isDesk({ start, end }: Mention, folded: string): boolean {
  const around = `${folded.slice(Math.max(0, start - 40), start)} ${folded.slice(end, end + 40)}`;
  return DESK.test(around);
}

const any = (words: string): string =>
  words
    .split('|')
    .map((word) => foldText(word).replace(/[.*+?^${}()[\]\\]/g, '\\$&'))
    .join('|');

const YEAR = '[l2o\\d]{4}';
const COPYRIGHT = new RegExp(
  `(?:©|\\(c\\)|${any('copyright')})[\\s©,]{0,3}(?:\\(c\\)\\s?)?(?:${YEAR}[\\s,]{0,2}){0,2}(?:by )?$`,
);
const TEAM_BEFORE = new RegExp(
  `(?:^|[\\s,.!])(?:${any('team|team di|equipe|equipe do|equipe da|equipe de|l’equipe|l’equipe de|equipo|equipo de|el equipo de|zespol|ekibi|команда|служба')})$`,
);
const TEAM_AFTER = new RegExp(
  `^(?:(?:${any('support|security|account|customer|service|kunden|premium|rewards|wallet|billing|sicherheits')}) ?)?(?:${any('team|crew|ekibi')})(?![\\p{L}\\p{N}])|^(?:${any('サポート|事務局|カスタマー|お客様|客服|团队')})`,
  'u',
);
const FORM_AFTER = new RegExp(
  `^(?:${any('support|customer service|customer care|customer support|kundenservice|kundendienst|all rights reserved|alle rechte vorbehalten|todos os direitos|todos los derechos|inc|gmbh|llc|ltd|s.a|ag|株式会社')})(?![\\p{L}\\p{N}])`,
  'u',
);
const DESK = new RegExp(
  `(?:^|[^\\p{L}])(?:${any('it department|it support|it desk|it team|it service|it helpdesk|help desk|helpdesk|service desk|servicedesk|it abteilung|human resources|hr department|hr team|personalabteilung|payroll|lohnbuchhaltung|finance department|accounts department|administrator|system administrator|mail administrator|webmail team')})(?![\\p{L}\\p{N}])|${any('信息中心|信息科|网络中心|人事部|人力资源部|财务部|管理员|情報システム|総務部')}`,
  'u',
);
