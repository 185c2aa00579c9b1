import type { Json } from '../types.ts';
import { checkBlocks, collect } from './blocks.ts';
import { checkBoolean, checkString, checkText, isObject, onlyKeys } from './faults.ts';

const SHARED = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
const MODAL = ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled'];

/** The validator's messages for a modal or Home tab; none when valid. */
export function faultsOfView(view: Json | undefined): string[] {
  return collect((fault) => {
    if (!isObject(view)) return fault('/view', 'must be an object');
    if (view.type !== 'modal' && view.type !== 'home') return fault('/view/type', 'must be modal or home');
    const modal = view.type === 'modal';
    onlyKeys(view, modal ? [...SHARED, ...MODAL] : SHARED, '/view', fault);
    checkBlocks(view.blocks, view.type, '/view/blocks', fault);
    checkString(view.private_metadata, '/view/private_metadata', fault, { min: 0, max: 3000 });
    checkString(view.callback_id, '/view/callback_id', fault, { min: 0, max: 255 });
    checkString(view.external_id, '/view/external_id', fault, { min: 0, max: 255 });
    if (!modal) return;
    checkText(view.title, '/view/title', fault, { max: 24, plain: true });
    checkText(view.submit, '/view/submit', fault, { max: 24, plain: true, required: false });
    checkText(view.close, '/view/close', fault, { max: 24, plain: true, required: false });
    checkBoolean(view.clear_on_close, '/view/clear_on_close', fault);
    checkBoolean(view.notify_on_close, '/view/notify_on_close', fault);
    const inputs = Array.isArray(view.blocks) && view.blocks.some((block) => isObject(block) && block.type === 'input');
    if (inputs && view.submit === undefined) fault('/view/submit', 'missing required field: there are input blocks');
  });
}
