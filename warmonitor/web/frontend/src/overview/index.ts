// The overview: one filter, in the address; the map, the timeline and the table show it and change it.
import { json, Latest, part } from '../api.ts';
import { afterwards, one, say, swap } from '../dom.ts';
import { filterOf, together, without, writeBox } from '../filter.ts';
import { Timeline } from '../timeline/chart.ts';
import type { Bar } from '../timeline/scale.ts';
import { filterBar } from './bar.ts';
import { OverviewMap } from './map.ts';
import { busy, problem, reachable, rows } from './rows.ts';

interface Told {
  bars: Bar[];
  undated: number;
  unplaced: number;
}

export function overview(): void {
  const form = one<HTMLFormElement>('#filter');
  if (!form) return;
  let filter = filterOf(location.search);
  let offset = new URLSearchParams(location.search).get('offset') ?? '';
  const table = (): HTMLElement | null => one('#incidents');
  const [tables, times] = [new Latest(), new Latest()];

  const ask = (wanted: URLSearchParams, how: { fit?: boolean; push?: boolean } = {}): void => {
    const { fit = false, push = true } = how;
    // Typing, leaving a field and Enter all ask: the same thing is asked once, and is one step in the history.
    if (wanted.toString() === filter.toString() && !offset) return bar.show(filter);
    filter = wanted;
    offset = '';
    history[push ? 'pushState' : 'replaceState'](null, '', together(location.pathname, filter));
    show(fit);
  };

  const bar = filterBar(form, (wanted) => {
    // Another place is looked for all over the world, not in what the map happens to show.
    const moved = wanted.get('place') !== filter.get('place');
    ask(moved ? without(wanted, 'box') : wanted, { fit: moved || !wanted.has('box') });
  });
  const lines = rows(table, (row) => {
    void map?.ring(row.lat !== null && row.lon !== null ? { lat: row.lat, lon: row.lon } : null);
    timeline.point(row.start, row.end);
  });
  const timeline = new Timeline(({ since, until }) => {
    const wanted = without(filter, 'since', 'until');
    if (since) wanted.set('since', since);
    if (until) wanted.set('until', until);
    ask(filterOf(wanted.toString()));
  });
  const map = overviewMap(
    afterwards(150, (box) => {
      const wanted = new URLSearchParams(filter);
      wanted.set('box', writeBox(box));
      ask(filterOf(wanted.toString()), { push: false });
    }),
    ({ id, start, end }) => {
      lines.mark(id, true);
      timeline.point(start, end);
    },
  );

  const showTable = async (): Promise<void> => {
    const old = table();
    if (!old) return;
    busy(old, true);
    try {
      const html = await tables.run((signal) => part(together(old.dataset['part'] ?? '/part/incidents', filter, offset ? { offset } : {}), signal));
      const fresh = html === null ? null : swap(table() ?? old, html);
      if (fresh) {
        reachable(fresh);
        say(one('.total', fresh)?.textContent ?? '');
      }
    } catch (error) {
      busy(old, false);
      old.prepend(problem((error as Error).message));
    }
  };

  const showTimes = async (): Promise<void> => {
    const section = one('#timeline');
    if (!section) return;
    const asked = together(section.dataset['src'] ?? '/api/timeline', without(filter, 'since', 'until'));
    const told = await times.run((signal) => json<Told>(asked, signal)).catch(() => null);
    if (!told) return;
    timeline.show(told.bars, { since: filter.get('since'), until: filter.get('until') });
    const html = await times.run((signal) => part(together(section.dataset['part'] ?? '/part/timeline', filter), signal)).catch(() => null);
    if (html !== null) replaceTable(section, html);
  };

  const show = (fit: boolean): void => {
    bar.show(filter);
    void showTable();
    void showTimes();
    void map?.show(filter, fit).catch((error: Error) => say(error.message));
  };

  standBefore(timeline);
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('#incidents .trays a, #incidents .pages a, #incidents thead a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const there = new URL(link.href);
    filter = filterOf(there.search);
    offset = there.searchParams.get('offset') ?? '';
    history.pushState(null, '', there);
    show(false);
    one('#incidents')?.scrollIntoView({ block: 'nearest' });
  });
  window.addEventListener('popstate', () => {
    filter = filterOf(location.search);
    offset = new URLSearchParams(location.search).get('offset') ?? '';
    show(true);
  });

  bar.show(filter);
  void showTimes();
  void map?.show(filter, true).catch((error: Error) => say(error.message));
  const there = table();
  if (there) reachable(there);
}

function overviewMap(moved: ConstructorParameters<typeof OverviewMap>[1]['moved'], chose: ConstructorParameters<typeof OverviewMap>[1]['chose']): OverviewMap | null {
  const section = one('#map');
  if (!section) return null;
  try {
    return new OverviewMap(section, { moved, chose });
  } catch {
    section.hidden = false;
    section.replaceChildren(problem('This browser draws no map (WebGL is off). The table holds everything that the map would show.'));
    return null;
  }
}

/** The picture stands in front; its table stays one fold away, for those who read it. */
function standBefore(timeline: Timeline): void {
  one('#timeline')?.prepend(timeline.element);
}

function replaceTable(section: HTMLElement, html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  const old = section.querySelector('table');
  if (fresh && old) old.replaceWith(fresh);
}
