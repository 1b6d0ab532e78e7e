import { describe, expect, it } from 'vitest';
import { looks, NOBODY } from '../map/looks.ts';
import { dayOf } from '../timeline/scale.ts';
import { away, countedFrom } from './clock.ts';
import { heldOn, placed } from './strip.ts';

const spells = [
  { start: '2020-01-01', end: '2020-01-10', side: 'A' },
  { start: '2020-01-11', end: null, side: 'B' },
];

describe('strips', () => {
  it('are to scale, an open spell to the end', () => {
    const found = placed(spells, dayOf('2020-01-01'), dayOf('2020-01-20'));
    expect(found.map(({ left, width }) => [left, width])).toEqual([
      [0, 0.5],
      [0.5, 0.5],
    ]);
  });

  it('say who held a town on a day', () => {
    expect(heldOn(spells, dayOf('2020-01-10'))?.side).toBe('A');
    expect(heldOn(spells, dayOf('2021-01-01'))?.side).toBe('B');
    expect(heldOn(spells, dayOf('2019-12-31'))).toBeNull();
  });
});

describe('clocks', () => {
  it('say how far away a deadline is', () => {
    expect([away(10, 10), away(11, 10), away(7, 10), away(10 + 90, 10), away(10, 1470)]).toEqual(['today', 'in 1 day', '3 days ago', 'in 3 months', '4 years ago']);
  });

  it('count from the day that is asked for, and from today without one', () => {
    expect(countedFrom('?place=Homs&as_of=2020-03-02', 9)).toBe(dayOf('2020-03-02'));
    expect([countedFrom('', 9), countedFrom('?as_of=', 9), countedFrom('?as_of=yesterday', 9)]).toEqual([9, 9, 9]);
  });
});

describe('looks of sides', () => {
  it('never repeat while there are any left, and go to those that hold most first', () => {
    const sides = Array.from({ length: 24 }, (_, at) => `side ${at}`);
    const found = looks([...sides, 'side 9', NOBODY]);
    expect(found.get('side 9')).toBe('0-0');
    expect(new Set(found.values()).size).toBe(25);
    expect(found.get(NOBODY)).toBe('none');
  });

  it('are shared by all others beyond them', () => {
    const found = looks(Array.from({ length: 30 }, (_, at) => `side ${String(at).padStart(2, '0')}`));
    expect([...found.values()].filter((look) => look === 'other')).toHaveLength(6);
  });
});
