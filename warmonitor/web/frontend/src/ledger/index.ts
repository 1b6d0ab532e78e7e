// Ledgers: tables that the server wrote, made live where a picture says more.
import { filterOf, together } from '../filter.ts';
import { all, one } from '../dom.ts';
import { filterBar } from '../overview/bar.ts';
import { dayOf } from '../timeline/scale.ts';
import { away, countedFrom } from './clock.ts';

export function ledger(): void {
  const form = one<HTMLFormElement>('#filter');
  if (form) {
    // The whole page is the answer: the server writes ledgers anew.
    const bar = filterBar(form, (filter) => location.assign(together(location.pathname, filter)));
    bar.show(filterOf(location.search));
  }
  clocks();
  if (document.body.dataset['ledger'] === 'control' || one('#control-map')) {
    void import('./control.ts').then(({ control }) => control());
  }
}

function clocks(): void {
  const today = countedFrom(location.search, Math.floor(Date.now() / 86_400_000));
  for (const clock of all<HTMLTimeElement>('time.clock')) {
    const words = away(dayOf(clock.dateTime), today);
    clock.title = words;
    clock.classList.toggle('past', dayOf(clock.dateTime) < today);
    clock.append(' ', Object.assign(document.createElement('span'), { className: 'muted', textContent: `(${words})` }));
  }
}
