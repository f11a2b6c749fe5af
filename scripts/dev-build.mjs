// Makes one file of the dev server, and what browsers are served. Plain JavaScript, as start.mjs is.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds what is not built yet from the sources as they are; nothing, where none of them has changed since.
 * @param {string} root of the repository
 * @returns {Promise<string>} the file to import
 */
export async function buildDevServer(root) {
  const folder = join(root, '.cache', 'dev-server');
  const out = join(folder, 'main.mjs');
  const stampFile = join(folder, 'sources.txt');
  const stamp = await stampOf(root);
  const products = [
    out,
    join(root, 'packages/web/dist/asset-files.json'),
    join(root, 'packages/player/dist'),
  ];
  if ((await textOf(stampFile)) === stamp && (await areThere(products))) return out;
  await mkdir(folder, { recursive: true });
  const { buildAssets } = await import('../packages/web/build-assets.ts');
  const { buildPlayer } = await import('../packages/player/build-player.ts');
  await Promise.all([buildAssets(), buildPlayer(), bundle(root, out)]);
  await writeWhole(stampFile, stamp);
  return out;
}

/** Says of every source how large it is and when it was written; of packages from elsewhere which ones they are. */
async function stampOf(root) {
  const hash = createHash('sha256').update(process.version);
  for (const name of ['package-lock.json', 'tsconfig.json', 'scripts/dev-build.mjs']) {
    hash.update(await readFile(join(root, name)));
  }
  const folders = await Promise.all(['packages', 'functions'].map((name) => listSources(join(root, name))));
  const files = folders.flat().sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const { mtimeMs, size } = await stat(file);
      return `${file} ${mtimeMs} ${size}\n`;
    }),
  );
  return hash.update(lines.join('')).digest('hex');
}

/** @returns {Promise<string[]>} */
async function listSources(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return /^(?:node_modules|dist)$/.test(entry.name) ? [] : listSources(path);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    }),
  );
  return found.flat();
}

async function bundle(root, out) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'functions/dev-server/main.ts')],
    outfile: out,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    logLevel: 'warning',
    tsconfig: join(root, 'tsconfig.json'),
    plugins: [npmStaysOutside, sourcesKnowTheirFolder],
  });
  for (const { path, contents } of outputFiles) await writeWhole(path, contents);
}

/** Our own packages are TypeScript and go into the file; what npm brought stays where it is. */
const npmStaysOutside = {
  name: 'npm-packages-stay-outside',
  setup: (context) => {
    context.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@sinau/') ? undefined : { path, external: true },
    );
  },
};

/** Files that a source reads from beside itself stay beside it, not beside the bundle. */
const sourcesKnowTheirFolder = {
  name: 'sources-know-their-folder',
  setup: (context) => {
    context.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.dirname')) return undefined;
      const contents = text.replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** Written apart and put in its place whole: two that start at once never read a file that is half written. */
async function writeWhole(path, contents) {
  const apart = `${path}.${process.pid}`;
  await writeFile(apart, contents);
  await rename(apart, path);
}

async function textOf(path) {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function areThere(paths) {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  return found.every((one) => one !== undefined);
}
