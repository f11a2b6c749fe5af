import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Assets, packAsset } from './src/assets.ts';

const here = import.meta.dirname;
const islands = [
  'compare-file',
  'copy',
  'leave-frame',
  'leave-part',
  'lti-storage',
  'refresh',
  'send-file',
  'tool-registration',
  'upload',
] as const;
const stubAt = (name: string) => join(here, '../player/src', `stub-${name}`, 'main.ts');

/**
 * Compiles the style sheet and the islands and names each by a hash of its content, so that browsers may keep them for
 * ever.
 */
export async function compileAssets(): Promise<Assets> {
  const css = await compileStyles();
  const scripts = await Promise.all(islands.map((name) => bundleScript(join(here, 'islands', `${name}.ts`))));
  const [scorm12, cmi5] = await Promise.all([bundleScript(stubAt('scorm12')), bundleScript(stubAt('cmi5'))]);
  const files = [
    { name: 'portal', type: 'text/css; charset=utf-8', extension: 'css', text: css },
    ...islands.map((name, index) => ({
      name,
      type: 'text/javascript; charset=utf-8',
      extension: 'js',
      text: scripts[index] ?? '',
    })),
  ].map((file) => ({ ...file, file: `${file.name}.${hashOf(file.text)}.${file.extension}` }));
  return {
    paths: Object.fromEntries(files.map(({ name, file }) => [name, `/assets/${file}`])) as Assets['paths'],
    files: Object.fromEntries(files.map(({ file, type, text }) => [file, packAsset(type, text)])),
    stubs: { scorm12, cmi5 },
  };
}

/** Compiles and writes `dist/`: the paths, which the portal needs at once, and the files, which it loads when asked. */
export async function buildAssets(): Promise<Assets> {
  const assets = await compileAssets();
  await mkdir(join(here, 'dist'), { recursive: true });
  await writeFile(join(here, 'dist', 'asset-paths.json'), JSON.stringify(assets.paths));
  await writeFile(join(here, 'dist', 'asset-files.json'), JSON.stringify(assets.files));
  await writeFile(join(here, 'dist', 'dispatch-stubs.json'), JSON.stringify(assets.stubs));
  return assets;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    tsconfigRaw: {},
  });
  return result.outputFiles[0]?.text ?? '';
}

async function compileStyles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-styles-'));
  try {
    const output = join(folder, 'portal.css');
    await runTailwind(['-i', join(here, 'styles', 'portal.css'), '-o', output, '--minify']);
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runTailwind(args: readonly string[]): Promise<void> {
  const cli = new URL(import.meta.resolve('@tailwindcss/cli/package.json'));
  const script = new URL('dist/index.mjs', cli).pathname;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Tailwind failed (${code}): ${said}`));
    });
  });
}

if (import.meta.main) await buildAssets();
