import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '../..');

/** What `npm start` writes into the data folder, as far as tests use it. */
const devJsonSchema = z.object({
  pid: z.number(),
  portal: z.url(),
  content: z.string(),
  xapi: z.object({ endpoint: z.url(), key: z.string(), secret: z.string() }),
  people: z.array(z.object({ personId: z.string(), name: z.string(), role: z.string(), email: z.string() })),
  agencyClient: z.object({ id: z.string(), secret: z.string(), tokenUrl: z.url(), recordsUrl: z.url() }),
  providerClient: z.object({ id: z.string(), secret: z.string(), tokenUrl: z.url() }),
});

export type DevJson = z.infer<typeof devJsonSchema>;

export interface RunningServer {
  readonly dev: DevJson;
  /** Milliseconds from spawn until it answered. */
  readonly startedInMs: number;
  /** Everything it printed so far. */
  output(): string;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Starts the product as `npm start` does, on free ports, in a process of its own. */
export async function startServer(options: {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly port?: number;
  /** Settings that `npm start` takes from its environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly deadlineMs?: number;
  /** @default ERROR */
  readonly logLevel?: string;
}): Promise<RunningServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...(options.args ?? [])], {
    cwd: root,
    env: {
      ...process.env,
      // Tests bring the people that they count.
      SEED: 'plain',
      ...options.env,
      ...{ PORT: String(options.port ?? 0), DATA_DIR: options.dataDir },
      LOG_LEVEL: options.logLevel ?? 'ERROR',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const dev = await waitUntilUp(child, options, () => printed);
  return {
    dev,
    startedInMs: performance.now() - begun,
    output: () => printed,
    stop: () => {
      child.kill('SIGINT');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function waitUntilUp(
  child: ChildProcess,
  options: { readonly dataDir: string; readonly deadlineMs?: number },
  printed: () => string,
): Promise<DevJson> {
  const deadline = performance.now() + (options.deadlineMs ?? 150_000);
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${printed()}`);
    const dev = await readDevJson(options.dataDir);
    if (dev && dev.pid === child.pid && (await answers(dev))) return dev;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not come up:\n${printed()}`);
}

async function readDevJson(dataDir: string): Promise<DevJson | undefined> {
  const text = await readFile(join(dataDir, 'dev.json'), 'utf8').catch(() => undefined);
  const parsed = text === undefined ? undefined : devJsonSchema.safeParse(JSON.parse(text));
  return parsed?.success ? parsed.data : undefined;
}

async function answers(dev: DevJson): Promise<boolean> {
  const response = await fetch(`${dev.xapi.endpoint}/about`).catch(() => undefined);
  await response?.body?.cancel();
  return response?.status === 200;
}
