import { describe, expect, it } from 'vitest';
import { Reading } from './reading.ts';

describe('reading', () => {
  it('takes time and being on the screen', () => {
    const reading = new Reading([100, 100]);
    expect(reading.spend(5, [])).toBe(false);
    expect(reading.spend(9, [0])).toBe(false);
    expect(reading.share).toBe(0);
    expect(reading.spend(1, [0])).toBe(true);
    expect(reading.share).toBe(0.5);
  });

  it('spends time on one block after another from the top', () => {
    const reading = new Reading([50, 50, 50]);
    reading.spend(7, [0, 1, 2]);
    expect(reading.text).toBe('1');
    reading.spend(3, [1, 2]);
    expect(reading.text).toBe('1-2');
    reading.spend(60, [0, 1, 2]);
    expect(reading.share).toBe(1);
  });

  it('counts by words, and a picture as a few', () => {
    const reading = new Reading([95, 0]);
    reading.spend(0.5, [1]);
    expect(reading.text).toBe('2');
    expect(reading.share).toBe(0.05);
  });

  it('goes on from an earlier session', () => {
    const reading = new Reading([10, 10, 10, 10], '1,3-9');
    expect(reading.share).toBe(0.75);
    expect(reading.spend(100, [0, 2, 3])).toBe(false);
    expect(reading.text).toBe('1,3-4');
  });

  it('has nothing to ask for when there is no text', () => {
    expect(new Reading([]).share).toBe(1);
  });
});
