// world-atlas stitches the shapes that a cut at 180° would part. A flat map needs their corners in one run of degrees.
import type { GeoJSON, Geometry, Position } from 'geojson';

const POLE = 90;

/** Corners without jumps across the date line; a ring around a pole is led along it, so that it closes. */
export function unwrapped(ring: readonly Position[], closes: boolean): Position[] {
  const found: Position[] = [];
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  for (const [lon = 0, lat = 0] of ring) {
    if (lon - before > 180) turn -= 360;
    else if (lon - before < -180) turn += 360;
    before = lon;
    found.push([lon + turn, lat]);
  }
  if (closes && turn !== 0) {
    const south = (found[0]?.[1] ?? 0) < 0;
    const pole = south ? -POLE : POLE;
    found.push([found.at(-1)![0]!, pole], [found[0]![0]!, pole], found[0]!);
  }
  return found;
}

function flat<G extends Geometry>(shape: G): G {
  if (shape.type === 'Polygon') return { ...shape, coordinates: shape.coordinates.map((ring) => unwrapped(ring, true)) };
  if (shape.type === 'MultiPolygon') {
    return { ...shape, coordinates: shape.coordinates.map((rings) => rings.map((ring) => unwrapped(ring, true))) };
  }
  if (shape.type === 'MultiLineString') return { ...shape, coordinates: shape.coordinates.map((line) => unwrapped(line, false)) };
  return shape;
}

export function flattened<G extends GeoJSON>(given: G): G {
  if (given.type === 'FeatureCollection') return { ...given, features: given.features.map(flattened) };
  if (given.type === 'Feature') return { ...given, geometry: flat(given.geometry) };
  return flat(given as Geometry) as G;
}
