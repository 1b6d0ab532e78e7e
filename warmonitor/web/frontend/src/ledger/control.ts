// The control ledger live: strips drawn to scale, a slider through the days, and a map of who is said to hold what.
import type { Feature, Point } from 'geojson';
import { all, make, one, stillness } from '../dom.ts';
import { makeMap, type Map } from '../map/chart.ts';
import { looks } from '../map/looks.ts';
import { areas, type Point as Mark } from '../map/points.ts';
import { dayOf, isoOf, period } from '../timeline/scale.ts';
import { heldOn, placed, type Spell } from './strip.ts';

type Looks = ReadonlyMap<string, string>;

interface Town {
  row: HTMLElement;
  name: string;
  lat: number | null;
  lon: number | null;
  radius: number | null;
  precision: string;
  spells: (Spell & { standing: string; item: HTMLElement })[];
}

export function control(): void {
  const towns = all('tr[data-place]').map(readTown).filter((town) => town.spells.length);
  const slider = one<HTMLInputElement>('#slider');
  const days = towns.flatMap((town) => town.spells.flatMap(({ start, end }) => [start, end].filter((day): day is string => !!day).map(dayOf)));
  if (!days.length || !slider) return;
  const first = Math.min(...days);
  const last = Math.max(...days);
  const sides = looks(towns.flatMap((town) => town.spells.map((spell) => spell.side)));
  for (const spell of towns.flatMap((town) => town.spells)) {
    if (spell.start) continue;
    spell.start = isoOf(first); // nobody says since when: it fades in from the beginning of the strip
    spell.item.dataset['open'] = 'start';
  }
  for (const town of towns) drawStrip(town, sides, first, last);
  axis(first, last);
  const map = mapOf(towns);
  key(sides);
  if (map) linked(map, towns);

  slider.hidden = false;
  slider.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
  Object.assign(slider, { min: String(first), max: String(last), step: '1', value: String(last) });
  const output = make('output', { class: 'slider-day', for: 'slider' });
  slider.after(output);
  const show = (): void => {
    const day = Number(slider.value);
    output.textContent = period(day, day);
    slider.setAttribute('aria-valuetext', `${period(day, day)}: ${words(towns, day)}`);
    const share = `${(100 * (day - first)) / Math.max(1, last + 1 - first)}%`;
    for (const town of towns) {
      const held = heldOn(town.spells, day);
      town.row.style.setProperty('--now', share);
      for (const spell of town.spells) spell.item.classList.toggle('now', spell === held);
    }
    void map?.ready.then(() => {
      map.put('held', { type: 'FeatureCollection', features: features(towns, sides, day) });
      map.put('areas', areas(marks(towns, day), map.country));
    });
    void map?.drawn.then(() => map.put('areas', areas(marks(towns, Number(slider.value)), map.country)));
  };
  slider.addEventListener('input', show);
  show();
}

function readTown(row: HTMLElement): Town {
  const spells = all('ol.strip > li', row).map((item) => ({
    item,
    start: item.dataset['start'] ?? '',
    end: item.dataset['end'] || null,
    side: item.dataset['side'] ?? '',
    standing: item.dataset['standing'] ?? '',
  }));
  const { place = '', lat, lon, radius, precision = 'town' } = row.dataset;
  const number = (given: string | undefined): number | null => (given ? Number(given) : null);
  return { row, name: place, lat: number(lat), lon: number(lon), radius: number(radius), precision, spells: spells.filter(({ start, end }) => start || end) };
}

function drawStrip(town: Town, sides: Looks, first: number, last: number): void {
  const strip = one('ol.strip', town.row);
  strip?.classList.add('drawn');
  placed(town.spells, first, last).forEach(({ left, width }, at) => {
    const { item, side, start, end } = town.spells[at]!;
    item.style.left = `min(${100 * left}%, 100% - 4px)`;
    item.style.width = `${100 * width}%`;
    item.dataset['look'] = sides.get(side) ?? 'none';
    item.title = `${side}: ${item.dataset['open'] ? 'from an unknown day' : start}${end ? ` to ${end}` : ' on'}`;
  });
}

/** The days that all strips begin and end with. */
function axis(first: number, last: number): void {
  const ends = [first, last].map((day) => make('span', {}, period(day, day)));
  one('table.control thead th:last-child')?.append(make('span', { class: 'axis' }, ...ends));
}

