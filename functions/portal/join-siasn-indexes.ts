import type { PersonPrincipal } from '@sinau/kernel';
import {
  agencyOf,
  isOpen,
  isRunning,
  readNow,
  readReading,
  readSettings,
  type SyncSettings,
  switchReading,
} from '@sinau/siasn-sync';
import type { SiasnIndexesView, SiasnIndexPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'siasn' | 'people' | 'clock'>;

/** A connector comes by each minute, each day at most as it is set up; one that was not heard of for so long is not running. */
const heardOfMs = 3_600_000;

/** How the reader's agency reads official values of IP ASN; nobody's value is in it. */
export function joinSiasnIndexes(deps: Deps): SiasnIndexPorts {
  return {
    indexesOf: (principal) => indexesOf(deps, principal),
    switchIndexes: async (principal, isOn) => {
      const parts = await deps.siasn();
      await switchReading(parts, { principal, isOn });
      if (isOn) await parts.tell({ task: 'send', agencyId: agencyOf(principal) });
    },
    readIndexesNow: async (principal) => {
      const parts = await deps.siasn();
      await readNow(parts, { principal });
      await parts.tell({ task: 'send', agencyId: agencyOf(principal) });
    },
  };
}

async function indexesOf(deps: Deps, principal: PersonPrincipal): Promise<SiasnIndexesView> {
  const agencyId = agencyOf(principal);
  const parts = await deps.siasn();
  const [settings, reading, units, reader] = await Promise.all([
    readSettings(parts, agencyId),
    readReading(parts, agencyId),
    deps.people.countByUnit(agencyId),
    readerOf(deps, agencyId),
  ]);
  const { isOn, round, before, readAt, pause, failures, dueAt } = reading;
  const now = deps.clock.now().toISOString();
  const names = await namesOf(deps, failures);
  return {
    ...{ isSiasnOn: settings.isOn, isOn, isTrial: settings.environment === 'training', reader },
    people: [...units.values()].reduce((sum, one) => sum + one, 0),
    ...(round && { round }),
    ...(before && { before }),
    ...(!isRunning(reading) && round && { nextAt: dueAt }),
    ...(readAt !== undefined && { readAt }),
    ...(pause &&
      pause.until > now && { pause: { because: pause.because, at: pause.at, until: pause.until } }),
    failures: failures.map(({ personId, because, at }) => ({
      name: names.get(personId) ?? '–',
      because,
      at,
    })),
  };
}

async function namesOf(deps: Deps, failures: Awaited<ReturnType<typeof readReading>>['failures']) {
  const found = await deps.people.findMany([...new Set(failures.map(({ personId }) => personId))]);
  return new Map(found.map(({ personId, name }) => [personId, name]));
}

/** The first connectors brought lines alone. */
const firstVersion = '1';

async function readerOf(deps: Deps, agencyId: SyncSettings['agencyId']): Promise<SiasnIndexesView['reader']> {
  const parts = await deps.siasn();
  const [settings, seen] = await Promise.all([
    readSettings(parts, agencyId),
    parts.settings.connectorOf(agencyId),
  ]);
  const now = deps.clock.now();
  if (isOpen(settings, now)) return 'there';
  const isHeardOf = seen !== undefined && Date.parse(seen.at) > now.getTime() - heardOfMs;
  if (!isHeardOf || seen.trouble !== undefined || seen.environment !== settings.environment) return 'nobody';
  return seen.version === firstVersion ? 'old' : 'there';
}
