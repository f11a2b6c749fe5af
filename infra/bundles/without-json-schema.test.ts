import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptied, withoutJsonSchema } from './without-json-schema.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinau-zod-'));
});
afterAll(() => rm(folder, { recursive: true }));

const source = `
  import * as z from 'zod';
  export const schema = z.strictObject({ day: z.iso.date(), jp: z.number().min(1), tags: z.array(z.enum(['a', 'b'])).optional() });
  export const read = (value) => schema.safeParse(value).success;
`;

async function bundled(plugins: readonly (typeof withoutJsonSchema)[]) {
  const outfile = join(folder, `${plugins.length}.mjs`);
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    ...{ bundle: true, format: 'esm', minify: true, platform: 'node', outfile, plugins: [...plugins] },
    ...{ write: true, metafile: true },
  });
  expect(outputFiles).toBeUndefined();
  return import(pathToFileURL(outfile).href);
}

it('leaves reading as it was, and says so to whoever asks for a JSON schema', async () => {
  const { schema, read } = await bundled([withoutJsonSchema]);
  expect(read({ day: '2026-11-28', jp: 3, tags: ['a'] })).toBe(true);
  expect(read({ day: '28-11-2026', jp: 3 })).toBe(false);
  expect(read({ day: '2026-11-28', jp: 3, more: 1 })).toBe(false);
  expect(() => schema.toJSONSchema()).toThrow('JSON schemas are left out');
  const whole = await bundled([]);
  expect(whole.schema.toJSONSchema()).toMatchObject({ type: 'object' });
});

it('keeps every name that a module gives', () => {
  const names = emptied('export const a = 1;\nexport function createB() {\nexport { p as q };\nconst c = 2;');
  expect(names.match(/export .*/g)).toEqual([
    'export const a = refuse;',
    'export const createB = make;',
    'export { refuse as q };',
  ]);
});
