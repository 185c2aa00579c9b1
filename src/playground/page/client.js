// Keeps the page live. Everything works without it, by links and forms; with it nothing reloads.
const here = () => location.pathname + location.search;

async function show(response) {
  const text = await response.text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  const fresh = page.getElementById('workspace');
  const old = document.getElementById('workspace');
  if (!fresh || !old) return;
  const kept = keep(old);
  old.replaceWith(fresh);
  document.title = page.title;
  restore(fresh, kept);
}

// What a person has typed, opened and scrolled survives a change that somebody else caused.
function keep(root) {
  const fields = new Map();
  for (const field of root.querySelectorAll('textarea[id], input[id], select[id]')) fields.set(field.id, field);
  const open = [...root.querySelectorAll('details[open]')].map((element) => element.id || element.closest('[id]')?.id);
  const scrolled = [...root.querySelectorAll('.scroll')].map((element) => ({
    id: element.id,
    atEnd: element.scrollHeight - element.scrollTop - element.clientHeight < 80,
    top: element.scrollTop,
  }));
  return { fields, open, scrolled, focus: document.activeElement?.id, modal: root.querySelector('.modal')?.id };
}

function restore(root, kept) {
  for (const [id, old] of kept.fields) {
    const field = root.querySelector(`#${CSS.escape(id)}`);
    if (!field || field.type !== old.type) continue;
    if (old.type === 'file') field.replaceWith(old);
    else field.value = old.value;
  }
  for (const id of kept.open) {
    const place = id && root.querySelector(`#${CSS.escape(id)}`);
    const details = place?.matches('details') ? place : place?.querySelector('details');
    if (details) details.open = true;
  }
  for (const { id, atEnd, top } of kept.scrolled) {
    const element = root.querySelector(`#${CSS.escape(id)}`);
    if (element) element.scrollTop = atEnd ? element.scrollHeight : top;
  }
  const modal = root.querySelector('.modal');
  if (modal && modal.id !== kept.modal) modal.querySelector('input:not([type=hidden]), select, textarea')?.focus();
  else if (kept.focus) root.querySelector(`#${CSS.escape(kept.focus)}`)?.focus();
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  event.preventDefault();
  const action = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action');
  const body = new FormData(form);
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  if (action === '/do/say') form.reset();
  const response = await fetch(action, { method: 'POST', body });
  await show(response);
});

document.addEventListener('keydown', (event) => {
  const inText = event.target.matches?.('.composer textarea');
  if (inText && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
  if (event.key === 'Escape') document.querySelector('.modal button[formaction="/do/close"]')?.click();
});

// A file dropped anywhere goes where the paper clip would have put it.
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const input = document.querySelector('main .composer input[type=file]');
  if (!input || !event.dataTransfer?.files.length) return;
  input.files = event.dataTransfer.files;
  input.form.requestSubmit();
});

for (const element of document.querySelectorAll('.scroll')) element.scrollTop = element.scrollHeight;

let waiting = false;
new EventSource('/events').addEventListener('change', () => {
  if (waiting) return;
  waiting = true;
  setTimeout(async () => {
    waiting = false;
    await show(await fetch(here()));
  }, 60);
});
