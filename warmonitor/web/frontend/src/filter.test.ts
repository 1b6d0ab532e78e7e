import { describe, expect, it } from 'vitest';
import { boxOf, drop, filterOf, inWords, together, without, writeBox } from './filter.ts';

describe('the filter in the address', () => {
  it('keeps what is given and nothing else', () => {
    const filter = filterOf('?place=Saraqib&type=battle&type=battle&status=disputed&offset=50&colour=red&actor=%20');
    expect(filter.toString()).toBe('place=Saraqib&type=battle&status=disputed');
  });

  it('drops a box that is no box', () => {
    expect(filterOf('?box=1,2,3').has('box')).toBe(false);
    expect(filterOf('?box=1,2,,4').has('box')).toBe(false);
    expect(boxOf(filterOf('?box=35,36,37.5,38'))).toEqual([35, 36, 37.5, 38]);
  });

  it('writes boxes on the globe, to four places', () => {
    expect(writeBox([35.123456, -95, 190, 95])).toBe('35.1235,-90,-170,90');
    expect(writeBox([-500, -10, 300, 10])).toBe('-180,-10,180,10');
  });

  it('takes out one value of a list and leaves the others', () => {
    const filter = filterOf('?type=battle&type=shelling&place=X');
    expect(drop(filter, 'type', 'battle').toString()).toBe('place=X&type=shelling');
    expect(without(filter, 'type').toString()).toBe('place=X');
    expect(together('/api/points', without(filter, 'type', 'place'))).toBe('/api/points');
  });

  it('says in words what is asked for', () => {
    expect(inWords(filterOf('?since=2020-02-01&type=air_strike')).map(({ words }) => words)).toEqual(['from 2020-02-01', 'air strike']);
  });
});
