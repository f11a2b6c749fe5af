import { parseArgs } from 'node:util';
import { connect, exitCodes } from './connect.ts';
import { createLog } from './log.ts';
import { ConfigWrong, readConfig } from './read-config.ts';

const usage = `Brings recognised JP of one agency from Sinau to BKN's SIASN, from the agency's own network.

  --config <file>  where it is set up (docs/siasn-connector.md)
  --once           one round, then end
  --dry-run        look at both, write nothing, and tell what would be done
`;

const clock = { now: () => new Date() };
const log = createLog((line) => process.stdout.write(`${line}\n`), clock);

let stops = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stops = true;
    log('stopping');
  });
}

async function main(): Promise<number> {
  const options = {
    config: { type: 'string' },
    once: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    if (values.help || values.config === undefined) {
      process.stderr.write(usage);
      return values.help ? exitCodes.done : exitCodes['config-wrong'];
    }
    const config = await readConfig(values.config);
    const wanted = { once: values.once ?? false, dryRun: values['dry-run'] ?? false };
    const ending = await connect({ config, clock, log, isStopping: () => stops }, wanted);
    log('end', { ending, code: exitCodes[ending] });
    return exitCodes[ending];
  } catch (error) {
    if (error instanceof ConfigWrong || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      log('config-wrong', { message: (error as Error).message });
      return exitCodes['config-wrong'];
    }
    log('unexpected', { message: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' });
    return exitCodes.unexpected;
  }
}

// Connections that are kept alive are nothing to wait for.
process.exit(await main());
