// The timeline: bars by day, week, month or year, those of disputed incidents hatched, and a brush over them.
import { draw, make } from '../dom.ts';
import { bins, dayOf, isoOf, levels, marks, period, unitFor, type Bar, type Bin } from './scale.ts';

const HEIGHT = 112;
const LEFT = 34;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 20;
const NARROWEST = 5;

export interface Span {
  since: string | null;
  until: string | null;
}

type Chosen = (span: Span) => void;

export class Timeline {
  readonly element = make('div', { class: 'chart' });
  readonly #chosen: Chosen;
  readonly #note = make('p', { class: 'brushed muted' });
  #bars: Bar[] = [];
  #span: Span = { since: null, until: null };
  #held: Span | null = null;
  #bins: Bin[] = [];
  #width = 0;

  constructor(chosen: Chosen) {
    this.#chosen = chosen;
    new ResizeObserver(() => {
      if (Math.abs(this.element.clientWidth - this.#width) > 4) this.#draw();
    }).observe(this.element);
  }

  show(bars: Bar[], span: Span): void {
    this.#bars = bars;
    this.#span = span;
    this.#draw();
  }

  /** Marks the days of the incident that was chosen elsewhere. */
  point(start: string | null, end: string | null): void {
    this.#held = start ? { since: start, until: end ?? start } : null;
    this.#draw();
  }

  get #first(): number {
    return this.#bins[0]?.from ?? 0;
  }

  get #last(): number {
    return this.#bins.at(-1)?.to ?? 0;
  }

