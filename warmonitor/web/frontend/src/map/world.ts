// Coasts and countries of world-atlas (Natural Earth): 1:50m at first, 1:10m once the map is close enough to see it.
import type { FeatureCollection, GeoJSON, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarse from 'world-atlas/countries-50m.json?url';
import fine from 'world-atlas/countries-10m.json?url';
import { flattened } from './unwrap.ts';

export const FINE_FROM = 5;

export interface World {
  land: GeoJSON;
  borders: MultiLineString;
  countries: Shape[];
}

export type Shape = Polygon | MultiPolygon;

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

export async function world(detail: 'coarse' | 'fine'): Promise<World> {
  const response = await fetch(detail === 'fine' ? fine : coarse);
  const atlas = (await response.json()) as Atlas;
  const countries = feature(atlas, atlas.objects.countries) as FeatureCollection<Shape>;
  return {
    countries: countries.features.map((country) => flattened(country.geometry)),
    land: flattened(feature(atlas, atlas.objects.land) as FeatureCollection),
    borders: flattened(mesh(atlas, atlas.objects.countries as never, (a, b) => a !== b)),
  };
}

/** The country that a point lies in, as its shape; null at sea. */
export function around(shapes: readonly Shape[], lat: number, lon: number): Shape | null {
  return shapes.find((shape) => rings(shape).some(([outer]) => !!outer && inside(outer, lat, lon))) ?? null;
}

const rings = (shape: Shape): Position[][][] => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates);

/** Counts how often a ray to the east crosses the ring. */
export function inside(ring: readonly Position[], lat: number, lon: number): boolean {
  let odd = false;
  let before = ring.at(-1)!;
  for (const corner of ring) {
    const [x1, y1] = before as [number, number];
    const [x2, y2] = corner as [number, number];
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
    before = corner;
  }
  return odd;
}
