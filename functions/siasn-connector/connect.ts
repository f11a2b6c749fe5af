import { setTimeout as sleep } from 'node:timers/promises';
import { createSiasnClient, readTokenEnd, type SiasnClient, type TokensDeps } from '@sinau/siasn';
import type { SendRun, Standstill } from '@sinau/siasn-sync';
import { dryRun } from './dry-run.ts';
import { openJournal } from './journal.ts';
import { takeLock } from './lock.ts';
import type { Log } from './log.ts';
import { type Config, ConfigWrong, placesOf, readSecret } from './read-config.ts';
import { type RoundDeps, readRound, runRound } from './run-round.ts';
import { sendToSiasn } from './send-to-siasn.ts';
import { createSinauDoor, type SinauDoor, SinauRefused } from './sinau-door.ts';

/** Told to whoever started it; docs/siasn-connector.md says what to do. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  'config-wrong': 2,
  'sinau-refuses': 3,
  'signed-out': 4,
  'client-refused': 5,
  forbidden: 6,
  'already-running': 7,
  environment: 8,
  /** Sinau is away; what is known is kept, and told with the next start. */
  away: 9,
} as const;
export type Ending = keyof typeof exitCodes;

export interface Wanted {
  readonly once: boolean;
  readonly dryRun: boolean;
}

interface Deps {
  readonly config: Config;
  readonly clock: { now(): Date };
  readonly log: Log;
  /** Somebody wants it to stop after what it is at. */
  readonly isStopping: () => boolean;
}

/** Runs until there is nothing to do, somebody stops it, or somebody has to do something. */
export async function connect(deps: Deps, wanted: Wanted): Promise<Ending> {
  const release = await takeLock(deps.config.stateDirectory);
  if (!release) return 'already-running';
  try {
    return await rounds(deps, wanted);
  } catch (error) {
    return endingOf(error, deps.log);
  } finally {
    await release();
  }
}

function endingOf(error: unknown, log: Log): Ending {
  if (error instanceof ConfigWrong) {
    log('config-wrong', { message: error.message });
    return 'config-wrong';
  }
  if (!(error instanceof SinauRefused)) throw error;
  log('sinau', { kind: error.kind, message: error.message });
  if (error.kind === 'environment' || error.kind === 'away') return error.kind;
  return 'sinau-refuses';
}

async function rounds(deps: Deps, wanted: Wanted): Promise<Ending> {
  const { config, clock, log, isStopping } = deps;
  const sinau = createSinauDoor(config, await readSecret(config.sinau.secret), clock);
  const journal = await openJournal(config.stateDirectory);
  for (;;) {
    // Read anew each time: whoever signs in again writes another token.
    const client = await clientOf(deps);
    if (wanted.dryRun) {
      log('dry-run', await dryRun({ sinau, client, log }));
      return 'done';
    }
    const trouble = await oneRound({ ...deps, sinau, journal, client }, isStopping);
    if (trouble === 'away' && wanted.once) return 'away';
    // No endless retry: an account that is tried again and again is locked.
    if (trouble !== undefined && trouble !== 'away') return trouble;
    if (wanted.once || (await pause(config.everySeconds, isStopping))) return 'done';
  }
}

type Trouble = Exclude<Standstill, 'holder-left'> | 'away';

async function oneRound(
  deps: RoundDeps & { readonly sinau: SinauDoor },
  isStopping: () => boolean,
): Promise<Trouble | undefined> {
  const { sinau, log } = deps;
  try {
    await sinau.seen();
    const stillTime = () => !isStopping();
    const run = await runRound(deps, { stillTime });
    log('round', { sent: run.sent, outcome: run.outcome, ...(run.because && { because: run.because }) });
    const trouble = troubleOf(run) ?? (await troubleOfReading(deps, stillTime));
    if (trouble) await sinau.seen(trouble);
    return trouble;
  } catch (error) {
    if (!(error instanceof SinauRefused) || error.kind !== 'away') throw error;
    log('sinau', { kind: error.kind, message: error.message });
    return 'away';
  }
}

const troubleOf = ({ because }: SendRun): Exclude<Trouble, 'away'> | undefined =>
  because === 'holder-left' ? undefined : because;

/** An account that may look at no index, or a client that is not subscribed to it, brings lines all the same: only reading waits. */
async function troubleOfReading(
  deps: RoundDeps,
  stillTime: () => boolean,
): Promise<'signed-out' | undefined> {
  const { because } = await readRound(deps, { stillTime });
  return because === 'signed-out' ? because : undefined;
}

/** True: somebody wants it to stop. */
async function pause(seconds: number, isStopping: () => boolean): Promise<boolean> {
  for (let left = seconds * 4; left > 0 && !isStopping(); left -= 1) await sleep(250);
  return isStopping();
}

async function clientOf({ config, clock }: Deps): Promise<SiasnClient> {
  const { manager } = config;
  const consumer = { key: manager.key, secret: await readSecret(manager.secret) };
  const account = await accountOf(config);
  return createSiasnClient({ send: sendToSiasn, places: placesOf(config), clock, consumer, account });
}

async function accountOf({ account }: Config): Promise<TokensDeps['account']> {
  if ('token' in account) {
    const token = await readSecret(account.token);
    const endsAtMs = readTokenEnd(token);
    if (endsAtMs === undefined) throw new ConfigWrong('What stands for the token of the account is none.');
    return { kind: 'session', token, endsAtMs };
  }
  const { clientId, username } = account;
  return { kind: 'password', clientId, username, password: await readSecret(account.password) };
}
