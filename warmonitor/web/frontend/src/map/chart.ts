// A map that needs nothing but this server: world-atlas below, names of our gazetteer above, what is asked for between.
import { Map as Chart, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { GeoJSON } from 'geojson';
import { json, Latest } from '../api.ts';
import { afterwards } from '../dom.ts';
import { writeBox, type Box } from '../filter.ts';
import { addIcons } from './icons.ts';
import { style, type Data, type Source } from './style.ts';
import { around, countryAt, FINE_FROM, shown, within, world, type Shape, type World } from './world.ts';

interface Label {
  name: string;
  lat: number;
  lon: number;
  kind: string;
}

export interface Making {
  container: HTMLElement;
  labels: string;
  /** What the map is called for those who do not see it. */
  name: string;
  controls?: boolean;
  /** Places whose names stand on marks already. */
  named?: ReadonlySet<string>;
}

export interface Map {
  chart: Chart;
  /** Resolves when the style is there and data can be put in. */
  ready: Promise<void>;
  put(source: Source, data: GeoJSON): void;
  box(): Box;
  /** The shape of the country at a point, once world-atlas is there. */
  country(point: { lat: number; lon: number }): Shape | null;
  /** Resolves when coasts and countries are there. */
  drawn: Promise<void>;
}

export function makeMap({ container, labels, name, controls = true, named }: Making): Map {
  setWorkerUrl(new URL(worker, import.meta.url).href);
  const data: Data = {};
  const chart = new Chart({
    container,
    style: style(data),
    center: [38, 35],
    zoom: 4,
    minZoom: 0.8,
    maxZoom: 15,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: true,
    fadeDuration: 0,
    locale: { 'Map.Title': name },
  });
  chart.touchZoomRotate.disableRotation();
  chart.keyboard.disableRotation();
  if (controls) {
    chart.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    chart.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right');
  }
  const put = (source: Source, given: GeoJSON): void => {
    data[source] = given;
    chart.getSource<GeoJSONSource>(source)?.setData(given);
  };
  const ready = new Promise<void>((resolve) => {
    chart.once('style.load', () => {
      addIcons(chart);
      for (const [source, given] of Object.entries(data)) put(source as Source, given);
      resolve();
    });
  });
  document.addEventListener('palette', () => {
    chart.setStyle(style(data), { diff: false });
    chart.once('style.load', () => addIcons(chart));
  });
  const shapes: Shape[] = [];
  const drawn = drawWorld(chart, put, (found) => shapes.splice(0, shapes.length, ...found));
  const labelled = drawNames(chart, labels, put, named);
  // For tests and screenshots: everything that was asked for is drawn.
  void Promise.all([ready, drawn, labelled]).then(() => whenStill(chart, () => (container.dataset['drawn'] = 'yes')));
  const country = ({ lat, lon }: { lat: number; lon: number }): Shape | null => countryAt(shapes, lat, lon);
  return { chart, ready, put, box: () => boxOn(chart), country, drawn };
}

const OPEN_SEA = 60_000;

/** Runs once land is on the screen, and names and marks with it; in the middle of an ocean, after a minute. */
function whenStill(chart: Chart, run: () => void): void {
  const since = Date.now();
  const look = (): void => {
    const land = chart.queryRenderedFeatures({ layers: ['land'] }).length > 0;
    const waiting = ['names', 'spots', 'held'].some((source) => !chart.isSourceLoaded(source));
    if ((!land || waiting) && Date.now() - since < OPEN_SEA) return;
    chart.off('idle', look);
    run();
  };
  chart.on('idle', look);
  chart.triggerRepaint();
  window.setTimeout(() => chart.triggerRepaint(), OPEN_SEA);
}

function boxOn(chart: Chart): Box {
  const bounds = chart.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

type Put = (source: Source, data: GeoJSON) => void;

/** The whole world coarsely; close up, what lies around the view finely. Resolves when the first of it is there. */
async function drawWorld(chart: Chart, put: Put, known: (countries: Shape[]) => void): Promise<void> {
  const atlases: Partial<Record<'coarse' | 'fine', Promise<World>>> = {};
  const atlas = (detail: 'coarse' | 'fine'): Promise<World> => (atlases[detail] ??= world(detail));
  let there: { detail: string; box: Box | undefined } | null = null;
  const look = async (): Promise<void> => {
    const view = boxOn(chart);
    const detail = chart.getZoom() < FINE_FROM ? 'coarse' : 'fine';
    if (there?.detail === detail && (!there.box || within(view, there.box))) return;
    const box = detail === 'fine' ? around(view) : undefined;
    there = { detail, box };
    const all = await atlas(detail);
    known(all.countries);
    if (there.box !== box) return; // the map has moved on meanwhile
    const { land, coasts, borders } = shown(all, box);
    put('land', land);
    put('coasts', coasts);
    put('borders', borders);
  };
  chart.on('moveend', () => void look());
  await look();
}

/** Resolves when the first names are there. */
function drawNames(chart: Chart, address: string, put: Put, named?: ReadonlySet<string>): Promise<void> {
  const latest = new Latest();
  const look = async (): Promise<void> => {
    const asked = `${address}?box=${writeBox(boxOn(chart))}&zoom=${chart.getZoom().toFixed(2)}`;
    const found = await latest.run((signal) => json<{ labels: Label[] }>(asked, signal));
    if (!found) return;
    put('names', {
      type: 'FeatureCollection',
      features: found.labels.filter(({ name }) => !named?.has(name)).map(({ lat, lon, ...properties }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties,
      })),
    });
  };
  return new Promise((resolve) => {
    // A map without names still serves.
    const soon = afterwards(120, () => void look().catch(() => undefined).then(resolve));
    chart.on('moveend', soon);
    soon();
  });
}
