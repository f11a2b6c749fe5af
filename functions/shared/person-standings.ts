import type { PersonStanding, StandingDirectory } from '@sinau/credit';
import type { PeopleStore } from '@sinau/identity';

/** Who people are to the rules of JP, as far as identity knows: what nobody has filled in is assumed and said to be. */
export function personStandingsOf(deps: { readonly people: Pick<PeopleStore, 'find'> }): StandingDirectory {
  return {
    async standingOf(personId): Promise<PersonStanding | undefined> {
      const person = await deps.people.find(personId);
      if (!person) return undefined;
      const { home, timeZone } = person;
      return {
        ...(home.kind === 'agency' && { agencyId: home.agencyId }),
        timeZone: timeZone ?? 'Asia/Jakarta',
        statuses: [{ status: 'PNS', from: '1900-01-01' }],
        assumed: ['status', ...(timeZone === undefined ? (['time-zone'] as const) : [])],
      };
    },
  };
}
