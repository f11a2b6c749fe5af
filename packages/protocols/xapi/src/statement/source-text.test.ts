import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactJson, jsonMembers, partsOf, writeLike } from './source-text.ts';

describe('the text of a JSON value', () => {
  it('loses the white space between tokens and needless escapes, and nothing else inside of strings', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(' ', '\t', 3), (value, indent) => {
        expect(compactJson(JSON.stringify(value, null, indent))).toBe(JSON.stringify(value));
      }),
    );
    // An escape that JSON does not need hides no name from who looks for it.
    expect(compactJson('{"\\u0061":"sri\\/\\u0073\\u0079\\"\\n\\ud800"}')).toBe(
      '{"a":"sri/sy\\"\\n\\ud800"}',
    );
    expect(compactJson('\r\n{ "a b" : [ 1.0 , "\\" : \\\\" ] }\n')).toBe('{"a b":[1.0,"\\" : \\\\"]}');
  });

  it('is split into its items and its members', () => {
    expect(partsOf('[]')).toEqual([]);
    expect(partsOf('[1,{"a":[2,3]},"x,y"]')).toEqual(['1', '{"a":[2,3]}', '"x,y"']);
    expect([...jsonMembers('{"a":{"b":1,"c":2},"\\u0064":"],}","e":[1.0]}')]).toEqual([
      ['a', '{"b":1,"c":2}'],
      ['d', '"],}"'],
      ['e', '[1.0]'],
    ]);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        const read = [...jsonMembers(text)].map(([key, member]) => [key, JSON.parse(member)]);
        expect(read).toEqual(Object.entries(JSON.parse(text)));
      }),
    );
  });
});

describe('writing a changed value in the words of its source', () => {
  const text =
    '{"raw":1.10,"big":12345678901234567890,"tags":{"b":1e2,"10":"\\u00e9","9":null},"list":[1.0,2]}';
  const value = JSON.parse(text);

  it('keeps digits and the order of keys of all that did not change', () => {
    expect(writeLike(value, { value, text })).toBe(text);
    const changed = { ...value, raw: 2, list: [value.list[0], 3], added: 'x', tags: value.tags };
    expect(writeLike(changed, { value, text })).toBe(
      '{"raw":2,"big":12345678901234567890,"tags":{"b":1e2,"10":"\\u00e9","9":null},"list":[1.0,3],"added":"x"}',
    );
    const { raw: _, list: __, ...fewer } = value;
    expect(writeLike(fewer, { value, text })).toBe(
      '{"big":12345678901234567890,"tags":{"b":1e2,"10":"\\u00e9","9":null}}',
    );
  });

  it('writes a lone value as a list of one, and lists of other lengths anew', () => {
    expect(writeLike([value], { value, text })).toBe(`[${text}]`);
    expect(
      writeLike({ list: [value.tags] }, { value: { list: value.tags }, text: '{"list":{"b":1e2}}' }),
    ).toBe('{"list":[{"b":1e2}]}');
    expect(writeLike([1, 2, 3], { value: [1], text: '[1.0]' })).toBe('[1,2,3]');
  });

  it('D4: takes no property from a prototype', () => {
    const source = '{"constructor":{},"toString":1,"a":2}';
    expect(writeLike({ a: 3 }, { value: JSON.parse(source), text: source })).toBe('{"a":3}');
  });

  it('says what the value says, whatever its source', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const source = JSON.stringify(other);
        expect(JSON.parse(writeLike(one, { value: other, text: source }))).toEqual(
          JSON.parse(JSON.stringify(one)),
        );
      }),
    );
  });
});
