// The part of the world that a map opens on.
import type { Box } from '../filter.ts';

export interface Weighed {
  box: Box;
  /** Incidents in it. */
  count: number;
}

/** Of a hundred incidents the map may leave out so many at each edge: a summit abroad must not hide a war. */
const LEFT_OUT = 0.04;

/** The box that holds nearly all incidents; null if there are none. */
export function most(all: readonly Weighed[]): Box | null {
  if (!all.length) return null;
  const edge = (side: 0 | 1 | 2 | 3, upper: boolean): number => {
    const sorted = [...all].sort((a, b) => (upper ? b.box[side] - a.box[side] : a.box[side] - b.box[side]));
    let room = LEFT_OUT * all.reduce((sum, { count }) => sum + count, 0);
    for (const { box, count } of sorted) {
      room -= count;
      if (room < 0) return box[side];
    }
    return sorted[0]!.box[side];
  };
  return [edge(0, false), edge(1, false), edge(2, true), edge(3, true)];
}
