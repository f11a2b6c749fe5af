import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Takes out of the AWS SDK what no Lambda uses; a quarter of a bundle, and of its time to start. */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup: (context) => {
    context.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: join(import.meta.dirname, 'environment-credentials.ts'),
    }));
    context.onResolve({ filter: /^mnemonist\/lru-cache$/ }, () => ({
      path: join(import.meta.dirname, 'plain-cache.ts'),
    }));
    context.onLoad({ filter: /\/schemas\/schemas_0\.js$/ }, async ({ path }) => ({
      contents: withPlainKeys(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    // Imported whole for the version in it.
    context.onLoad({ filter: /\/node_modules\/@aws-sdk\/[\w-]+\/package\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify({ version: versionOf(await readFile(path, 'utf8')) }),
      loader: 'json',
    }));
  },
};

/**
 * `{ [_a]: 1 }` as `{ "acl": 1 }`, where `_a` is a constant of the file. A computed key may run code, so that esbuild
 * keeps the schema of every operation of a service; a plain one lets it drop those that are never called.
 */
export function withPlainKeys(source: string): string {
  const constants = new Map(
    [...source.matchAll(/^const (\w+) = ("(?:[^"\\]|\\.)*");$/gm)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );
  return source.replace(/\[(\w+)\]:/g, (whole, name: string) => {
    const text = constants.get(name);
    return text === undefined ? whole : `${text}:`;
  });
}

function versionOf(packageJson: string): unknown {
  const parsed: unknown = JSON.parse(packageJson);
  return typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'version') : undefined;
}