function key(sides: Looks): void {
  const list = make('ul', { class: 'sides', 'aria-label': 'Sides' });
  const line = (look: string, side: string): HTMLElement =>
    make('li', {}, make('span', { class: 'swatch', 'data-look': look, 'aria-hidden': 'true' }), make('bdi', {}, side));
  const others = [...sides].filter(([, look]) => look === 'other').length;
  list.append(...[...sides].filter(([, look]) => look !== 'other').map(([side, look]) => line(look, side)));
  if (others) list.append(line('other', `${others} other sides, named in the table`));
  one('#control-map')?.after(list);
}

/** A mark leads to its row; the name in a row shows its place on the map. */
function linked(map: Map, towns: Town[]): void {
  const choose = (town: Town): void => {
    for (const { row } of towns) row.classList.toggle('chosen', row === town.row);
    const at = { type: 'Point' as const, coordinates: [town.lon ?? 0, town.lat ?? 0] };
    map.put('chosen', { type: 'Feature', geometry: at, properties: {} });
  };
  for (const town of towns) {
    const name = one('th', town.row);
    if (!name || town.lat === null || town.lon === null) continue;
    const button = make('button', { type: 'button', class: 'plain', title: 'Show it on the map' }, ...name.childNodes);
    button.addEventListener('click', () => {
      choose(town);
      map.chart.easeTo({ center: [town.lon!, town.lat!], zoom: Math.max(map.chart.getZoom(), 6), animate: !stillness() });
      one('#control-map')?.scrollIntoView({ block: 'nearest' });
    });
    name.replaceChildren(button);
  }
  map.chart.on('click', 'held', (event) => {
    const town = towns[Number(event.features?.[0]?.properties['town'])];
    if (!town) return;
    choose(town);
    town.row.scrollIntoView({ block: 'center', behavior: stillness() ? 'auto' : 'smooth' });
  });
  map.chart.on('mouseenter', 'held', () => (map.chart.getCanvas().style.cursor = 'pointer'));
  map.chart.on('mouseleave', 'held', () => (map.chart.getCanvas().style.cursor = ''));
}

function mapOf(towns: Town[]): Map | null {
  const section = one('#control-map');
  const known = towns.filter((town) => town.lat !== null && town.lon !== null);
  if (!section || !known.length) return null;
  try {
    section.hidden = false;
    const container = make('div', { class: 'canvas' });
    section.append(container);
    const map = makeMap({ container, labels: '/api/labels', name: 'Map of control on the chosen day; the table says the same', named: new Set(known.map((town) => town.name)) });
    const lats = known.map((town) => town.lat!);
    const lons = known.map((town) => town.lon!);
    map.chart.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], { padding: 50, maxZoom: 8.5, animate: false });
    return map;
  } catch {
    section.hidden = true;
    return null;
  }
}

function features(towns: Town[], sides: Looks, day: number): Feature<Point>[] {
  return towns.flatMap((town, at) => {
    const held = heldOn(town.spells, day);
    if (!held || town.lat === null || town.lon === null) return [];
    const icon = `side-${sides.get(held.side) ?? 'none'}${held.standing === 'contested' ? '-contested' : ''}`;
    const properties = { icon, name: town.name, town: at };
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [town.lon, town.lat] }, properties } as Feature<Point>];
  });
}

/** The places with what is known of their size: a province is an area, not the spot in its middle. */
function marks(towns: Town[], day: number): Mark[] {
  return towns.flatMap((town) => {
    const held = heldOn(town.spells, day);
    if (!held || town.lat === null || town.lon === null) return [];
    const status = held.standing === 'contested' ? 'disputed' : 'single_source';
    const { lat, lon, precision, name } = { ...town, lat: town.lat, lon: town.lon };
    return [{ id: name, event_type: '', lat, lon, precision, radius_km: town.radius, start: null, end: null, status, killed: null }];
  });
}

function words(towns: Town[], day: number): string {
  const held = new globalThis.Map<string, number>();
  for (const town of towns) {
    const side = heldOn(town.spells, day)?.side;
    if (side) held.set(side, (held.get(side) ?? 0) + 1);
  }
  return [...held].map(([side, count]) => `${side} ${count}`).join(', ');
}

