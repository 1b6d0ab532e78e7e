import { describe, expect, it } from 'vitest';
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
