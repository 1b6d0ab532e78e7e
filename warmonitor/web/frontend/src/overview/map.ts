// The overview's map: marks of what is asked for, in the view, and what happens when one is chosen.
import type { GeoJSONSource, MapGeoJSONFeature, MapMouseEvent } from 'maplibre-gl';
import { json, Latest } from '../api.ts';
import { make, stillness } from '../dom.ts';
import { boxOf, together, without, writeBox, type Box } from '../filter.ts';
import { makeMap, type Map } from '../map/chart.ts';
import { areas, cells, spots, type Point, type View } from '../map/points.ts';
import { most, type Weighed } from '../map/extent.ts';

const PICKABLE = ['spots-one', 'spots-many', 'cells-many'];
const CLOSEST = 9;

export interface Hooks {
  /** The person moved the map; this is what it shows now. */
  moved(box: Box): void;
  /** The person chose an incident on it. */
  chose(point: Point): void;
}

export class OverviewMap {
  readonly #section: HTMLElement;
  readonly #hooks: Hooks;
  readonly #map: Map;
  readonly #latest = new Latest();
  readonly #card = make('aside', { class: 'card', hidden: true, 'aria-label': 'Incidents at the chosen place' });
  #filter = new URLSearchParams();
  #points = new globalThis.Map<string, Point>();

  constructor(section: HTMLElement, hooks: Hooks) {
    this.#section = section;
    this.#hooks = hooks;
    section.hidden = false;
    const container = make('div', { class: 'canvas' });
    section.append(container, this.#card, legend());
    this.#map = makeMap({
      container,
      labels: section.dataset['labels'] ?? '/api/labels',
      name: 'Map of incidents; the table lists the same',
    });
    this.#listen();
  }

  /** Draws what is asked for. `fit` moves the map to it; the person's own view stays otherwise. */
  async show(filter: URLSearchParams, fit: boolean): Promise<void> {
    this.#filter = without(filter, 'box');
    await this.#map.ready;
    const box = boxOf(filter);
    if (fit && box) this.#go(box);
    else if (fit) await this.#fit();
    await this.#load();
  }

  /** Rings an incident and brings it into view. */
  async ring(point: { lat: number; lon: number } | null): Promise<void> {
    await this.#map.ready;
    this.#section.dataset['ringed'] = point ? `${point.lat},${point.lon}` : '';
    this.#map.put('chosen', {
      type: 'FeatureCollection',
      features: point ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [point.lon, point.lat] }, properties: {} }] : [],
    });
    if (!point || this.#map.chart.getBounds().contains([point.lon, point.lat])) return;
    this.#map.chart.easeTo({ center: [point.lon, point.lat], animate: !stillness() });
  }

  #listen(): void {
    const { chart } = this.#map;
    chart.on('moveend', (event) => {
      void this.#load();
      if ('originalEvent' in event && event.originalEvent) this.#hooks.moved(this.#map.box());
    });
    // The keyboard and the buttons move the map without an event of their own that MapLibre hands on.
    for (const kind of ['keydown', 'click'] as const) {
      chart.getContainer().addEventListener(kind, (event) => {
        const button = (event.target as Element).closest('.maplibregl-ctrl-zoom-in, .maplibregl-ctrl-zoom-out');
        const arrow = event instanceof KeyboardEvent && /^(Arrow|\+|-|=)/.test(event.key);
        if (button || arrow) chart.once('moveend', () => this.#hooks.moved(this.#map.box()));
      });
    }
    for (const layer of PICKABLE) {
      chart.on('mouseenter', layer, () => (chart.getCanvas().style.cursor = 'pointer'));
      chart.on('mouseleave', layer, () => (chart.getCanvas().style.cursor = ''));
    }
    chart.on('click', (event) => void this.#pick(event));
  }

  async #pick(event: MapMouseEvent): Promise<void> {
    const { chart } = this.#map;
    const around: [[number, number], [number, number]] = [
      [event.point.x - 6, event.point.y - 6],
      [event.point.x + 6, event.point.y + 6],
    ];
    const [found] = chart.queryRenderedFeatures(around, { layers: PICKABLE });
    if (!found) return this.#close();
    const shown = found.properties as Record<string, unknown>;
    if (typeof shown['west'] === 'number') return this.#enter(shown as unknown as Record<string, number>);
    if (shown['cluster']) return this.#open(found);
    this.#list(String(shown['ids']).split(' '));
  }

  #enter(cell: Record<string, number>): void {
    this.#go([cell['west']!, cell['south']!, cell['east']!, cell['north']!]);
    this.#map.chart.once('moveend', () => this.#hooks.moved(this.#map.box()));
  }

  async #open(found: MapGeoJSONFeature): Promise<void> {
    const source = this.#map.chart.getSource<GeoJSONSource>('spots');
    const id = Number(found.properties['cluster_id']);
    if (!source || found.geometry.type !== 'Point') return;
    const zoom = await source.getClusterExpansionZoom(id);
    this.#map.chart.easeTo({ center: found.geometry.coordinates as [number, number], zoom: zoom + 0.3, animate: !stillness() });
    this.#map.chart.once('moveend', () => this.#hooks.moved(this.#map.box()));
  }

  #list(ids: string[]): void {
    const points = ids.map((id) => this.#points.get(id)).filter((point): point is Point => !!point);
    const first = points[0];
    if (!first) return;
    const close = make('button', { type: 'button', class: 'plain', 'aria-label': 'Close' }, '×');
    close.addEventListener('click', () => this.#close());
    const rough = first.radius_km ? ` · ${first.precision.replaceAll('_', ' ')}, within ${first.radius_km} km` : '';
    const name = make('h3', {}, `${first.lat.toFixed(3)}, ${first.lon.toFixed(3)}`);
    void nameOf(first.id).then((found) => found && name.replaceChildren(make('bdi', {}, found)));
    this.#card.replaceChildren(
      make('header', {}, name, close),
      make('p', { class: 'muted small' }, `${points.length} incident${points.length === 1 ? '' : 's'}${rough}`),
      make('ol', {}, ...points.sort((a, b) => (b.start ?? '').localeCompare(a.start ?? '')).slice(0, 100).map(line)),
    );
    this.#card.hidden = false;
    void this.ring(first);
    this.#hooks.chose(first);
  }

  #close(): void {
    this.#card.hidden = true;
    void this.ring(null);
  }

  #go([west, south, east, north]: Box, padding = 30): void {
    const across = east < west ? east + 360 : east;
    this.#map.chart.fitBounds([west, south, across, north], { padding, maxZoom: CLOSEST, animate: false });
  }

  async #fit(): Promise<void> {
    const asked = together(this.#section.dataset['src'] ?? '/api/points', this.#filter, { box: '-180,-90,180,90', zoom: '0' });
    const found = await json<View>(asked);
    const all: Weighed[] = [
      ...found.cells.map(({ west, south, east, north, count }) => ({ box: [west, south, east, north] as const, count })),
      ...found.points.map(({ lat, lon }) => ({ box: [lon, lat, lon, lat] as const, count: 1 })),
    ];
    const box = most(all);
    if (box) this.#go(box, 48);
  }

  async #load(): Promise<void> {
    const asked = together(this.#section.dataset['src'] ?? '/api/points', this.#filter, {
      box: writeBox(wider(this.#map.box())),
      zoom: this.#map.chart.getZoom().toFixed(2),
    });
    const found = await this.#latest.run((signal) => json<View>(asked, signal));
    if (!found) return;
    this.#points = new globalThis.Map(found.points.map((point) => [point.id, point]));
    // Cells and points come together: a cell of one incident is a point.
    this.#map.put('cells', cells(found.cells));
    this.#map.put('spots', spots(found.points));
    await this.#map.drawn;
    this.#map.put('areas', areas(found.points, this.#map.country));
    this.#section.dataset['shown'] = String(found.points.length + found.cells.length);
  }
}

