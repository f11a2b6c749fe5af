import { StandingForbids, type StandingGate } from '@sinau/enrolment';
import { mayEnrolOn, type PeopleStore, serviceOf } from '@sinau/identity';
import { type Clock, localDateOf } from '@sinau/kernel';

/** Legal standings as enrolment asks of them, on the day where the person is. */
export const standingGateOf = ({
  people,
  clock,
}: {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly clock: Clock;
}): StandingGate => ({
  async requireService(personId) {
    const person = await people.find(personId);
    if (!person) return;
    const now = clock.now();
    const today = localDateOf(now.getTime(), serviceOf(person, now.toISOString().slice(0, 10)).timeZone);
    if (!mayEnrolOn(person, today)) throw new StandingForbids();
  },
});
