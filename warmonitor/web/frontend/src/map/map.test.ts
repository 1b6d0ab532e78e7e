import { describe, expect, it } from 'vitest';
import { circle, pixels } from './circle.ts';
import { most } from './extent.ts';
import { areas, spots, type Point } from './points.ts';
import { unwrapped } from './unwrap.ts';
import { around, countryAt, shown, within, type World } from './world.ts';

const point = (id: string, more: Partial<Point> = {}): Point => ({
  id,
  event_type: 'battle',
  lat: 35.86,
  lon: 36.8,
  precision: 'town',
  radius_km: 3,
  start: null,
  end: null,
  status: 'undisputed',
  killed: null,
  ...more,
});

describe('areas on the globe', () => {
  it('reach as far north and south as they say, and close', () => {
    const ring = circle(36, 37, 111.195).coordinates[0]!;
    const lats = ring.map(([, lat]) => lat!);
    expect(Math.max(...lats)).toBeCloseTo(37, 2);
    expect(Math.min(...lats)).toBeCloseTo(35, 2);
    expect(ring[0]).toEqual(ring.at(-1));
  });

  it('are as large on the screen as the zoom makes them', () => {
    expect(pixels(0, 40_075, 0)).toBeCloseTo(512);
    expect(pixels(60, 40_075, 0)).toBeCloseTo(1024);
  });
});

describe('marks', () => {
  it('never move incidents of one place apart', () => {
    const found = spots([point('a'), point('b', { status: 'disputed' }), point('c', { lat: 36 })]);
    expect(found.features.map(({ properties }) => [properties.ids, properties.count, properties.status])).toEqual([
      ['a b', 2, 'disputed'],
      ['c', 1, 'undisputed'],
    ]);
  });

  it('show each area once, the widest below', () => {
    const found = areas([point('a'), point('b'), point('c', { precision: 'province', radius_km: 60 }), point('d', { radius_km: null, lat: 1 })]);
    expect(found.features.map(({ properties }) => properties!['wide'])).toEqual([true, false]);
  });
});

describe('coasts', () => {
  it('cross the date line without a line around the world', () => {
    expect(unwrapped([[170, 65], [-170, 66], [-175, 60], [170, 65]], true)).toEqual([[170, 65], [190, 66], [185, 60], [170, 65]]);
  });

  it('around a pole close along it', () => {
    const ring = unwrapped([[-120, -70], [0, -70], [120, -70], [-120, -70]], true);
    expect(ring.slice(3)).toEqual([[240, -70], [240, -90], [-120, -90], [-120, -70]]);
  });
});

describe('countries', () => {
  it('are found by a point in them', () => {
    const square = { type: 'Polygon' as const, coordinates: [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]] };
    expect(countryAt([square], 5, 5)).toBe(square);
    expect(countryAt([square], 5, 11)).toBeNull();
  });
});

describe('the world in pieces', () => {
  const line = (lon: number) => ({ box: [lon, 0, lon + 1, 1] as const, geometry: { type: 'LineString' as const, coordinates: [] } });
  const all: World = { countries: [], land: [], coasts: [line(0), line(50), line(179)], borders: [] };

  it('shows those around the view, across the date line too', () => {
    expect(shown(all).coasts.features.length).toBe(3);
    expect(shown(all, [-10, -10, 10, 10]).coasts.features.length).toBe(1);
    expect(shown(all, [-185, -10, -170, 10]).coasts.features.length).toBe(1);
  });

  it('stays while the view moves within what is shown', () => {
    expect(within([1, 1, 2, 2], around([0, 0, 2, 2]))).toBe(true);
    expect(within([9, 1, 12, 2], around([0, 0, 2, 2]))).toBe(false);
  });
});

describe('the part of the world that a map opens on', () => {
  const at = (lon: number, lat: number, count = 1) => ({ box: [lon, lat, lon, lat] as const, count });

  it('holds all of a few incidents, and nearly all of many', () => {
    expect(most([at(36, 35), at(40, 37)])).toEqual([36, 35, 40, 37]);
    expect(most([at(36, 35, 60), at(40, 37, 39), at(-77, 39)])).toEqual([36, 35, 40, 37]);
    expect(most([])).toBeNull();
  });
});
