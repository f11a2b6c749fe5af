import { resolve } from 'node:path';

export interface DevServerOptions {
  /** Port of the portal; 0 takes a free one. */
  readonly port: number;
  /** Absolute path of the folder that keeps everything. */
  readonly dataDir: string;
  /** Throw away what the folder holds and seed anew. */
  readonly fresh: boolean;
  /** Without colleagues and what they do; for tests, which bring their own. */
  readonly isPlain: boolean;
}

/** A wish that cannot be met; its message is one line that says what to do. */
export class StartRefused extends Error {}

/** Reads `PORT`, `DATA_DIR`, `SEED=plain` and `--fresh`; throws StartRefused for anything it does not know. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DevServerOptions {
  const unknown = args.find((arg) => arg !== '--fresh');
  if (unknown !== undefined)
    throw new StartRefused(`I do not know "${unknown}". The only option is --fresh.`);
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartRefused(`PORT must be a number from 0 to 65535, and it is "${environment.PORT}".`);
  }
  return {
    port,
    dataDir: resolve(environment.SINAU_ROOT ?? '.', environment.DATA_DIR ?? '.data'),
    fresh: args.includes('--fresh'),
    isPlain: environment.SEED === 'plain',
  };
}
