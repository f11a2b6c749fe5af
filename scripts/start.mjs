// Starts everything on this machine. Plain JavaScript, so that an old Node still gets a clear line instead of a
// syntax error. Pages are TSX, which Node does not read: esbuild makes one file of the dev server first.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `Sinau runs on Node 24, and this is Node ${process.versions.node}. Run "npm ci" and then "npm start": the project brings its own Node 24.`,
  );
  process.exit(1);
}

const { build } = await import('esbuild').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('The packages are not installed yet. Run "npm ci" first, then "npm start".');
  process.exit(1);
});
const { mkdir, readFile, rename, writeFile } = await import('node:fs/promises');
const { dirname, join, resolve } = await import('node:path');
const { pathToFileURL } = await import('node:url');

const root = resolve(import.meta.dirname, '..');
const { buildAssets } = await import('../packages/web/build-assets.ts');
const { buildPlayer } = await import('../packages/player/build-player.ts');
const assets = Promise.all([buildAssets(), buildPlayer()]);
const folder = join(root, '.cache', 'dev-server');
await mkdir(folder, { recursive: true });
const out = join(folder, 'main.mjs');
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
  plugins: [
    {
      // Our own packages are TypeScript and go into the file; what npm brought stays where it is.
      name: 'npm-packages-stay-outside',
      setup: (context) => {
        context.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@sinau/') ? undefined : { path, external: true },
        );
      },
    },
    {
      // Files that a source reads from beside itself stay beside it, not beside the bundle.
      name: 'sources-know-their-folder',
      setup: (context) => {
        context.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
          const text = await readFile(path, 'utf8');
          if (!text.includes('import.meta.dirname')) return undefined;
          const contents = text.replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
          return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
        });
      },
    },
  ],
});
// Written apart and put in its place whole: two that start at once never read a file that is half written.
for (const { path, contents } of outputFiles) {
  const apart = `${path}.${process.pid}`;
  await writeFile(apart, contents);
  await rename(apart, path);
}
await assets;
process.env.SINAU_ROOT ??= root;
const { main } = await import(pathToFileURL(out).href);
await main(process.argv.slice(2), process.env);
