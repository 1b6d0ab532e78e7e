// The form of the filter and the list of what is asked for, kept in step with the address.
import { afterwards, all, make, one } from '../dom.ts';
import { drop, filterOf, inWords } from '../filter.ts';

/** What no field of the form shows: it stays as it is when the form changes. */
const KEPT = ['rule', 'tray', 'box'];

/** Calls `asked` with what the form says, soon after it changes. */
export function filterBar(form: HTMLFormElement, asked: (filter: URLSearchParams) => void): { show(filter: URLSearchParams): void } {
  const given = make('ul', { class: 'given', 'aria-label': 'What is asked for' });
  form.after(given);
  for (const hidden of all('input[type="hidden"]', form)) hidden.remove();
  const picks = all<HTMLDetailsElement>('details.pick', form).map(pick);
  fold(form);
  let now = new URLSearchParams();

  const read = (): void => {
    const filter = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') filter.append(name, value);
    for (const name of KEPT) if (now.has(name)) filter.set(name, now.get(name) ?? '');
    asked(filterOf(filter.toString()));
  };
  const soon = afterwards(350, read);
  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && ['text', 'search'].includes(event.target.type)) soon();
  });
  form.addEventListener('change', read);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    read();
  });

  return {
    show(filter) {
      now = filter;
      for (const element of all<HTMLInputElement | HTMLSelectElement>('input[name], select[name]', form)) set(element, filter);
      for (const refresh of picks) refresh();
      given.replaceChildren(
        ...inWords(filter).map(({ name, value, words }) => {
          const button = make('button', { type: 'button', 'aria-label': `No longer ask for ${words}` }, make('bdi', {}, words), ' ×');
          button.addEventListener('click', () => asked(drop(filter, name, value)));
          return make('li', {}, button);
        }),
      );
    },
  };
}

function set(element: HTMLInputElement | HTMLSelectElement, filter: URLSearchParams): void {
  if (element instanceof HTMLSelectElement) {
    const wanted = filter.getAll(element.name);
    for (const option of element.options) option.selected = element.multiple ? wanted.includes(option.value) : option.value === (wanted[0] ?? '');
  } else if (element.type === 'checkbox' || element.type === 'radio') {
    element.checked = filter.getAll(element.name).includes(element.value);
  } else if (document.activeElement !== element) {
    element.value = filter.get(element.name) ?? '';
  }
}

/** The fold of many check boxes says on its outside what is checked, and closes like a menu. */
function pick(fold: HTMLDetailsElement): () => void {
  const summary = one('summary', fold);
  const none = 'All types';
  document.addEventListener('click', (event) => {
    if (!fold.contains(event.target as Node)) fold.open = false;
  });
  fold.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    fold.open = false;
    summary?.focus();
  });
  return () => {
    const chosen = all<HTMLInputElement>('input:checked', fold);
    const first = chosen[0]?.closest('label')?.textContent?.trim() ?? none;
    if (summary) summary.textContent = chosen.length > 1 ? `${chosen.length} types` : first;
  };
}

/** On narrow screens the form starts folded behind one button. */
function fold(form: HTMLFormElement): void {
  const button = make('button', { type: 'button', class: 'filter-toggle', 'aria-expanded': 'false' }, 'Filter');
  form.prepend(button);
  form.classList.add('folded');
  button.addEventListener('click', () => {
    const folded = form.classList.toggle('folded');
    button.setAttribute('aria-expanded', String(!folded));
  });
}
