// The style of the map in the palette of the moment. Its fonts are files of ours; nothing comes from another host.
import type { StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { GeoJSON } from 'geojson';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import { colour } from '../theme.ts';

export const SOURCES = ['land', 'coasts', 'borders', 'areas', 'cells', 'spots', 'held', 'chosen', 'names'] as const;
export type Source = (typeof SOURCES)[number];
export type Data = Partial<Record<Source, GeoJSON>>;

const NOTHING: GeoJSON = { type: 'FeatureCollection', features: [] };
const NAMES = ['Desk'];
const whole = (file: string): string => new URL(file, import.meta.url).href;

const FACES = {
  Desk: [
    { url: whole(arabic), 'unicode-range': ['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC'] },
    { url: whole(cyrillic), 'unicode-range': ['U+0400-045F', 'U+0490-0491', 'U+04B0-04B1'] },
    { url: whole(latin), 'unicode-range': ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+2000-206F'] },
    { url: whole(latinExt), 'unicode-range': ['U+0100-02BA', 'U+02BD-02FF', 'U+0304', 'U+0308', 'U+1E00-1EFF'] },
  ],
};

function names(kind: string, size: number, look: SymbolLayerSpecification['layout']): SymbolLayerSpecification {
  return {
    id: `names-${kind}`,
    type: 'symbol',
    source: 'names',
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': NAMES,
      'text-size': size,
      'text-padding': 4,
      'text-max-width': 8,
      ...look,
    },
    paint: { 'text-color': colour(kind === 'region' || kind === 'area' ? 'muted' : 'label'), 'text-halo-color': colour('halo'), 'text-halo-width': 1.4 },
  };
}

/** Radius of a mark for several incidents, by how many. */
const BY_COUNT = (count: unknown): never =>
  ['interpolate', ['linear'], ['log10', ['max', 1, count]], 0, 9, 1, 13, 2, 17, 3, 21, 5, 26] as never;

function many(source: 'cells' | 'spots', count: unknown): StyleSpecification['layers'] {
  const several = ['>', count, 1] as never;
  return [
    {
      id: `${source}-many`,
      type: 'circle',
      source,
      filter: several,
      paint: {
        'circle-radius': BY_COUNT(count),
        'circle-color': colour('panel'),
        'circle-opacity': 0.92,
        'circle-stroke-width': 2,
        'circle-stroke-color': colour('single'),
      },
    },
    {
      id: `${source}-count`,
      type: 'symbol',
      source,
      filter: several,
      layout: {
        'text-field': ['number-format', count, { locale: 'en' }] as never,
        'text-font': NAMES,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colour('text') },
    },
    {
      id: `${source}-disputed`,
      type: 'symbol',
      source,
      filter: ['all', several, ['>', ['get', 'disputed'], 0]] as never,
      layout: {
        'icon-image': 'disputed',
        'icon-size': ['interpolate', ['linear'], ['/', ['get', 'disputed'], count], 0, 0.5, 0.5, 0.8] as never, // the more of them, the larger
        'icon-offset': ['interpolate', ['linear'], ['log10', ['max', 1, count]], 0, ['literal', [12, -12]], 1, ['literal', [17, -17]], 2, ['literal', [22, -22]], 3, ['literal', [27, -27]], 5, ['literal', [33, -33]]] as never,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

export function style(data: Data): StyleSpecification {
  const source = (name: Source): { type: 'geojson'; data: GeoJSON } => ({ type: 'geojson', data: data[name] ?? NOTHING });
  const status = ['match', ['get', 'status'], 'disputed', colour('disputed'), 'undisputed', colour('undisputed'), colour('single')];
  return {
    version: 8,
    'font-faces': FACES,
    sources: {
      land: { ...source('land'), tolerance: 0.2 },
      coasts: { ...source('coasts'), tolerance: 0.2 },
      borders: { ...source('borders'), tolerance: 0.2 },
      areas: source('areas'),
      cells: source('cells'),
      spots: {
        ...source('spots'),
        cluster: true,
        clusterRadius: 26,
        clusterMaxZoom: 11,
        clusterProperties: { disputed: ['+', ['get', 'disputed']], incidents: ['+', ['get', 'count']] },
      },
      held: source('held'),
      chosen: source('chosen'),
      names: source('names'),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('sea') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('land'), 'fill-antialias': false } },
      { id: 'coasts', type: 'line', source: 'coasts', paint: { 'line-color': colour('border'), 'line-width': 0.7 } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colour('border'), 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 8, 1.6], 'line-dasharray': [4, 2] },
      },
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        paint: { 'fill-color': status as never, 'fill-opacity': ['case', ['get', 'wide'], 0.035, 0.14] },
      },
      {
        id: 'areas-edge',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': status as never, 'line-width': 1.1, 'line-opacity': 0.65, 'line-dasharray': [2, 2] },
      },
      // What stands last is placed first: a country and a town keep their names where a region's has no room.
      names('area', 11.5, { 'text-letter-spacing': 0.05 }),
      names('region', 11, { 'text-transform': 'uppercase', 'text-letter-spacing': 0.06 }),
      names('site', 10.5, { 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.8, 'text-justify': 'auto' }),
      names('town', 11.5, { 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.8, 'text-justify': 'auto' }),
      names('country', 13, { 'text-transform': 'uppercase', 'text-letter-spacing': 0.12 }),
      ...many('cells', ['get', 'count']),
      {
        id: 'spots-one',
        type: 'symbol',
        source: 'spots',
        filter: ['==', ['get', 'count'], 1],
        layout: {
          'icon-image': ['get', 'status'],
          'icon-size': ['interpolate', ['linear'], ['log10', ['max', 1, ['get', 'toll']]], 0, 0.72, 1, 0.95, 2, 1.3, 3, 1.7],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'symbol-sort-key': ['get', 'toll'],
        },
        paint: { 'icon-opacity': ['case', ['==', ['get', 'reach'], 1], 0.6, 1] },
      },
      ...many('spots', ['coalesce', ['get', 'incidents'], ['get', 'count']]),
      {
        id: 'held',
        type: 'symbol',
        source: 'held',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-size': 0.8,
          'icon-allow-overlap': true,
          'text-field': ['get', 'name'],
          'text-font': NAMES,
          'text-size': 11.5,
          'text-optional': true,
          'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
          'text-radial-offset': 0.9,
          'text-justify': 'auto',
        },
        paint: { 'text-color': colour('label'), 'text-halo-color': colour('halo'), 'text-halo-width': 1.6 },
      },
      {
        id: 'chosen',
        type: 'circle',
        source: 'chosen',
        paint: { 'circle-radius': 17, 'circle-opacity': 0, 'circle-stroke-width': 3.5, 'circle-stroke-color': colour('accent') },
      },
    ],
  };
}
