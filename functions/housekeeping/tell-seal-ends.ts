import { type OrganisationStore, organisationName } from '@sinau/identity';
import { daysBetween, localDateOf } from '@sinau/kernel';
import type { SealStore } from '@sinau/sealing';
import { holdersOf, operatorsOnDuty, type TellDeps, tell } from '../shared/tell.ts';

export interface SealEndsDeps extends TellDeps {
  readonly seals: Pick<SealStore, 'settings'>;
  readonly organisations: OrganisationStore;
}

/** So many days before the last one somebody is told; the last two also to operators. */
const steps = [1, 7, 30] as const;
const urgentDays = 7;

/**
 * Tells administrators of agencies that the certificate of their seal ends soon: a new one has to be asked for and confirmed by people. Each step
 * once, by the id of its notice; a run that was missed is made up for by the next. What has ended stands still and is told by that.
 */
export async function tellSealEnds(deps: SealEndsDeps): Promise<number> {
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  let told = 0;
  for (const agencyId of await deps.seals.settings.listOn()) {
    const sealer = (await deps.seals.settings.find(agencyId))?.sealer;
    if (!sealer) continue;
    const on = localDateOf(Date.parse(sealer.validTo), 'Asia/Jakarta');
    const left = daysBetween(today, on);
    const step = left < 0 ? undefined : steps.find((days) => left <= days);
    if (step === undefined) continue;
    const home = { kind: 'agency', agencyId } as const;
    const params = { agency: (await organisationName(deps, home)) ?? agencyId, on };
    const about = `seal-ends:${agencyId}:${sealer.fingerprint}:${step}`;
    const links = [
      ...(await holdersOf(deps, home, 'agency-admin')).map((personId) => [personId, '/agency/seal'] as const),
      ...(step <= urgentDays ? await operatorsOnDuty(deps) : []).map(
        (personId) => [personId, '/operator/seals'] as const,
      ),
    ];
    for (const [personId, link] of links) {
      await tell(deps, { eventId: `${about}:${personId}`, personId }, { kind: 'seal-ends', params, link });
    }
    told += 1;
  }
  return told;
}
