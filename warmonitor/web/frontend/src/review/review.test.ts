import { WORD } from '../text/offsets.ts';
import { describe, expect, it } from 'vitest';
import { chosen, described, placeOf } from './candidates.ts';
import { actionFor, changed, keysOf, USUAL } from './keys.ts';
import { numberOf, valueOf } from './value.ts';

describe('keys', () => {
  it('are the usual ones unless a person chose others', () => {
    expect(keysOf(null)).toEqual(USUAL);
    expect(keysOf('{"accept": "y"}').accept).toBe('y');
  });

  it('fall back when what was kept is odd', () => {
    for (const odd of ['', 'null', '[1]', '{"accept": 3}', '{"accept": "Tab"}', '{"accept": "x"}', '{"accept": "5"}']) {
      expect(keysOf(odd)).toEqual(USUAL);
    }
  });

  it('are never given twice', () => {
    expect(changed(USUAL, 'accept', 'x')).toHaveProperty('taken');
    expect(changed(USUAL, 'accept', 'Enter')).toHaveProperty('taken');
    expect(changed(USUAL, 'accept', 'y')).toEqual({ keys: { ...USUAL, accept: 'y' } });
  });

  it('work with caps lock on', () => {
    expect(actionFor(USUAL, 'A')).toBe('accept');
    expect(actionFor(USUAL, 'Backspace')).toBe('undo');
    expect(actionFor(USUAL, 'q')).toBeNull();
  });
});

describe('values', () => {
  it('read numbers as people write them', () => {
    expect(['12', '1,200', '1 200', 'thirty-four', 'nine', 'Twenty', 'a dozen', 'thirty-eleven'].map(numberOf)).toEqual([12, 1200, 1200, 34, 9, 20, null, null]);
  });

  it('take the type of their field', () => {
    expect(valueOf('tolls.0.best', 'twelve')).toEqual({ value: 12 });
    expect(valueOf('tolls.0.best', 'many')).toHaveProperty('flaw');
    expect(valueOf('time.start', '2020-02-27')).toEqual({ value: '2020-02-27' });
    expect(valueOf('time.start', 'Thursday')).toHaveProperty('flaw');
    expect(valueOf('negated', 'yes')).toEqual({ value: true });
    expect(valueOf('places.0.name', ' Saraqib ')).toEqual({ value: 'Saraqib' });
    expect(valueOf('places.0.name', '')).toEqual({ value: null });
  });
});

describe('a place that is chosen', () => {
  const town = { name: 'Ariha', country: 'SYR', admin1: 'Idlib', lat: 35.8136, lon: 36.6083, precision: 'near_town', radius_km: 4, gazetteer_id: 'geonames:1', probability: 1 };

  it('is told from others of its name', () => {
    expect(described(town)).toBe('Ariha, Idlib, SYR (near town, 35.81, 36.61)');
    expect(described({ ...town, admin1: 'Ariha', lat: null })).toBe('Ariha, SYR (near town)');
  });

  it('takes the whole place of the name that was edited, and nothing of the old one', () => {
    expect([placeOf('places.1.name'), placeOf('places.1.role'), placeOf('claimant.name')]).toEqual(['places.1', null, null]);
    expect(chosen(town)).toMatchObject({ name: 'Ariha', lat: 35.8136, gazetteer_id: 'geonames:1', probability: null, others: [] });
    expect(chosen(town)).not.toHaveProperty('role');
  });
});

describe('words of a text', () => {
  it('are chosen without the signs around them', () => {
    const found = 'In “Deir ez-Zor”, 1,200 (40%) of سراقب’s people fled; 37, they say.'.match(WORD);
    expect(found).toEqual(['In', 'Deir', 'ez-Zor', '1,200', '40%', 'of', 'سراقب’s', 'people', 'fled', '37', 'they', 'say']);
  });
});
