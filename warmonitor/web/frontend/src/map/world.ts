// Coasts and countries of world-atlas (Natural Earth): 1:50m at first, 1:10m once the map is close enough to see it.
import type { FeatureCollection, MultiLineString, GeoJSON } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarse from 'world-atlas/countries-50m.json?url';
import fine from 'world-atlas/countries-10m.json?url';
import { flattened } from './unwrap.ts';

export const FINE_FROM = 5;

export interface World {
  land: GeoJSON;
  borders: MultiLineString;
}

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

export async function world(detail: 'coarse' | 'fine'): Promise<World> {
  const response = await fetch(detail === 'fine' ? fine : coarse);
  const atlas = (await response.json()) as Atlas;
  return {
    land: flattened(feature(atlas, atlas.objects.land) as FeatureCollection),
    borders: flattened(mesh(atlas, atlas.objects.countries as never, (a, b) => a !== b)),
  };
}
