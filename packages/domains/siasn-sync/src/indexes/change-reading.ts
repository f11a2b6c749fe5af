import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from '../decide-row.ts';
import { SiasnChanged, SiasnNotFound } from '../errors.ts';
import type { ReadingDeps } from './ports.ts';
import { type IndexReading, isRunning, newReading } from './round.ts';

type Deps = Pick<ReadingDeps, 'readings' | 'settings' | 'clock'>;

export const readReading = async (
  { readings, clock }: Pick<Deps, 'readings' | 'clock'>,
  agencyId: AgencyId,
): Promise<IndexReading> => (await readings.find(agencyId)) ?? newReading(agencyId, clock.now());

/**
 * An administrator lets official indexes be read, or ends that. What was read stays with its people; switched on again, a round begins anew.
 * Rejects with `SiasnNotFound` where SIASN itself is off.
 */
export async function switchReading(
  deps: Deps,
  { principal, isOn }: { readonly principal: PersonPrincipal; readonly isOn: boolean },
): Promise<void> {
  const agencyId = agencyOf(principal);
  if (isOn && !(await deps.settings.find(agencyId))?.isOn) throw new SiasnNotFound();
  const reading = await readReading(deps, agencyId);
  if (reading.isOn === isOn) return;
  await save(deps, { ...(isOn ? restarted(reading, deps.clock.now()) : stopped(reading)), isOn });
}

/** An administrator does not want to wait for the month, or for the end of a pause. A round that runs goes on. */
export async function readNow(
  deps: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<void> {
  const reading = await deps.readings.find(agencyOf(principal));
  if (!reading?.isOn) throw new SiasnNotFound();
  const { pause: _, ...rest } = reading;
  const now = deps.clock.now().toISOString();
  await save(deps, isRunning(reading) ? rest : { ...rest, dueAt: now });
}

/** Official indexes of the agency are read, from the real SIASN: those of the training environment are nobody's. */
export async function isReading(
  { readings, settings }: Pick<Deps, 'readings' | 'settings'>,
  agencyId: AgencyId,
): Promise<boolean> {
  const [reading, at] = await Promise.all([readings.find(agencyId), settings.find(agencyId)]);
  return reading?.isOn === true && at?.isOn === true && at.environment === 'production';
}

/** Of a person whose agency reads. `off`: it does not. */
export async function wantIndex(
  deps: Pick<Deps, 'readings' | 'settings'>,
  { agencyId, personId }: { readonly agencyId: AgencyId; readonly personId: PersonId },
): Promise<'noted' | 'off'> {
  if (!(await isReading(deps, agencyId))) return 'off';
  await deps.readings.want(agencyId, personId);
  return 'noted';
}

async function save({ readings }: Deps, reading: IndexReading): Promise<void> {
  if ((await readings.save(reading)) !== 'saved') throw new SiasnChanged();
}

/** Without what was half done: whoever is at it comes too late. */
function stopped(reading: IndexReading): IndexReading {
  const { lease: _, pause: __, next: ___, round, before, ...rest } = reading;
  const last = round?.finishedAt === undefined ? before : round;
  return { ...rest, left: [], isListed: true, failures: [], ...(last && { before: last }) };
}

const restarted = (reading: IndexReading, now: Date): IndexReading => ({
  ...stopped(reading),
  dueAt: now.toISOString(),
});
