// The dialog of the keys: what each does, and a button to change it.
import { make } from '../dom.ts';
import { ACTIONS, changed, shown, USUAL, type Action, type Keys } from './keys.ts';

export function keyTable(dialog: HTMLDialogElement, keys: Keys, keep: (keys: Keys) => void): void {
  const flaw = make('p', { class: 'flaw', role: 'alert' });
  const body = make('tbody');
  let waiting: Action | null = null;

  const show = (): void => {
    body.replaceChildren(
      ...(Object.keys(ACTIONS) as Action[]).map((action) => {
        const change = make('button', { type: 'button', 'aria-label': `Change the key for ${ACTIONS[action]}` }, waiting === action ? 'press a key …' : 'change');
        change.addEventListener('click', () => {
          waiting = waiting === action ? null : action;
          flaw.textContent = '';
          show();
          body.querySelector<HTMLElement>(`[data-action-row="${action}"] button`)?.focus();
        });
        return make('tr', { 'data-action-row': action }, make('td', {}, make('kbd', {}, shown(keys[action]))), make('td', {}, ACTIONS[action]), make('td', { class: 'number' }, change));
      }),
      make('tr', {}, make('td', {}, make('kbd', {}, '1'), '–', make('kbd', {}, '9')), make('td', {}, 'edit that field; while merging or splitting, choose'), make('td')),
      make('tr', {}, make('td', {}, make('kbd', {}, 'esc')), make('td', {}, 'leave what is open'), make('td')),
    );
  };

  const usual = make('button', { type: 'button' }, 'Usual keys');
  usual.addEventListener('click', () => {
    keys = { ...USUAL };
    waiting = null;
    keep(keys);
    show();
  });
  const close = make('button', { type: 'button', class: 'primary' }, 'Close');
  close.addEventListener('click', () => dialog.close());
  dialog.onkeydown = (event) => {
    if (!waiting) {
      if (event.key === keys.keys) dialog.close();
      return;
    }
    if (['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const action = waiting;
    waiting = null;
    if (event.key !== 'Escape') {
      const outcome = changed(keys, action, event.key);
      if ('taken' in outcome) flaw.textContent = `${outcome.taken}.`;
      else {
        keys = outcome.keys;
        flaw.textContent = '';
        keep(keys);
      }
    }
    show();
    body.querySelector<HTMLElement>(`[data-action-row="${action}"] button`)?.focus();
  };
  show();
  dialog.replaceChildren(
    make('h2', { id: 'keys-title' }, 'Keys'),
    make('table', {}, make('thead', { class: 'quiet' }, make('tr', {}, make('th', {}, 'Key'), make('th', {}, 'What it does'), make('th', {}, 'Change'))), body),
    flaw,
    make('p', { class: 'actions' }, usual, ' ', close),
  );
  dialog.setAttribute('aria-labelledby', 'keys-title');
}
