// What the server says of a view, as the map draws it.
import type { Feature, FeatureCollection, MultiPolygon, Point as PointShape, Polygon } from 'geojson';
import { circle } from './circle.ts';

export interface Point {
  id: string;
  event_type: string;
  lat: number;
  lon: number;
  precision: string;
  radius_km: number | null;
  start: string | null;
  end: string | null;
  status: 'undisputed' | 'disputed' | 'single_source';
  killed: number | null;
}

export interface Cell {
  lat: number;
  lon: number;
  count: number;
  disputed: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface View {
  total: number;
  clustered: boolean;
  cells: Cell[];
  points: Point[];
}

export interface Spot {
  ids: string;
  count: number;
  disputed: number;
  status: string;
  reach: number;
  toll: number;
}

/** From here on a place is an area: nobody should read its centre as a spot. */
const WIDE = new Set(['district', 'province', 'region', 'country', 'road']);

/** Incidents of one and the same place share one mark: moved apart, they would lie. */
export function spots(points: readonly Point[]): FeatureCollection<PointShape, Spot> {
  const places = new Map<string, Point[]>();
  for (const point of points) {
    const key = `${point.lat},${point.lon},${reach(point)}`;
    const there = places.get(key);
    if (there) there.push(point);
    else places.set(key, [point]);
  }
  return { type: 'FeatureCollection', features: [...places.values()].map(spot) };
}

function spot(there: Point[]): Feature<PointShape, Spot> {
  const first = there[0]!;
  const disputed = there.filter((point) => point.status === 'disputed').length;
  const same = there.every((point) => point.status === first.status);
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [first.lon, first.lat] },
    properties: {
      ids: there.map((point) => point.id).join(' '),
      count: there.length,
      disputed,
      status: same ? first.status : disputed ? 'disputed' : 'undisputed',
      reach: WIDE.has(first.precision) ? 1 : 0,
      toll: Math.max(0, ...there.map((point) => point.killed ?? 0)),
    },
  };
}

export function cells(found: readonly Cell[]): FeatureCollection<PointShape> {
  return {
    type: 'FeatureCollection',
    features: found.map((cell) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [cell.lon, cell.lat] },
      properties: { ...cell },
    })),
  };
}

type Shape = Polygon | MultiPolygon;

/** The areas that the places may lie in, each once, widest first so that the small ones stay on top. A country has the
 *  shape that `countryAt` knows, and every other area is a circle. */
export function areas(points: readonly Point[], countryAt: (point: Point) => Shape | null = () => null): FeatureCollection<Shape> {
  const seen = new Map<string, Point>();
  for (const point of points) {
    const key = `${point.lat},${point.lon},${reach(point)}`;
    if (reach(point) > 0 && (!seen.has(key) || point.status === 'disputed')) seen.set(key, point);
  }
  const widest = [...seen.values()].sort((a, b) => reach(b) - reach(a));
  return {
    type: 'FeatureCollection',
    features: widest.map((point) => ({
      type: 'Feature',
      geometry: (point.precision === 'country' && countryAt(point)) || circle(point.lat, point.lon, reach(point)),
      properties: { status: point.status, wide: WIDE.has(point.precision) },
    })),
  };
}

export const reach = (point: Pick<Point, 'radius_km'>): number => point.radius_km ?? 0;
