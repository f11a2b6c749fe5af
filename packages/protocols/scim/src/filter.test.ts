import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScimRefused } from './errors.ts';
import { comparisons, type Filter } from './filter.ts';
import { parseFilter } from './parse-filter.ts';
import { printFilter } from './print-filter.ts';

const name = fc.constantFrom('userName', 'emails', 'x-1', 'not', 'and', 'pr', 'A_b', '$ref');
const path = fc.record(
  {
    urn: fc.constantFrom('urn:ietf:params:scim:schemas:core:2.0:User', 'urn:a:b'),
    attribute: name,
    sub: name,
  },
  { requiredKeys: ['attribute'] },
);
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
);

const { filter } = fc.letrec<{ filter: Filter; leaf: Filter; inner: Filter }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ kind: fc.constant('compare'), path, op: fc.constantFrom(...comparisons), value }),
    fc.record({ kind: fc.constant('present'), path }),
  ) as fc.Arbitrary<Filter>,
  inner: grouped(tie('leaf'), tie('leaf')),
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constant('values' as const),
      path: path.map(({ sub: _, ...rest }) => rest),
      filter: tie('inner'),
    }),
    grouped(tie('filter'), tie('filter')),
  ) as fc.Arbitrary<Filter>,
}));

function grouped(one: fc.Arbitrary<Filter>, other: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.oneof(
    fc.record({ kind: fc.constant('not' as const), filter: one }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      filters: fc.array(other, { minLength: 2, maxLength: 3 }),
    }),
  );
}

describe('filters', () => {
  it('are the same after they were printed and read again', () => {
    fc.assert(
      fc.property(filter, (one) => {
        const text = printFilter(one);
        fc.pre(text.length <= 2_000);
        expect(parseFilter(text)).toEqual(one);
      }),
      { numRuns: 400 },
    );
  });

  it('let nothing but a refusal escape, whatever stands there', () => {
    const word = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      'and',
      'or',
      'not',
      'eq',
      'pr',
      '"',
      '\\',
      'a',
      '.',
      ':',
      '1e9',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (one) => {
        try {
          parseFilter(one);
          return true;
        } catch (error) {
          return error instanceof ScimRefused;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('bind "and" before "or", and "not" before both', () => {
    const shape = (one: Filter): unknown =>
      'filters' in one
        ? [one.kind, ...one.filters.map(shape)]
        : one.kind === 'not'
          ? ['not', shape(one.filter)]
          : one.path.attribute;
    expect(shape(parseFilter('a pr or b pr and c pr'))).toEqual(['or', 'a', ['and', 'b', 'c']]);
    expect(shape(parseFilter('(a pr or b pr) and NOT (c pr)'))).toEqual([
      'and',
      ['or', 'a', 'b'],
      ['not', 'c'],
    ]);
    expect(shape(parseFilter('a pr And b pr aNd c pr'))).toEqual(['and', 'a', 'b', 'c']);
  });

  it('read numbers, escapes and the dots of a schema', () => {
    expect(parseFilter('urn:a:2.0:User:b.c gt -1.5e3')).toEqual({
      ...{ kind: 'compare', op: 'gt', value: -1500 },
      path: { urn: 'urn:a:2.0:User', attribute: 'b', sub: 'c' },
    });
    expect(parseFilter('a eq "x\\"\\u00e9\\n]"')).toMatchObject({ value: 'x"é\n]' });
    expect(() => parseFilter('a eq 1e999')).toThrow('too large');
    expect(() => parseFilter('a eq 12px')).toThrow('no value');
  });
});
