// The filter as the address holds it. The form, the map, the timeline and the table all read and write this one thing.

export type Box = readonly [west: number, south: number, east: number, north: number];

const WORDS = ['place', 'actor', 'source', 'text', 'since', 'until', 'as_of', 'rule', 'tray'] as const;
const LISTS = ['type', 'status'] as const;

/** Only what is given; the page of the table (`offset`) is not part of what is asked for. */
export function filterOf(search: string): URLSearchParams {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of WORDS) {
    const value = given.get(name)?.trim();
    if (value) kept.set(name, value);
  }
  for (const name of LISTS) {
    for (const value of new Set(given.getAll(name))) if (value) kept.append(name, value);
  }
  const box = boxOf(given);
  if (box) kept.set('box', writeBox(box));
  return kept;
}

export function boxOf(given: URLSearchParams): Box | null {
  const numbers = (given.get('box') ?? '').split(',').map((piece) => (piece.trim() ? Number(piece) : Number.NaN));
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || numbers.some((number) => !Number.isFinite(number))) return null;
  return [west!, south!, east!, north!];
}

/** Degrees to four places (about 11 m), kept on the globe. */
export function writeBox([west, south, east, north]: Box): string {
  const wide = east - west >= 360;
  const round = (number: number): string => String(Number(number.toFixed(4)));
  const turn = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
  const hold = (degrees: number): number => Math.max(-90, Math.min(90, degrees));
  return [
    round(wide ? -180 : turn(west)),
    round(hold(south)),
    round(wide ? 180 : turn(east)),
    round(hold(north)),
  ].join(',');
}

export function without(filter: URLSearchParams, ...names: string[]): URLSearchParams {
  const left = new URLSearchParams(filter);
  for (const name of names) left.delete(name);
  return left;
}

export function together(address: string, filter: URLSearchParams, more: Record<string, string> = {}): string {
  const asked = new URLSearchParams(filter);
  for (const [name, value] of Object.entries(more)) asked.set(name, value);
  const query = asked.toString();
  return query ? `${address}?${query}` : address;
}

/** What is asked for, in words, each with the parameter that holds it (and the one value of it, for lists). */
export function inWords(filter: URLSearchParams): { name: string; value: string; words: string }[] {
  const found: { name: string; value: string; words: string }[] = [];
  for (const [name, value] of filter) {
    if (name === 'rule') continue;
    const plain = value.replaceAll('_', ' ');
    const words: Record<string, string> = {
      place: `place: ${value}`,
      actor: `actor: ${value}`,
      source: `source: ${value}`,
      text: `words: ${value}`,
      since: `from ${value}`,
      until: `to ${value}`,
      as_of: `as known on ${value}`,
      tray: `${plain} only`,
      type: plain,
      status: plain,
      box: 'the part of the map that is shown',
    };
    found.push({ name, value, words: words[name] ?? `${name}: ${value}` });
  }
  return found;
}

export function drop(filter: URLSearchParams, name: string, value: string): URLSearchParams {
  const left = new URLSearchParams();
  for (const [key, given] of filter) if (key !== name || given !== value) left.append(key, given);
  return left;
}
