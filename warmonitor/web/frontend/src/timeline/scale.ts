// Days as numbers, gathered into bars that are wide enough to see.

export interface Bar {
  day: string;
  incidents: number;
  disputed: number;
}

export type Unit = 'day' | 'week' | 'month' | 'year';

export interface Bin {
  /** First and last day, inclusive, in days since 1970. */
  from: number;
  to: number;
  incidents: number;
  disputed: number;
}

const DAY = 86_400_000;

/** `2024-05-01`, `2024-05` and `2024` as days since 1970; months and years as their first day. */
export function dayOf(iso: string): number {
  const [year, month = '1', day = '1'] = iso.split('-');
  return Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY);
}

export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The first day of the bar that a day falls into. Weeks start on Monday. */
export function floor(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), unit === 'month' ? date.getUTCMonth() : 0, 1) / DAY;
}

export function next(start: number, unit: Unit): number {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  const date = new Date(start * DAY);
  const months = unit === 'month' ? 1 : 12;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
}

/** The finest unit of which no more than `room` bars are needed. */
export function unitFor(days: number, room: number): Unit {
  if (days <= room) return 'day';
  if (days / 7 <= room) return 'week';
  if (days / 30.4 <= room) return 'month';
  return 'year';
}

export function bins(bars: readonly Bar[], unit: Unit): Bin[] {
  if (!bars.length) return [];
  const counts = new Map<number, [number, number]>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const bar of bars) {
    const at = floor(dayOf(bar.day), unit);
    first = Math.min(first, at);
    last = Math.max(last, at);
    const [incidents, disputed] = counts.get(at) ?? [0, 0];
    counts.set(at, [incidents + bar.incidents, disputed + bar.disputed]);
  }
  const found: Bin[] = [];
  for (let from = first; from <= last; from = next(from, unit)) {
    const [incidents, disputed] = counts.get(from) ?? [0, 0];
    found.push({ from, to: next(from, unit) - 1, incidents, disputed });
  }
  return found;
}

/** Round numbers up to at least `most`, three or so of them, for the lines behind the bars. */
export function levels(most: number): number[] {
  if (most <= 0) return [];
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  const found: number[] = [];
  for (let level = step; level <= most; level += step) found.push(level);
  return found;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What stands below the bars: no more than `room` marks, at starts of years, months, weeks or days. */
export function marks(from: number, to: number, room: number): { day: number; words: string }[] {
  const unit = unitFor(to - from + 1, Math.max(1, room));
  const found: { day: number; words: string }[] = [];
  let day = floor(from, unit);
  if (day < from) day = next(day, unit);
  for (; day <= to; day = next(day, unit)) found.push({ day, words: words(day, unit, found.length === 0) });
  const every = Math.max(1, Math.ceil(found.length / Math.max(1, room)));
  return found.filter((_, at) => at % every === 0);
}

function words(day: number, unit: Unit, first: boolean): string {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  if (unit === 'year') return String(year);
  if (unit === 'month') return first || date.getUTCMonth() === 0 ? `${month} ${year}` : month;
  const plain = `${date.getUTCDate()} ${month}`;
  return first ? `${plain} ${year}` : plain;
}

/** A period in words for people. */
export function period(from: number, to: number): string {
  const plain = (day: number): string => {
    const date = new Date(day * DAY);
    return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  };
  return from === to ? plain(from) : `${plain(from)} to ${plain(to)}`;
}
