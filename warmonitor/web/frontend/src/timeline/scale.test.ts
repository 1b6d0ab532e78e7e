import { describe, expect, it } from 'vitest';
import { dragged } from './chart.ts';
import { bins, dayOf, floor, isoOf, levels, marks, next, period, unitFor } from './scale.ts';

const bar = (day: string, incidents: number, disputed = 0) => ({ day, incidents, disputed });

describe('days and bars', () => {
  it('counts days there and back, also before 1970', () => {
    for (const day of ['2020-02-29', '1969-12-31', '1914-07-28']) expect(isoOf(dayOf(day))).toBe(day);
    expect(isoOf(dayOf('2020-02'))).toBe('2020-02-01');
  });

  it('starts weeks on Monday, months and years on their first day', () => {
    expect(isoOf(floor(dayOf('2020-03-01'), 'week'))).toBe('2020-02-24');
    expect(isoOf(floor(dayOf('1969-12-31'), 'week'))).toBe('1969-12-29');
    expect(isoOf(floor(dayOf('2020-03-31'), 'month'))).toBe('2020-03-01');
    expect(isoOf(next(dayOf('2020-12-01'), 'month'))).toBe('2021-01-01');
  });

  it('takes the finest unit that fits', () => {
    expect([unitFor(60, 100), unitFor(600, 100), unitFor(2500, 100), unitFor(9000, 100)]).toEqual(['day', 'week', 'month', 'year']);
  });

  it('gathers without losing an incident, and keeps the empty bars between', () => {
    const found = bins([bar('2020-03-30', 2, 1), bar('2020-04-20', 3), bar('2020-04-01', 1)], 'week');
    expect(found.map(({ incidents }) => incidents)).toEqual([3, 0, 0, 3]);
    expect(found[0]?.disputed).toBe(1);
    expect(bins([], 'day')).toEqual([]);
  });

  it('draws round levels below the highest bar', () => {
    expect(levels(9)).toEqual([5]);
    expect(levels(100)).toEqual([50, 100]);
    expect(levels(1)).toEqual([1]);
    expect(levels(0)).toEqual([]);
  });

  it('names the year where it begins', () => {
    const found = marks(dayOf('2019-11-15'), dayOf('2020-03-10'), 6).map(({ words }) => words);
    expect(found).toEqual(['Dec 2019', 'Jan 2020', 'Feb', 'Mar']);
    expect(period(dayOf('2020-02-29'), dayOf('2020-02-29'))).toBe('29 Feb 2020');
  });
});

describe('the brush', () => {
  const week = (from: string) => ({ from: dayOf(from), to: dayOf(from) + 6, incidents: 0, disputed: 0 });
  const [first, last] = [dayOf('2020-01-06'), dayOf('2020-03-29')];

  it('spans the bars that were dragged over, either way', () => {
    const span = { since: '2020-02-03', until: '2020-02-23' };
    const none = { since: null, until: null };
    expect(dragged(null, none, week('2020-02-03'), week('2020-02-17'), first, last)).toEqual(span);
    expect(dragged(null, none, week('2020-02-17'), week('2020-02-03'), first, last)).toEqual(span);
  });

  it('moves one edge and leaves the other', () => {
    const before = { since: '2020-02-03', until: '2020-02-23' };
    expect(dragged('until', before, week('2020-02-17'), week('2020-03-02'), first, last)).toEqual({ since: '2020-02-03', until: '2020-03-08' });
    expect(dragged('since', before, week('2020-02-03'), week('2020-01-06'), first, last)).toEqual({ since: '2020-01-06', until: '2020-02-23' });
  });
});
