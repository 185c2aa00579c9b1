import { defineCheck } from '../check.ts';

/**
 * Instructions to paste something into the computer's command window ("prove that you are human: Win+R, Ctrl+V, Enter").
 * Two of the three motions are needed; technical mail names a command window without dictating the keys, and passes.
 */
export const pasteACommand = defineCheck({
  id: 'paste-a-command',
  on: 'message',
  group: 'content',
  points: 5,
  explain: 'It has you press “{keys}” and paste something into your computer. That runs the attacker’s program.',
  run({ text }) {
    const [keys] = OPEN.exec(text) ?? [];
    return keys !== undefined && PASTE.test(text) ? { keys } : undefined;
  },
});

const OPEN =
  /\b(?:win(?:dows)?(?: key| button)?|⊞)\s?(?:\+|and)\s?[rx]\b|\b(?:open|launch|start)\b[^.!?\n]{0,30}\b(?:powershell|terminal|command prompt|run (?:dialog|box|window))|(?:按下?|同时按)[^。\n]{0,10}win\s?\+\s?[rx]|打开[^。\n]{0,8}(?:终端|命令提示符|运行窗口)/i;
const PASTE =
  /\b(?:ctrl|control|cmd|command|⌘)\s?\+\s?v\b|\bpaste\b[^.!?\n]{0,60}\b(?:enter|run|press|it|command|code|into)\b|粘贴|貼上/i;
