import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const cache = join(here, '../../.cache');

/** Pages that content origins serve under the reserved path: `/_sinau/<entry>/index.html`. */
const entries = ['scorm', 'viewer', 'quiz'] as const;

/** One file of the pages; `path` is what follows `/_sinau/`. */
export interface PlayerFile {
  readonly path: string;
  readonly body: Uint8Array;
}

/**
 * Compiles the pages. Scripts and styles are named by a hash of their content, so that browsers may keep them for ever; only
 * the `index.html` of an entry keeps its name.
 */
export async function compilePlayer(): Promise<readonly PlayerFile[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: entries.flatMap((entry) => [
      { in: join(here, 'src', entry, 'main.ts'), out: `${entry}/main` },
      { in: join(here, 'src', entry, 'main.css'), out: `${entry}/style` },
    ]),
    outdir: dist,
    absWorkingDir: here,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    entryNames: '[dir]/[name].[hash]',
    chunkNames: 'shared/[name].[hash]',
    assetNames: 'shared/[name].[hash]',
    loader: { '.css': 'css' },
    tsconfigRaw: {},
    logLevel: 'warning',
  });
  const files = outputFiles.map(({ path, contents }) => ({
    path: path.slice(dist.length + 1),
    body: contents,
  }));
  const pages = entries.map((entry) => ({
    path: `${entry}/index.html`,
    body: Buffer.from(shellOf(metafile, entry)),
  }));
  return [...files, ...(await readPdfFiles()), ...pages];
}

/**
 * What the PDF library fetches by itself, under its version: its worker, the standard fonts that documents do not bring, and decoders
 * of scanned pictures. Not the one that runs scripts of documents.
 */
async function readPdfFiles(): Promise<readonly PlayerFile[]> {
  const root = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const kept = /^(standard_fonts\/|iccs\/|wasm\/(?!quickjs|.*fallback)|LICENSE$)/;
  const all = await readdir(root, { recursive: true, withFileTypes: true });
  const names = all
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((name) => kept.test(name));
  const files = [...names, 'legacy/build/pdf.worker.min.mjs'].map(async (name) => ({
    // Some servers do not know that `.mjs` is a script.
    path: `viewer/pdfjs-${version}/${name.replace('legacy/build/', '').replace(/\.mjs$/, '.js')}`,
    body: await readFile(join(root, name)),
  }));
  return Promise.all(files);
}

/**
 * Nothing inline: the policy of these pages has no exception. The scripts that the first one imports are named too, so that the browser
 * asks for all of them at once.
 */
function shellOf({ outputs }: Metafile, entry: (typeof entries)[number]): string {
  const outputOf = (source: string) => {
    const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
    if (!found) throw new Error(`nothing was built from ${source}`);
    return { address: relative(`dist/${entry}`, found[0]), imports: found[1].imports };
  };
  const script = outputOf(`src/${entry}/main.ts`);
  const style = outputOf(`src/${entry}/main.css`);
  const imported = script.imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => `<link rel="modulepreload" href="${relative(`dist/${entry}`, path)}">`);
  return [
    '<!doctype html>',
    '<html lang="id">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Sinau</title>',
    '<link rel="icon" href="data:,">',
    `<link rel="stylesheet" href="${style.address}">`,
    ...imported,
    `<script type="module" src="${script.address}"></script>`,
    '</head>',
    '<body>',
    '<div id="app"><p class="loading quiet">Memuat…</p><noscript><p>Bagian ini memerlukan JavaScript. / This part needs JavaScript.</p></noscript></div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Compiles and writes `dist/`, and takes away what it held of other states. */
export async function buildPlayer(): Promise<void> {
  const files = await compilePlayer();
  await mkdir(cache, { recursive: true });
  const workshop = await mkdtemp(join(cache, 'player-'));
  // Made elsewhere and moved, pages last: whoever reads meanwhile finds whole files, and a page only with all it names.
  for (const [index, { path, body }] of files.entries()) {
    const made = join(workshop, String(index));
    await writeFile(made, body);
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await rename(made, join(dist, path));
  }
  await rm(workshop, { recursive: true, force: true });
  const current = new Set(files.map(({ path }) => path));
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const path = relative(dist, join(entry.parentPath, entry.name));
    if (entry.isFile() && !current.has(path)) await rm(join(dist, path), { force: true });
  }
}

if (import.meta.main) await buildPlayer();
