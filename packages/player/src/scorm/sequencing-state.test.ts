import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packState, unpackState } from './sequencing-state.ts';

const fresh = JSON.stringify({
  timestamp: '1',
  activities: { a: { done: false, tries: 0, children: ['x', 'y'] }, b: { done: false } },
  list: [{ n: 1 }, { n: 2 }],
});

describe('a packed state', () => {
  it('says only what has changed', () => {
    const state = fresh.replace('"tries":0', '"tries":1').replace('{"n":2}', '{"n":3}');
    expect(JSON.parse(packState(state, fresh))).toEqual({
      activities: { a: { tries: 1 } },
      list: { 1: { n: 3 } },
    });
    expect(packState(fresh, fresh)).toBe('{}');
  });

  it('becomes the same state again, whatever has changed', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (state, base) => {
        expect(JSON.parse(unpackState(packState(state, base), base))).toEqual(JSON.parse(state));
      }),
      {
        examples: [
          ['{"__proto__":null}', '{}'],
          ['{"__proto__":{"a":1}}', '{"__proto__":{"b":2}}'],
        ],
      },
    );
  });

  it('keeps lists of another length, names that are new and those that are gone', () => {
    const state = JSON.stringify({ activities: { a: { children: ['y'] }, c: {} }, list: [] });
    expect(JSON.parse(unpackState(packState(state, fresh), fresh))).toEqual(JSON.parse(state));
  });
});
