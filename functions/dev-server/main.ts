import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlayerPages } from '@sinau/platform/content-edge';
import type { AssetFiles, DispatchStubs, ServedAssets } from '@sinau/web';
import { signInUrl } from './dev-json.ts';
import { readOptions, StartRefused } from './options.ts';
import { type DevServer, startDevServer } from './start-dev-server.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `npm start`: everything on this machine until Ctrl-C. */
export async function main(args: readonly string[], environment: Environment): Promise<void> {
  try {
    const begun = performance.now();
    const root = environment.SINAU_ROOT ?? process.cwd();
    const assets = await readAssets(join(root, 'packages/web/dist'));
    const player = await readPlayerPages(join(root, 'packages/player/dist'));
    const options = readOptions(args, environment);
    const server = await startDevServer({
      ...options,
      root,
      assets,
      player,
      logLevel: environment.LOG_LEVEL ?? 'WARN',
    });
    stopOnSignal(server);
    greet(server, { dataDir: options.dataDir, ms: performance.now() - begun });
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** What the build compiled just before. */
async function readAssets(dist: string): Promise<ServedAssets> {
  const paths: ServedAssets['paths'] = JSON.parse(await readFile(join(dist, 'asset-paths.json'), 'utf8'));
  const files: AssetFiles = JSON.parse(await readFile(join(dist, 'asset-files.json'), 'utf8'));
  const stubs: DispatchStubs = JSON.parse(await readFile(join(dist, 'dispatch-stubs.json'), 'utf8'));
  return { paths, readFiles: async () => files, readStubs: async () => stubs };
}

function stopOnSignal(server: DevServer): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C does not wait: everything that was answered is on disk already.
      if (stopping) process.exit(130);
      stopping = true;
      setTimeout(() => process.exit(0), 10_000).unref();
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function greet({ addresses, seeded }: DevServer, { dataDir, ms }: { dataDir: string; ms: number }): void {
  const { portal, contentTemplate } = addresses;
  const width = Math.max(...seeded.people.map(({ name, label }) => `${label}: ${name}`.length));
  const lines = [
    '',
    `  Sinau    ${portal}    (started in ${(ms / 1000).toFixed(1)} s)`,
    `  content  ${contentTemplate.replace('{hash}', '<version>')}`,
    `  xAPI     ${portal}/xapi`,
    `  records  ${portal}/records`,
    `  data     ${dataDir}    keys of the API clients: dev.json`,
    '',
    '  Sign in with one click:',
    ...seeded.people.map(
      ({ name, label, email }) => `    ${`${label}: ${name}`.padEnd(width)}  ${signInUrl(portal, email)}`,
    ),
    '',
    '  Ctrl-C stops; everything is kept. "npm start -- --fresh" begins anew.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
