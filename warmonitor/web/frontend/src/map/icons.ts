// The marks of the map. Each standing has its own shape as well as its own colour.
import type { Map as Chart } from 'maplibre-gl';
import { colour } from '../theme.ts';
import { INKS, PATTERNS } from './looks.ts';

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

type Draw = (pen: Pen, ink: string, ground: string) => void;

/** The patterns of the sheet (ledgers.css), in marks of the map. */
const FILLS: Record<(typeof PATTERNS)[number], (pen: Pen) => void> = {
  plain(pen) {
    pen.globalAlpha = 0.45;
    pen.fillRect(0, 0, SIZE, SIZE);
  },
  hatched(pen) {
    pen.translate(MIDDLE, MIDDLE);
    pen.rotate(-Math.PI / 4);
    for (let at = -SIZE; at < SIZE; at += 9) pen.fillRect(-SIZE, at, 2 * SIZE, 4);
  },
  dotted(pen) {
    for (let x = 4; x < SIZE; x += 9) {
      for (let y = 4; y < SIZE; y += 9) {
        pen.beginPath();
        pen.arc(x, y, 2.8, 0, 2 * Math.PI);
        pen.fill();
      }
    }
  },
  barred(pen) {
    for (let at = 3; at < SIZE; at += 8) pen.fillRect(at, 0, 3, SIZE);
  },
};

/** A square in the colour and pattern of a side; where it is contested, a diamond with a broken edge. */
function held(fill: ((pen: Pen) => void) | null, contested: boolean): Draw {
  return (pen, ink, ground) => {
    pen.save();
    if (contested) diamond(pen, 19);
    else pen.rect(8, 8, 28, 28);
    pen.clip();
    pen.fillStyle = ground;
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.fillStyle = ink;
    fill?.(pen);
    pen.restore();
    pen.beginPath();
    if (contested) {
      diamond(pen, 18);
      pen.setLineDash([5, 4]);
    } else pen.rect(8, 8, 28, 28);
    pen.lineWidth = 3.5;
    pen.strokeStyle = ink;
    pen.stroke();
  };
}

function addSides(chart: Chart): void {
  const sides: [string, string, ((pen: Pen) => void) | null][] = INKS.flatMap((ink, colour) =>
    PATTERNS.map((pattern, at) => [`${colour}-${at}`, `k-${ink}`, FILLS[pattern]] as [string, string, (pen: Pen) => void]),
  );
  for (const [look, ink, fill] of [...sides, ['none', 'single', null] as const, ['other', 'single', FILLS.hatched] as const]) {
    for (const contested of [false, true]) {
      add(chart, `side-${look}${contested ? '-contested' : ''}`, image(held(fill, contested), colour(ink)));
    }
  }
}

function add(chart: Chart, name: string, drawn: ImageData | null): void {
  if (!drawn) return;
  if (chart.hasImage(name)) chart.removeImage(name);
  chart.addImage(name, drawn, { pixelRatio: 2 });
}

function image(draw: Draw, ink: string): ImageData | null {
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
    add(chart, name, image(draw, colour(inks[name as keyof typeof inks])));
  }
  addSides(chart);
}
