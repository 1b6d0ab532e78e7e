// How long a deadline is away from a day, in words.
import { dayOf } from '../timeline/scale.ts';

/** The day that clocks count from: the one that the ledger is shown as known on, else today. */
export function countedFrom(search: string, today: number): number {
  const asOf = new URLSearchParams(search).get('as_of')?.trim() ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? dayOf(asOf) : Number.NaN;
  return Number.isNaN(day) ? today : day;
}

export function away(deadline: number, today: number): string {
  const days = deadline - today;
  if (days === 0) return 'today';
  const much = Math.abs(days);
  const long = much < 60 ? `${much} day${much === 1 ? '' : 's'}` : much < 730 ? `${Math.round(much / 30.44)} months` : `${Math.round(much / 365.25)} years`;
  return days > 0 ? `in ${long}` : `${long} ago`;
}
