// An incident: a small map of where, and fields that can be folded to those that are contested.
import { all, make, one } from './dom.ts';
import { pixels } from './map/circle.ts';
import type { Point } from './map/points.ts';

export function incident(): void {
  void smallMap();
  onlyContested();
}

async function smallMap(): Promise<void> {
  const article = one('article[data-lat]');
  const box = one('.minimap');
  const { lat, lon, radius, precision, status, id } = article?.dataset ?? {};
  if (!box || !lat || !lon) return;
  const [{ makeMap }, { areas, spots }] = await Promise.all([import('./map/chart.ts'), import('./map/points.ts')]);
  const point: Point = {
    id: id ?? '',
    event_type: '',
    lat: Number(lat),
    lon: Number(lon),
    precision: precision ?? 'town',
    radius_km: radius ? Number(radius) : null,
    start: null,
    end: null,
    status: status === 'disputed' || status === 'undisputed' ? status : 'single_source',
    killed: null,
  };
  try {
    box.hidden = false;
    const container = make('div', { class: 'canvas' });
    box.append(container);
    const map = makeMap({ container, labels: '/api/labels', name: 'Map of where it happened' });
    map.chart.jumpTo({ center: [point.lon, point.lat], zoom: zoomFor(point, box.clientHeight) });
    map.chart.scrollZoom.disable();
    await map.ready;
    map.put('spots', spots([point]));
    await map.drawn;
    map.put('areas', areas([point], map.country));
  } catch {
    box.hidden = true; // no WebGL: the place stands in words beside it
  }
}

/** So near that the area fills a third of the map, and never nearer than a town and what lies around it. */
export function zoomFor(point: Pick<Point, 'lat' | 'radius_km'>, height: number): number {
  const radius = Math.max(point.radius_km ?? 0, 4);
  for (let zoom = 9; zoom > 2; zoom -= 0.25) if (pixels(point.lat, radius, zoom) < height / 3) return zoom;
  return 2;
}

function onlyContested(): void {
  const table = one('#fields table');
  if (!table) return;
  const quiet = all('tbody tr', table).filter((row) => !row.querySelector('[data-standing="contested"]'));
  if (!quiet.length || quiet.length === all('tbody tr', table).length) return;
  const box = make('input', { type: 'checkbox' });
  box.addEventListener('change', () => {
    for (const row of quiet) row.hidden = box.checked;
  });
  (table.closest('.scroll') ?? table).before(make('label', { class: 'only' }, box, ' Only what is contested'));
}
