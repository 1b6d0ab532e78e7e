// How long a deadline is away from a day, in words.
export function away(deadline: number, today: number): string {
  const days = deadline - today;
  if (days === 0) return 'today';
  const much = Math.abs(days);
  const long = much < 60 ? `${much} day${much === 1 ? '' : 's'}` : much < 730 ? `${Math.round(much / 30.44)} months` : `${Math.round(much / 365.25)} years`;
  return days > 0 ? `in ${long}` : `${long} ago`;
}