/** A little more than what is shown, so that marks do not pop in at the edge. */
function wider([west, south, east, north]: Box): Box {
  const [x, y] = [(east - west) / 20, (north - south) / 20];
  return east - west + 2 * x >= 360 ? [-180, south - y, 180, north + y] : [west - x, south - y, east + x, north + y];
}

/** Marks come without names; the incident has it. */
async function nameOf(id: string): Promise<string | null> {
  const found = await json<{ place: { name: string } | null }>(`/api/incidents/${encodeURIComponent(id)}`).catch(() => null);
  return found?.place?.name.slice(0, 200) ?? null;
}

function line(point: Point): HTMLElement {
  const when = point.start ? (point.end && point.end !== point.start ? `${point.start} to ${point.end}` : point.start) : 'undated';
  return make(
    'li',
    {},
    make('a', { href: `/incidents/${encodeURIComponent(point.id)}` }, point.event_type.replaceAll('_', ' ')),
    ` ${when}${point.killed ? ` · ${point.killed.toLocaleString('en')} killed` : ''} `,
    make('span', { class: 'chip', 'data-status': point.status }, point.status.replaceAll('_', ' ')),
  );
}

function legend(): HTMLElement {
  const mark = (status: string, words: string): HTMLElement => make('li', {}, make('span', { class: `mark ${status}`, 'aria-hidden': 'true' }), words);
  return make(
    'details',
    { class: 'legend', open: window.innerWidth > 1800 },
    make('summary', {}, 'Marks'),
    make(
      'ul',
      {},
      mark('undisputed', 'undisputed'),
      mark('disputed', 'disputed'),
      mark('single', 'single source'),
      mark('several', 'several incidents'),
      mark('within', 'somewhere within'),
    ),
    make('p', { class: 'muted' }, 'Larger marks: more killed'),
  );
}
