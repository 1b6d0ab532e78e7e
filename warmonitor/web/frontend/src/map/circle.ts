// A place of limited precision as the area that it is: a circle on the globe, of its radius in kilometres.
import type { Polygon, Position } from 'geojson';

const EARTH_KM = 6371;
const CORNERS = 48;

export function circle(lat: number, lon: number, radiusKm: number): Polygon {
  const ring: Position[] = [];
  const reach = Math.min(radiusKm / EARTH_KM, Math.PI / 2);
  const phi = (lat * Math.PI) / 180;
  for (let corner = 0; corner <= CORNERS; corner += 1) {
    const bearing = (2 * Math.PI * corner) / CORNERS;
    const sine = Math.sin(phi) * Math.cos(reach) + Math.cos(phi) * Math.sin(reach) * Math.cos(bearing);
    const there = Math.asin(Math.max(-1, Math.min(1, sine)));
    const turn = Math.atan2(Math.sin(bearing) * Math.sin(reach) * Math.cos(phi), Math.cos(reach) - Math.sin(phi) * sine);
    ring.push([lon + (turn * 180) / Math.PI, (there * 180) / Math.PI]);
  }
  ring[CORNERS] = ring[0]!;
  return { type: 'Polygon', coordinates: [ring.reverse()] };
}

/** The radius on the screen, in pixels of a world that is 512 * 2 ** zoom of them wide. */
export function pixels(lat: number, radiusKm: number, zoom: number): number {
  const kmPerPixel = (40_075 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
  return radiusKm / kmPerPixel;
}
