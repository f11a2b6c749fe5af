import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Takes the writing of JSON schemas out of zod. Every kind of schema refers to its own, so that none of it is dropped although nothing
 * here asks for a JSON schema; it is a fortieth of a function's bytes at start. Whoever asks all the same is told.
 */
export const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup: (context) => {
    context.onLoad(
      { filter: /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/ },
      async ({ path }) => ({ contents: emptied(await readFile(path, 'utf8')), loader: 'js' }),
    );
  },
};

/** A module with the same names, none of which does anything. */
export function emptied(source: string): string {
  const declared = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name);
  const renamed = [...source.matchAll(/^export \{ \w+ as (\w+) \};?$/gm)].map(([, name = '']) => name);
  const refuse =
    'const refuse = () => { throw new Error("JSON schemas are left out of what is deployed."); };';
  // Methods are made with every schema and called by nobody.
  const make = 'const make = () => refuse;';
  const lines = declared.map(
    (name) => `export const ${name} = ${name.startsWith('create') ? 'make' : 'refuse'};`,
  );
  return [refuse, make, ...lines, ...renamed.map((name) => `export { refuse as ${name} };`)].join('\n');
}
