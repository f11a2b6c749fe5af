import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('parseJson', () => {
  it('reads whatever JSON can say, from text and from bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        // __proto__ as a key is refused on purpose.
        fc.pre(!text.includes('__proto__'));
        const expected = { ok: true, value: JSON.parse(text) };
        expect(parseJson(text)).toEqual(expected);
        expect(parseJson(utf8(text))).toEqual(expected);
      }),
    );
  });

  it.each([
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a key twice, deep inside', '{"x":[{"b":{"a":1,"a":1}}]}'],
    ['__proto__', '{"__proto__":{"admin":true}}'],
    ['__proto__ inside', '[{"a":{"__proto__":1}}]'],
    ['NaN', '{"a":NaN}'],
    ['a number past infinity', '{"a":1e999}'],
    ['a negative one in a list', '[[-1e999]]'],
    ['deep nesting', '['.repeat(101) + ']'.repeat(101)],
    ['very deep nesting', '['.repeat(1_000_000)],
    ['an open string', '{"a":"\\"'],
    ['nothing', ''],
    ['two values', '{} {}'],
  ])('D4: refuses %s', (_, text) => {
    const parsed = parseJson(text);
    expect(parsed.ok).toBe(false);
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  it('D4: refuses bytes that are not UTF-8', () => {
    expect(parseJson(new Uint8Array([0x22, 0xc3, 0x28, 0x22])).ok).toBe(false);
  });

  it.each(['{"a:b":"x:y{[\\\\","c":"\\\\\\":{"}', '{"a":{},"b":{"a":1}}', '{"toString":1,"constructor":2}'])(
    'is not misled by %s',
    (text) => expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) }),
  );

  it('takes nesting up to the limit', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100)).ok).toBe(true);
  });

  it('answers any text with a verdict', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '1', 'a') }),
        (text) => {
          let native = true;
          try {
            JSON.parse(text);
          } catch {
            native = false;
          }
          const parsed = parseJson(text);
          if (!native) expect(parsed.ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
