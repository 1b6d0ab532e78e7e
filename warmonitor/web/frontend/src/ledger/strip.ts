// A strip of a town: who held it when, each spell as long as it lasted.
import { dayOf } from '../timeline/scale.ts';

export interface Spell {
  start: string;
  end: string | null;
  side: string;
}

export interface Placed extends Spell {
  /** Where it begins and how much it covers, in parts of the whole. */
  left: number;
  width: number;
}

export function placed(spells: readonly Spell[], first: number, last: number): Placed[] {
  const days = Math.max(1, last + 1 - first);
  return spells.map((spell) => {
    const from = Math.max(first, dayOf(spell.start));
    const to = Math.min(last, spell.end ? dayOf(spell.end) : last);
    return { ...spell, left: (from - first) / days, width: Math.max(1 / days, (to + 1 - from) / days) };
  });
}

/** The spell that a day falls into; of two, the later one. */
export function heldOn<S extends Spell>(spells: readonly S[], day: number): S | null {
  return spells.filter((spell) => dayOf(spell.start) <= day && (!spell.end || dayOf(spell.end) >= day)).at(-1) ?? null;
}
