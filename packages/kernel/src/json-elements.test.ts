import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonElements } from './json-elements.ts';

describe('jsonElements', () => {
  it('gives elements to the letter, numbers, escapes and spaces as they were written', () => {
    const text =
      ' { "x":[1,[2]],"\\u0072esults" : [ {"a": "88.00000", "b":1.0}\n, [ "]" ,"\\"}" ],null,1e2 , "é" ] } ';
    expect(jsonElements(text, ['results'])).toEqual([
      '{"a": "88.00000", "b":1.0}',
      '[ "]" ,"\\"}" ]',
      'null',
      '1e2',
      '"é"',
    ]);
    expect(jsonElements('{"a":{"b":[{"c":[]}]}}', ['a', 'b'])).toEqual(['{"c":[]}']);
    expect(jsonElements(' [ ] ')).toEqual([]);
  });

  it.each([
    ['{"a":{}}', ['a']],
    ['{"a":1}', ['b']],
    ['[1]', ['a']],
    ['{"a":"[1]"}', ['a']],
    ['', []],
  ])('finds no array in %j at %j', (text, path) => {
    expect(jsonElements(text, path)).toBeUndefined();
  });

  it('gives what a parser gives, of any JSON however it is indented', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.nat(3),
        (list, beside, indent) => {
          const value = { ...beside, 'di "sini"': list };
          const elements = jsonElements(JSON.stringify(value, undefined, indent), ['di "sini"']);
          expect(elements?.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(list)));
        },
      ),
    );
  });

  it('comes to an end on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"\\ a1') }), (text) => {
        jsonElements(text);
        jsonElements(text, ['a']);
      }),
    );
  });
});
