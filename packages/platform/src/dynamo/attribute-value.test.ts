import { describe, expect, it } from 'vitest';
import { readStoredItem, toStoredItem } from './attribute-value.ts';

const row = {
  pk: 'p',
  sk: 's',
  text: '',
  count: -12.5,
  large: Number.MAX_SAFE_INTEGER,
  on: true,
  nothing: null,
  bytes: new Uint8Array([0, 255]),
  list: ['a', 1, [false]],
  map: { inner: { deep: 'x' }, empty: {} },
  texts: new Set(['a', 'b']),
  numbers: new Set([1, 2.5]),
  buffers: new Set([new Uint8Array([1])]),
};

describe('a row as DynamoDB stores it', () => {
  it('comes back as it was', () => {
    expect(readStoredItem(toStoredItem(row))).toEqual(row);
  });

  it('has the types of the wire', () => {
    expect(toStoredItem(row)).toMatchObject({
      pk: { S: 'p' },
      text: { S: '' },
      count: { N: '-12.5' },
      large: { N: '9007199254740991' },
      on: { BOOL: true },
      nothing: { NULL: true },
      bytes: { B: new Uint8Array([0, 255]) },
      list: { L: [{ S: 'a' }, { N: '1' }, { L: [{ BOOL: false }] }] },
      map: { M: { inner: { M: { deep: { S: 'x' } } }, empty: { M: {} } } },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '2.5'] },
      buffers: { BS: [new Uint8Array([1])] },
    });
  });

  it('leaves out what is undefined, at any depth', () => {
    const item = { a: undefined, list: [undefined, 'x'], map: { gone: undefined, kept: 1 } };
    expect(toStoredItem(item)).toEqual({ list: { L: [{ S: 'x' }] }, map: { M: { kept: { N: '1' } } } });
  });

  it.each([
    ['a date', new Date(0)],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['an integer that is not exact', Number.MAX_SAFE_INTEGER + 1],
    ['an empty set', new Set()],
    ['a mixed set', new Set(['a', 1])],
  ])('refuses %s', (_what, value) => {
    expect(() => toStoredItem({ value })).toThrow(TypeError);
    expect(() => toStoredItem({ list: [{ value }] })).toThrow(TypeError);
  });
});
