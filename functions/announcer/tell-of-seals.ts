import type { SealStoodStill } from '@sinau/domain-events';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import { holdersOf, operatorsOnDuty, type TellDeps, tell } from '../shared/tell.ts';

export interface TellOfSealsDeps extends TellDeps {
  readonly organisations: OrganisationStore;
}

/** That an agency seals no more: its administrators, who can mend it, and operators, who may have to help. */
export async function tellOfSeals(deps: TellOfSealsDeps, fact: SealStoodStill): Promise<void> {
  const home = { kind: 'agency', agencyId: fact.agencyId as AgencyId } as const;
  const agency = (await organisationName(deps, home)) ?? fact.agencyId;
  const content = { kind: 'seal-stands-still', params: { agency, because: fact.because } } as const;
  const admins = await holdersOf(deps, home, 'agency-admin');
  const operators = await operatorsOnDuty(deps);
  for (const personId of admins) {
    await tell(
      deps,
      { eventId: `${fact.eventId}:${personId}`, personId },
      { ...content, link: '/agency/seal' },
    );
  }
  for (const personId of operators) {
    const told = { eventId: `${fact.eventId}:${personId}`, personId };
    await tell(deps, told, { ...content, link: '/operator/seals' });
  }
}
