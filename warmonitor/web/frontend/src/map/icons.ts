// The marks of the map. Each standing has its own shape as well as its own colour.
import type { Map as Chart } from 'maplibre-gl';
import { colour } from '../theme.ts';

const SIZE = 44; // device pixels of a mark drawn for a ratio of two
const MIDDLE = SIZE / 2;

type Pen = CanvasRenderingContext2D;

function disc(pen: Pen, radius: number): void {
  pen.beginPath();
  pen.arc(MIDDLE, MIDDLE, radius, 0, 2 * Math.PI);
}

function diamond(pen: Pen, radius: number): void {
  pen.beginPath();
  pen.moveTo(MIDDLE, MIDDLE - radius);
  pen.lineTo(MIDDLE + radius, MIDDLE);
  pen.lineTo(MIDDLE, MIDDLE + radius);
  pen.lineTo(MIDDLE - radius, MIDDLE);
  pen.closePath();
}

function undisputed(pen: Pen, ink: string, ground: string): void {
  disc(pen, 14);
  pen.fillStyle = ink;
  pen.fill();
  pen.lineWidth = 3;
  pen.strokeStyle = ground;
  pen.stroke();
}

function single(pen: Pen, ink: string, ground: string): void {
  disc(pen, 13);
  pen.fillStyle = ground;
  pen.fill();
  pen.lineWidth = 4;
  pen.strokeStyle = ink;
  pen.stroke();
  disc(pen, 5);
  pen.fillStyle = ink;
  pen.fill();
}

/** A diamond in two halves, one of them empty: two accounts of one thing. */
function disputed(pen: Pen, ink: string, ground: string): void {
  diamond(pen, 19);
  pen.fillStyle = ground;
  pen.fill();
  pen.save();
  diamond(pen, 17);
  pen.clip();
  pen.fillStyle = ink;
  pen.fillRect(0, 0, MIDDLE, SIZE);
  pen.restore();
  diamond(pen, 17);
  pen.lineWidth = 4;
  pen.strokeStyle = ink;
  pen.stroke();
}

function image(draw: (pen: Pen, ink: string, ground: string) => void, ink: string): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  draw(pen, ink, colour('panel'));
  return pen.getImageData(0, 0, SIZE, SIZE);
}

export function addIcons(chart: Chart): void {
  const marks = { undisputed, disputed, single_source: single };
  const inks = { undisputed: 'undisputed', disputed: 'disputed', single_source: 'single' };
  for (const [name, draw] of Object.entries(marks)) {
    const drawn = image(draw, colour(inks[name as keyof typeof inks]));
    if (!drawn) continue;
    if (chart.hasImage(name)) chart.removeImage(name);
    chart.addImage(name, drawn, { pixelRatio: 2 });
  }
}
