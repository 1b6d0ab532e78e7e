// The table of incidents: rows that can be chosen with the mouse and the arrow keys.
import { all, make, one } from '../dom.ts';

export interface Row {
  id: string;
  lat: number | null;
  lon: number | null;
  start: string | null;
  end: string | null;
}

const number = (given: string | undefined): number | null => (given ? Number(given) : null);

function read(row: HTMLElement): Row {
  const { id = '', lat, lon, start, end } = row.dataset;
  return { id, lat: number(lat), lon: number(lon), start: start || null, end: end || start || null };
}

export function rows(section: () => HTMLElement | null, chosen: (row: Row) => void): { mark(id: string | null, scroll: boolean): void } {
  const every = (): HTMLElement[] => all('tr[data-id]', section() ?? document);
  const mark = (id: string | null, scroll: boolean): void => {
    for (const row of every()) {
      const it = row.dataset['id'] === id;
      row.classList.toggle('chosen', it);
      if (it && scroll) row.scrollIntoView({ block: 'nearest' });
    }
  };
  const choose = (row: HTMLElement): void => {
    mark(row.dataset['id'] ?? null, false);
    chosen(read(row));
  };
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('#incidents tr[data-id]');
    if (row && !target.closest('a, button, input, summary')) {
      row.focus();
      choose(row);
    }
  });
  document.addEventListener('keydown', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('#incidents tr[data-id]');
    if (!row || event.target !== row) return;
    const list = every();
    const at = list.indexOf(row);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (event.key === 'Enter') one<HTMLAnchorElement>('a[href]', row)?.click();
    const to = next === undefined ? undefined : list[next];
    if (!to) return;
    event.preventDefault();
    to.focus();
    choose(to);
  });
  return { mark };
}

/** Rows can be reached with Tab: the first of them, or the chosen one. */
export function reachable(section: HTMLElement): void {
  const list = all('tr[data-id]', section);
  for (const [at, row] of list.entries()) row.tabIndex = at === 0 ? 0 : -1;
}

/** A table that says that it is being asked anew, without going away. */
export function busy(section: HTMLElement | null, on: boolean): void {
  section?.setAttribute('aria-busy', String(on));
  section?.classList.toggle('busy', on);
}

export const problem = (words: string): HTMLElement => make('p', { class: 'warn', role: 'alert' }, words);
