import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import { localEnvironment } from './environment.ts';
import { StartRefused } from './options.ts';
import { type Services, startServices } from './services.ts';

/** Runs `use` on the services and settings of a data folder. Rejects with StartRefused while a server runs on it. */
export async function withDataFolder<Value>(
  dataDir: string,
  use: (given: {
    readonly services: Services;
    readonly environment: Readonly<Record<string, string>>;
  }) => Promise<Value>,
): Promise<Value> {
  await access(join(dataDir, 'dynamo')).catch((cause: unknown) => {
    throw new StartRefused(`There is no data in ${dataDir}. Name the folder in DATA_DIR.`, { cause });
  });
  const secrets = await openDataFolder(dataDir, { fresh: false });
  const fault = (error: unknown) => process.stderr.write(`object store: ${String(error)}\n`);
  const portalOrigin = 'http://localhost';
  const services = await startServices({ dataDir, secrets, portalOrigin, onFault: fault });
  try {
    const environment = localEnvironment({
      addresses: { portal: portalOrigin, contentTemplate: 'http://{hash}.localhost' },
      services,
      signingSecret: secrets.signingSecret,
      scratchDir: join(dataDir, 'scratch'),
      logLevel: 'ERROR',
    });
    return await use({ services, environment });
  } finally {
    await services.close();
  }
}
