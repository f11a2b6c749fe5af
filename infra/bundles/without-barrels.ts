import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';
import { onceAPath } from './once-a-path.ts';

/**
 * The SDK's packages reach each other through index files that name everything. What one lazily loaded client takes from
 * such a file would be loaded with every other client too, so that each name is imported from the file it lives in.
 */
export const withoutBarrels: Plugin = {
  name: 'without-barrels',
  setup: (context) => {
    const homes = homesOf(context);
    context.onLoad(
      { filter: /\/node_modules\/@(?:aws-sdk|smithy)\/.*\/dist-es\/.*\.js$/ },
      async ({ path }) => ({
        contents: await rewritten(path, async () =>
          rewriteImports(await readFile(path, 'utf8'), (barrel) => homes(barrel, dirname(path))),
        ),
        loader: 'js',
      }),
    );
  },
};

/** Where each name of an index file lives: an absolute path. */
export type Homes = ReadonlyMap<string, string>;

const rewritten = onceAPath();

const named = /^import \{([^}]*)\} from "(@(?:aws-sdk|smithy)\/core\/[\w-]+)";$/gm;

/** `import { A, B as C } from "<index>"` as one import a name; names whose home is not known stay as they are. */
export async function rewriteImports(
  source: string,
  homesIn: (barrel: string) => Promise<Homes>,
): Promise<string> {
  const found = [...source.matchAll(named)];
  let text = source;
  for (const [statement, names = '', barrel = ''] of found) {
    const homes = await homesIn(barrel);
    const lines = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => {
        const home = homes.get(name.split(' as ')[0] ?? '');
        return `import { ${name} } from ${JSON.stringify(home ?? barrel)};`;
      });
    text = text.replace(statement, () => lines.join(''));
  }
  return text;
}

function homesOf(context: PluginBuild) {
  const known = new Map<string, Promise<Homes>>();
  return async function homes(barrel: string, resolveDir: string): Promise<Homes> {
    const { path } = await context.resolve(barrel, { resolveDir, kind: 'import-statement' });
    const found = known.get(path) ?? readHomes(path);
    known.set(path, found);
    return found;
  };

  async function readHomes(index: string): Promise<Homes> {
    const found = new Map<string, string>();
    const resolveDir = dirname(index);
    for (const [, names = '', from = ''] of (await readFile(index, 'utf8')).matchAll(reexport)) {
      const { path } = await context.resolve(from, { resolveDir, kind: 'import-statement' });
      const further = from.startsWith('.') ? undefined : await readHomes(path);
      for (const name of names.split(',').map((one) => one.trim())) {
        // What is renamed on the way is left to the index file.
        const home = further ? further.get(name) : path;
        if (home !== undefined && /^\w+$/.test(name)) found.set(name, home);
      }
    }
    return found;
  }
}

const reexport = /^export \{([^}]*)\} from "(\.[^"]*|@(?:aws-sdk|smithy)\/core\/[\w-]+)";$/gm;
