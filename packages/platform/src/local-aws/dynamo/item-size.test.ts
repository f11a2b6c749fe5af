import type { AttributeValue } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { itemBytes } from './item-size.ts';

/** Bytes of one value beside the one byte of its name. */
const valueBytes = (value: AttributeValue) => itemBytes({ a: value }) - 1;

// The figures are what DynamoDB Local counts for the same values.
describe('size of an item', () => {
  it.each<[AttributeValue, number]>([
    [{ S: '' }, 0],
    [{ S: 'abc' }, 3],
    [{ S: '試é🎓' }, 9],
    [{ B: 'AQIDBAU=' }, 5],
    [{ BOOL: true }, 1],
    [{ NULL: true }, 1],
    [{ SS: ['a', 'bb'] }, 3],
    [{ NS: ['1', '22'] }, 4],
    [{ BS: ['AQI='] }, 2],
    [{ L: [] }, 3],
    [{ L: [{ N: '1' }] }, 6],
    [{ L: [{ S: 'x' }, { S: 'y' }, { N: '1' }] }, 10],
    [{ M: {} }, 3],
    [{ M: { k: { N: '1' } } }, 7],
    [{ M: { k: { M: { z: { S: 'q' } } } } }, 11],
  ])('%j', (value, bytes) => {
    expect(valueBytes(value)).toBe(bytes);
  });

  it.each([
    ['0', 1],
    ['1', 2],
    ['12', 2],
    ['123', 3],
    ['1200', 2],
    ['-5', 3],
    ['-12345', 5],
    ['1.5', 3],
    ['0.05', 2],
    ['0.012', 3],
    ['123.456', 5],
    ['-0.000125', 4],
    ['9007199254740991', 9],
  ])('number %s', (text, bytes) => {
    expect(valueBytes({ N: text })).toBe(bytes);
  });

  it('counts names in bytes', () => {
    expect(itemBytes({ é: { S: 'x' } })).toBe(3);
  });
});
