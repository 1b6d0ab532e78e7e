// Coasts and countries of world-atlas (Natural Earth): 1:50m of the whole world, 1:10m around what is looked at closely.
import type { FeatureCollection, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarse from 'world-atlas/countries-50m.json?url';
import fine from 'world-atlas/countries-10m.json?url';
import type { Box } from '../filter.ts';
import { flattened } from './unwrap.ts';

export const FINE_FROM = 5;

export type Shape = Polygon | MultiPolygon;

interface Piece<G> {
  box: Box;
  geometry: G;
}

/** The world in pieces that can be shown without the others. */
export interface World {
  countries: Shape[];
  land: Piece<Polygon>[];
  coasts: Piece<LineString>[];
  borders: Piece<LineString>[];
}

export interface Shown {
  land: FeatureCollection;
  coasts: FeatureCollection;
  borders: FeatureCollection;
}

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

export async function world(detail: 'coarse' | 'fine'): Promise<World> {
  const response = await fetch(detail === 'fine' ? fine : coarse);
  const atlas = (await response.json()) as Atlas;
  const found = feature(atlas, atlas.objects.countries) as FeatureCollection<Shape>;
  const countries = found.features.map((country) => flattened(country.geometry));
  const lines = (of: (a: unknown, b: unknown) => boolean): Piece<LineString>[] =>
    flattened(mesh(atlas, atlas.objects.countries as never, of)).coordinates.map((coordinates) => piece({ type: 'LineString', coordinates }, coordinates));
  return {
    countries,
    land: countries.flatMap((shape) => rings(shape).map((coordinates) => piece({ type: 'Polygon', coordinates } as Polygon, coordinates[0] ?? []))),
    coasts: lines((a, b) => a === b),
    borders: lines((a, b) => a !== b),
  };
}

function piece<G>(geometry: G, corners: readonly Position[]): Piece<G> {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of corners) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { box: [west, south, east, north], geometry };
}

/** What of the world lies in a box, all of it without one. */
export function shown(all: World, box?: Box): Shown {
  const some = (pieces: readonly Piece<Polygon | LineString>[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: pieces
      .filter((one) => !box || touches(one.box, box))
      .map(({ geometry }) => ({ type: 'Feature', geometry, properties: {} })),
  });
  return { land: some(all.land), coasts: some(all.coasts), borders: some(all.borders) };
}

/** Boxes touch also where one of them is told on the other side of the date line. */
function touches(one: Box, other: Box): boolean {
  if (one[1] > other[3] || one[3] < other[1]) return false;
  return [-360, 0, 360].some((turn) => one[0] + turn <= other[2] && one[2] + turn >= other[0]);
}

/** A box with as much again on every side. */
export function around([west, south, east, north]: Box): Box {
  return [west - (east - west), south - (north - south), east + (east - west), north + (north - south)];
}

export const within = (one: Box, other: Box): boolean =>
  one[0] >= other[0] && one[1] >= other[1] && one[2] <= other[2] && one[3] <= other[3];

/** The country that a point lies in, as its shape; null at sea. */
export function countryAt(shapes: readonly Shape[], lat: number, lon: number): Shape | null {
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
