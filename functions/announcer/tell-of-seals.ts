import type { SealStoodStill, SealWentOn } from '@sinau/domain-events';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import { holdersOf, operatorsOnDuty, type TellDeps, tell } from '../shared/tell.ts';

export interface TellOfSealsDeps extends TellDeps {
  readonly organisations: OrganisationStore;
}

/** That an agency seals no more, or goes on: its administrators, who can mend it, and operators, who may have to help. */
export async function tellOfSeals(deps: TellOfSealsDeps, fact: SealStoodStill | SealWentOn): Promise<void> {
  const home = { kind: 'agency', agencyId: fact.agencyId as AgencyId } as const;
  const agency = (await organisationName(deps, home)) ?? fact.agencyId;
  const content = contentOf(fact, agency);
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

const contentOf = (fact: SealStoodStill | SealWentOn, agency: string): NoticeContent =>
  fact.type === 'seal-went-on'
    ? { kind: 'seal-goes-on', params: { agency } }
    : { kind: 'seal-stands-still', params: { agency, because: fact.because } };