  #x(day: number): number {
    const days = Math.max(1, this.#last + 1 - this.#first);
    return LEFT + ((day - this.#first) / days) * (this.#width - LEFT - RIGHT);
  }

  #day(x: number): number {
    const days = Math.max(1, this.#last + 1 - this.#first);
    const share = (x - LEFT) / Math.max(1, this.#width - LEFT - RIGHT);
    return this.#first + Math.max(0, Math.min(days - 1, Math.floor(share * days)));
  }

  #binAt(x: number): Bin | undefined {
    const day = this.#day(x);
    return this.#bins.find((bin) => day >= bin.from && day <= bin.to);
  }

  #draw(): void {
    const kept = document.activeElement?.getAttribute('data-edge');
    this.#width = this.element.clientWidth || 600;
    if (!this.#bars.length) {
      this.element.replaceChildren(make('p', { class: 'muted' }, 'No dated incidents under this filter.'));
      return;
    }
    const room = Math.max(10, Math.floor((this.#width - LEFT - RIGHT) / NARROWEST));
    const [first, last] = minmax(this.#bars.map((bar) => dayOf(bar.day)));
    const unit = unitFor(last - first + 1, room);
    this.#bins = bins(this.#bars, unit);
    const picture = draw('svg', { width: this.#width, height: HEIGHT, role: 'group', 'aria-label': `Incidents by ${unit}; the table below says the same` });
    picture.append(...this.#ground(), ...this.#columns(), ...this.#brush());
    this.element.replaceChildren(picture, this.#note);
    this.#tell(unit);
    this.#drag(picture);
    if (kept) this.element.querySelector<SVGElement>(`[data-edge="${kept}"]`)?.focus();
  }

  #tell(unit: string): void {
    const { since, until } = this.#span;
    const plain = period(this.#first, this.#last);
    this.#note.textContent =
      since || until
        ? `Shown: ${period(since ? dayOf(since) : this.#first, until ? dayOf(until) : this.#last)}, by ${unit} · `
        : `${plain}, by ${unit} · drag to choose a period`;
    if (!since && !until) return;
    const clear = make('button', { type: 'button', class: 'plain' }, 'whole period');
    clear.addEventListener('click', () => this.#choose({ since: null, until: null }));
    this.#note.append(clear);
  }

  get #most(): number {
    return Math.max(1, ...this.#bins.map((bin) => bin.incidents));
  }

  #y(count: number): number {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / this.#most);
  }

  #ground(): SVGElement[] {
    const bottom = HEIGHT - BOTTOM;
    const lines = levels(this.#most).flatMap((level) => [
      draw('line', { class: 'level', x1: LEFT, x2: this.#width - RIGHT, y1: this.#y(level), y2: this.#y(level) }),
      draw('text', { class: 'tick', x: LEFT - 5, y: this.#y(level) + 4, 'text-anchor': 'end' }, level.toLocaleString('en', { notation: 'compact' })),
    ]);
    const room = Math.max(2, Math.floor((this.#width - LEFT - RIGHT) / 74));
    const below = marks(this.#first, this.#last, room).flatMap(({ day, words }) => {
      const x = this.#x(day);
      const late = x > this.#width - 60;
      return [
        draw('line', { class: 'axis', x1: x, x2: x, y1: bottom, y2: bottom + 4 }),
        draw('text', { class: 'tick', x: late ? this.#width - RIGHT : x, y: HEIGHT - 5, 'text-anchor': late ? 'end' : 'start' }, words),
      ];
    });
    return [hatch(), ...lines, draw('line', { class: 'axis', x1: LEFT, x2: this.#width - RIGHT, y1: bottom, y2: bottom }), ...below];
  }

  #columns(): SVGElement[] {
    const bottom = HEIGHT - BOTTOM;
    return this.#bins
      .filter((bin) => bin.incidents > 0)
      .map((bin) => {
        const x = this.#x(bin.from);
        const width = Math.max(1.5, this.#x(bin.to + 1) - x - 1);
        const top = this.#y(bin.incidents);
        const title = `${period(bin.from, bin.to)}: ${bin.incidents} incidents, ${bin.disputed} disputed`;
        const split = this.#y(bin.disputed);
        return draw(
          'g',
          { class: 'column' },
          draw('title', {}, title),
          draw('rect', { class: 'plain-bar', x, width, y: top, height: bottom - top }),
          bin.disputed ? draw('rect', { class: 'disputed-bar', x, width, y: split, height: bottom - split }) : null,
          bin.disputed ? draw('rect', { class: 'hatched', x, width, y: split, height: bottom - split, fill: 'url(#hatch)' }) : null,
        );
      });
  }

  #brush(): SVGElement[] {
    const found: SVGElement[] = [];
    const bottom = HEIGHT - BOTTOM;
    if (this.#held?.since) {
      const x = this.#x(dayOf(this.#held.since));
      const end = this.#x(dayOf(this.#held.until ?? this.#held.since) + 1);
      found.push(draw('rect', { class: 'held', x, y: TOP - 4, width: Math.max(3, end - x), height: bottom - TOP + 8 }));
    }
    const { since, until } = this.#span;
    const from = since ? Math.max(dayOf(since), this.#first) : this.#first;
    const to = until ? Math.min(dayOf(until), this.#last) : this.#last;
    const left = this.#x(from);
    const right = this.#x(to + 1);
    if (since || until) {
      found.push(
        draw('rect', { class: 'outside', x: LEFT, y: TOP, width: Math.max(0, left - LEFT), height: bottom - TOP }),
        draw('rect', { class: 'outside', x: right, y: TOP, width: Math.max(0, this.#width - RIGHT - right), height: bottom - TOP }),
      );
    }
    found.push(this.#handle('since', left, from), this.#handle('until', right, to));
    return found;
  }

  #handle(edge: 'since' | 'until', x: number, day: number): SVGElement {
    const handle = draw(
      'g',
      {
        class: 'edge',
        'data-edge': edge,
        tabindex: 0,
        role: 'slider',
        'aria-label': edge === 'since' ? 'First day of the period' : 'Last day of the period',
        'aria-valuemin': this.#first,
        'aria-valuemax': this.#last,
        'aria-valuenow': day,
        'aria-valuetext': period(day, day),
      },
      draw('rect', { class: 'grip', x: x - 8, y: TOP, width: 16, height: HEIGHT - TOP - BOTTOM }),
      draw('line', { x1: x, x2: x, y1: TOP, y2: HEIGHT - BOTTOM }),
      draw('rect', { class: 'knob', x: x - 3, y: (HEIGHT - BOTTOM) / 2 - 8, width: 6, height: 20, rx: 3 }),
    );
    handle.addEventListener('keydown', (event) => this.#step(event as KeyboardEvent, edge, day));
    return handle;
  }

  #step(event: KeyboardEvent, edge: 'since' | 'until', day: number): void {
    const at = this.#bins.findIndex((bin) => day >= bin.from && day <= bin.to);
    const moves: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -Infinity, End: Infinity };
    if (event.key === 'Escape') this.#choose({ since: null, until: null });
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const bin = this.#bins[Math.max(0, Math.min(this.#bins.length - 1, at + move))];
    if (!bin) return;
    const chosen = { ...this.#span };
    if (edge === 'since') {
      chosen.since = isoOf(bin.from);
      if (chosen.until && dayOf(chosen.until) < bin.from) chosen.until = isoOf(bin.to);
    } else {
      chosen.until = isoOf(bin.to);
      if (chosen.since && dayOf(chosen.since) > bin.to) chosen.since = isoOf(bin.from);
    }
    this.#choose(chosen);
  }

  #choose(span: Span): void {
    const whole = (!span.since || dayOf(span.since) <= this.#first) && (!span.until || dayOf(span.until) >= this.#last);
    this.#span = whole ? { since: null, until: null } : span;
    this.#draw();
    this.#chosen(this.#span);
  }

  #drag(picture: SVGSVGElement): void {
    let started: Bin | undefined;
    let edge: string | null = null;
    let before: Span = this.#span;
    const at = (event: PointerEvent): Bin | undefined => this.#binAt(event.clientX - picture.getBoundingClientRect().left);
    picture.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      edge = (event.target as Element).closest('[data-edge]')?.getAttribute('data-edge') ?? null;
      started = at(event);
      before = this.#span;
      picture.setPointerCapture(event.pointerId);
    });
    picture.addEventListener('pointerup', (event) => {
      const ended = at(event);
      if (!started || !ended) return;
      const span = dragged(edge, before, started, ended, this.#first, this.#last);
      started = undefined;
      this.#choose(span);
    });
    picture.addEventListener('pointermove', (event) => {
      const now = at(event);
      if (!started || !now) return;
      const { since, until } = dragged(edge, before, started, now, this.#first, this.#last);
      ghost(picture, this.#x(dayOf(since ?? isoOf(this.#first))), this.#x(dayOf(until ?? isoOf(this.#last)) + 1));
    });
    picture.addEventListener('pointercancel', () => {
      started = undefined;
      this.#draw();
    });
  }
}

/** The period after a drag from one bar to another, of an edge of the old period or over the bars themselves. */
export function dragged(edge: string | null, before: Span, start: Bin, end: Bin, first: number, last: number): Span {
  let from = Math.min(start.from, end.from);
  let to = Math.max(start.to, end.to);
  if (edge === 'since') {
    from = end.from;
    to = before.until ? dayOf(before.until) : last;
  } else if (edge === 'until') {
    from = before.since ? dayOf(before.since) : first;
    to = end.to;
  }
  if (from > to) [from, to] = [to, from];
  return { since: isoOf(from), until: isoOf(to) };
}

function ghost(picture: SVGSVGElement, left: number, right: number): void {
  picture.querySelector('.ghost')?.remove();
  picture.append(draw('rect', { class: 'ghost', x: left, width: Math.max(1, right - left), y: TOP, height: HEIGHT - TOP - BOTTOM }));
}

function hatch(): SVGElement {
  return draw(
    'defs',
    {},
    draw(
      'pattern',
      { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      draw('rect', { width: 2.2, height: 5, class: 'hatch-line' }),
    ),
  );
}

function minmax(days: number[]): [number, number] {
  let least = days[0] ?? 0;
  let most = least;
  for (const day of days) {
    if (day < least) least = day;
    if (day > most) most = day;
  }
  return [least, most];
}
