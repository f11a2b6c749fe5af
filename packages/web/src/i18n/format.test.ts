import type { Jp } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';
import { pickText } from './pick-text.ts';

describe('formats', () => {
  const indonesian = createFormat('id', 'Asia/Jayapura');
  const english = createFormat('en', 'Asia/Jakarta');
  const lateEvening = '2026-12-31T16:30:00.000Z';

  it('write the day and hour of the reader’s own zone', () => {
    expect(indonesian.dateTime(lateEvening)).toBe('1 Januari 2027, 01.30 WIT');
    expect(english.dateTime(lateEvening)).toBe('31 December 2026, 23:30 WIB');
  });

  it('write JP, numbers, sizes and durations the Indonesian way', () => {
    expect(indonesian.jp(250 as Jp)).toBe('2,5 JP');
    expect(indonesian.number(1250)).toBe('1.250');
    expect(indonesian.exact(1250.125)).toBe('1.250,125');
    expect(indonesian.percent(40)).toBe('40%');
    expect(indonesian.bytes(1_500_000)).toBe('1,5 MB');
    expect(indonesian.duration(3900)).toBe('1 jam 5 menit');
    expect(english.duration(725)).toBe('12 min');
    expect(indonesian.language('en')).toBe('Inggris');
    expect(indonesian.language('not a tag')).toBe('not a tag');
  });
});

describe('pickText', () => {
  it.each([
    [{ id: 'a', en: 'b' }, { text: 'a' }],
    [{ 'id-ID': 'a' }, { text: 'a' }],
    [
      { 'en-US': 'b', fr: 'c' },
      { text: 'b', lang: 'en-US' },
    ],
    [{ fr: 'c' }, { text: 'c', lang: 'fr' }],
    [{ und: 'd' }, { text: 'd' }],
    [{}, { text: '' }],
  ])('takes the best of %j for an Indonesian reader', (map, expected) => {
    expect(pickText(map as Record<string, string>, 'id')).toEqual(expected);
  });
});
