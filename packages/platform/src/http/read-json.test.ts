import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readJson } from './read-json.ts';

const schema = z.strictObject({ jp: z.string(), version: z.number().exactOptional() });

const read = (text: string, type = 'application/json') =>
  readJson({ header: () => type, text: async () => text }, schema);

describe('readJson', () => {
  it('gives what the schema makes of the body', async () => {
    expect(await read('{"jp":"4","version":1}', 'application/json; charset=utf-8')).toEqual({
      jp: '4',
      version: 1,
    });
  });

  it.each([
    ['a key twice', '{"jp":"4","jp":"400"}'],
    ['a key twice, once escaped', '{"jp":"4","\\u006ap":"400"}'],
    ['__proto__', '{"__proto__":{"jp":"4"},"jp":"4"}'],
    ['1e999', '{"jp":"4","version":1e999}'],
    ['deep nesting', `{"jp":${'['.repeat(200)}${']'.repeat(200)}}`],
    ['NaN', '{"jp":NaN}'],
    ['half a body', '{"jp":"4"'],
  ])('D4: refuses %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'request.invalid' });
    expect(({} as { jp?: string }).jp).toBeUndefined();
  });

  it('D1: refuses a property more, and says which', async () => {
    await expect(read('{"jp":"4","status":"published"}')).rejects.toMatchObject({
      code: 'request.invalid',
      issues: [{ path: '/', message: expect.stringContaining('status') }],
    });
  });

  it('refuses another content type', async () => {
    await expect(read('{"jp":"4"}', 'text/plain')).rejects.toMatchObject({
      code: 'request.unsupported-media-type',
    });
  });
});
