// How sides are told apart: six colours, each plain, hatched, dotted and barred. What the sheet draws, the map draws.

/** Names of tokens in the palette, far apart in hue for people who see colours otherwise too. */
export const INKS = ['agent', 'target', 'place', 'toll', 'time', 'claimant'] as const;
export const PATTERNS = ['plain', 'hatched', 'dotted', 'barred'] as const;
/** What the server writes where a town was left and nobody is said to have it. */
export const NOBODY = 'nobody is named';
const MOST = INKS.length * PATTERNS.length;

/** The look of each side, the ones that hold most first; those beyond the last look share one and are called others. */
export function looks(held: readonly string[]): Map<string, string> {
  const often = new Map<string, number>();
  for (const side of held) if (side !== NOBODY) often.set(side, (often.get(side) ?? 0) + 1);
  const sides = [...often].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([side]) => side);
  const found = sides.map((side, at) => [side, at < MOST ? `${at % INKS.length}-${Math.floor(at / INKS.length)}` : 'other'] as const);
  return new Map([...found, [NOBODY, 'none']]);
}
