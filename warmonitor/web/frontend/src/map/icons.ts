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

/** As many sides as can be told apart by colour and hatching; more share a look, and the names stand in the table. */
export const LOOKS = ['agent', 'target', 'place', 'claimant', 'time', 'toll', 'supporter', 'cue'] as const;

export const lookOf = (side: number): string => (side < 0 ? 'none' : String(side % LOOKS.length));

/** A square in the colour and hatching of a side; where it is contested, a diamond with a broken edge. */
function held(look: number, contested: boolean): (pen: Pen, ink: string, ground: string) => void {
  return (pen, ink, ground) => {
    pen.save();
    if (contested) diamond(pen, 19);
    else pen.rect(8, 8, 28, 28);
    pen.clip();
    pen.fillStyle = ground;
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.globalAlpha = 0.45;
    pen.fillStyle = ink;
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.globalAlpha = 1;
    if (look >= 0 && look % 2) {
      pen.translate(MIDDLE, MIDDLE);
      pen.rotate((look * Math.PI) / 4);
      for (let at = -SIZE; at < SIZE; at += 8) pen.fillRect(-SIZE, at, 2 * SIZE, 4);
    }
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
  const inks = [...LOOKS.map((look) => `k-${look}`), 'single'];
  inks.forEach((ink, at) => {
    const look = at < LOOKS.length ? at : -1;
    for (const contested of [false, true]) {
      add(chart, `side-${lookOf(look)}${contested ? '-contested' : ''}`, image(held(look, contested), colour(ink)));
    }
  });
}

function add(chart: Chart, name: string, drawn: ImageData | null): void {
  if (!drawn) return;
  if (chart.hasImage(name)) chart.removeImage(name);
  chart.addImage(name, drawn, { pixelRatio: 2 });
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
    add(chart, name, image(draw, colour(inks[name as keyof typeof inks])));
  }
  addSides(chart);
}
