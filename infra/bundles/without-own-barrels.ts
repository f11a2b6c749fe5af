import { readFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { onceAPath } from './once-a-path.ts';
import type { Homes } from './without-barrels.ts';

/**
 * A domain has one door, which names everything. What one lazily loaded page takes from it would be loaded at the start with
 * what every page takes, so that each name is imported from the file it lives in.
 */
export const withoutOwnBarrels: Plugin = {
  name: 'without-own-barrels',
  setup: (context) => {
    const homes = homesOf(context);
    // What is installed lies in node_modules, which is a folder of the root as these are.
    context.onLoad({ filter: /\/(functions|packages)\/.*\.tsx?$/ }, async ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const contents = await rewritten(path, async () =>
        rewriteOwnImports(await readFile(path, 'utf8'), (door) => homes(door, dirname(path))),
      );
      return { contents, loader: extname(path) === '.tsx' ? 'tsx' : 'ts' };
    });
  },
};

/** Most sources are part of several functions, which are built at once. */
const rewritten = onceAPath();

const named = /^import \{([^}]*)\} from '(@sinau\/[\w/-]+)';$/gm;
const reexport = /^export \{([^}]*)\} from '(\.[^']*)';$/gm;

/** `import { A, type T, B as C } from '<door>'` as one import a value; values whose home is not known stay as they are. */
export async function rewriteOwnImports(
  source: string,
  homesIn: (door: string) => Promise<Homes>,
): Promise<string> {
  let text = source;
  for (const [statement, names = '', door = ''] of source.matchAll(named)) {
    const homes = await homesIn(door);
    const lines = valuesOf(names).map((name) => {
      const home = homes.get(name.split(' as ')[0] ?? '') ?? door;
      return `import { ${name} } from ${JSON.stringify(home)};`;
    });
    // On one line with as many breaks as before, so that stack traces keep their lines.
    const breaks = '\n'.repeat(statement.split('\n').length - 1);
    text = text.replace(statement, () => `${lines.join('')}${breaks}`);
  }
  return text;
}

/** Names in braces without types, which are gone when the code runs. */
function valuesOf(names: string): readonly string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

function homesOf(context: PluginBuild) {
  const known = new Map<string, Promise<Homes>>();
  return async (door: string, resolveDir: string): Promise<Homes> => {
    const { path } = await context.resolve(door, { resolveDir, kind: 'import-statement' });
    const found = known.get(path) ?? readHomes(path);
    known.set(path, found);
    return found;
  };

  async function readHomes(index: string): Promise<Homes> {
    const found = new Map<string, string>();
    if (!/\.tsx?$/.test(index)) return found;
    for (const [, names = '', from = ''] of (await readFile(index, 'utf8')).matchAll(reexport)) {
      const { path } = await context.resolve(from, { resolveDir: dirname(index), kind: 'import-statement' });
      // What is renamed on the way is left to the door.
      for (const name of valuesOf(names)) if (/^\w+$/.test(name)) found.set(name, path);
    }
    return found;
  }
}
