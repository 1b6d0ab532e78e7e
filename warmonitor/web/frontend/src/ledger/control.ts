// The control ledger live: strips drawn to scale, a slider through the days, and a map of who is said to hold what.
import type { Feature, Point } from 'geojson';
import { all, make, one } from '../dom.ts';
import { makeMap, type Map } from '../map/chart.ts';
import { lookOf } from '../map/icons.ts';
import { dayOf, isoOf, period } from '../timeline/scale.ts';
import { heldOn, placed, type Spell } from './strip.ts';

/** What the server writes where a town was left and nobody is said to have it. */
const NOBODY = 'nobody is named';

interface Town {
  row: HTMLElement;
  name: string;
  lat: number | null;
  lon: number | null;
  spells: (Spell & { standing: string; item: HTMLElement })[];
}

export function control(): void {
  const towns = all('tr[data-place]').map(readTown).filter((town) => town.spells.length);
  const slider = one<HTMLInputElement>('#slider');
  const days = towns.flatMap((town) => town.spells.flatMap(({ start, end }) => [start, end].filter((day): day is string => !!day).map(dayOf)));
  if (!days.length || !slider) return;
  const first = Math.min(...days);
  const last = Math.max(...days);
  const sides = [...new Set(towns.flatMap((town) => town.spells.map((spell) => spell.side)))].filter((side) => side !== NOBODY).sort();
  for (const spell of towns.flatMap((town) => town.spells)) {
    if (spell.start) continue;
    spell.start = isoOf(first); // nobody says since when: it fades in from the beginning of the strip
    spell.item.dataset['open'] = 'start';
  }
  for (const town of towns) drawStrip(town, sides, first, last);
  const map = mapOf(towns);
  key(sides);

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
    void map?.ready.then(() => map.put('held', { type: 'FeatureCollection', features: features(towns, sides, day) }));
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
  const { place = '', lat, lon } = row.dataset;
  return { row, name: place, lat: lat ? Number(lat) : null, lon: lon ? Number(lon) : null, spells: spells.filter(({ start, end }) => start || end) };
}

/** Sides by number: the sheet gives each number its colour and its hatching. */
function drawStrip(town: Town, sides: string[], first: number, last: number): void {
  const strip = one('ol.strip', town.row);
  strip?.classList.add('drawn');
  placed(town.spells, first, last).forEach(({ left, width }, at) => {
    const { item, side, start, end } = town.spells[at]!;
    item.style.left = `${100 * left}%`;
    item.style.width = `${100 * width}%`;
    item.dataset['look'] = lookOf(sides.indexOf(side));
    item.title = `${side}: ${item.dataset['open'] ? 'from an unknown day' : start}${end ? ` to ${end}` : ' on'}`;
  });
}

function key(sides: string[]): void {
  const list = make('ul', { class: 'sides', 'aria-label': 'Sides' });
  const line = (look: string, side: string): HTMLElement =>
    make('li', {}, make('span', { class: 'swatch', 'data-look': look, 'aria-hidden': 'true' }), make('bdi', {}, side.replaceAll('_', ' ')));
  list.append(...sides.map((side, at) => line(lookOf(at), side)), line(lookOf(-1), NOBODY));
  one('#control-map')?.after(list);
}

function mapOf(towns: Town[]): Map | null {
  const section = one('#control-map');
  const known = towns.filter((town) => town.lat !== null && town.lon !== null);
  if (!section || !known.length) return null;
  try {
    section.hidden = false;
    const container = make('div', { class: 'canvas' });
    section.append(container);
    const map = makeMap({ container, labels: '/api/labels', name: 'Map of control on the chosen day; the table says the same' });
    const lats = known.map((town) => town.lat!);
    const lons = known.map((town) => town.lon!);
    map.chart.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], { padding: 50, maxZoom: 8.5, animate: false });
    return map;
  } catch {
    section.hidden = true;
    return null;
  }
}

function features(towns: Town[], sides: string[], day: number): Feature<Point>[] {
  return towns.flatMap((town) => {
    const held = heldOn(town.spells, day);
    if (!held || town.lat === null || town.lon === null) return [];
    const icon = `side-${lookOf(sides.indexOf(held.side))}${held.standing === 'contested' ? '-contested' : ''}`;
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [town.lon, town.lat] }, properties: { icon } } as Feature<Point>];
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

