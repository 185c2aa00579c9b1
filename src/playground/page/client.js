// Keeps the page live. Everything works without it, by links and forms; with it nothing reloads.
const here = () => location.pathname + location.search;

const versionOf = (workspace) => Number(workspace.dataset.version);

async function show(response) {
  const text = await response.text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  const fresh = page.getElementById('workspace');
  await released();
  const old = document.getElementById('workspace');
  // Answers may overtake each other: what is older than the page says nothing new, unless it speaks to the person.
  if (!fresh || !old || (versionOf(fresh) < versionOf(old) && !fresh.querySelector('.notice'))) return;
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

// A press begins on one element and ends on it: a page that changes in between would swallow it.
let pressing = false;
document.addEventListener('pointerdown', () => {
  pressing = true;
});
for (const end of ['pointerup', 'pointercancel']) {
  document.addEventListener(end, () =>
    setTimeout(() => {
      pressing = false;
    }),
  );
}
const released = () =>
  new Promise((resolve) => {
    const look = () => (pressing ? setTimeout(look, 20) : resolve());
    look();
  });

// The newest version of the world that we heard of: at every change, and once at the start for what happened while the
// page was on its way.
let newest = 0;
let following = false;

async function follow() {
  if (following) return;
  following = true;
  try {
    while (versionOf(document.getElementById('workspace')) < newest) {
      // Changes come in handfuls.
      await new Promise((resolve) => setTimeout(resolve, 60));
      await show(await fetch(here()));
    }
  } finally {
    following = false;
  }
}

new EventSource('/events').addEventListener('change', (event) => {
  newest = Math.max(newest, Number(event.data));
  follow();
});
