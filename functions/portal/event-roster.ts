import type { SharedAttributes } from '@sinau/agreements';
import { organisationName, type Person } from '@sinau/identity';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { type Event, isActive, presenceOf, type Seat } from '@sinau/programmes';
import type { ParticipantRow } from '@sinau/web';
import { personByWord } from '../shared/person-by-word.ts';
import { byPseudonym } from '../shared/shared-attributes.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { codeOf } from './participant-code.ts';

export type RosterDeps = Pick<PortalDeps, 'organisations' | 'people' | 'disclosing'>;

/** Participants of an event as its office may know them. */
export interface Roster {
  rowsOf(seats: readonly Seat[]): Promise<readonly ParticipantRow[]>;
  /** What the list calls somebody. */
  idOf(personId: PersonId): Promise<string>;
  /** Whom a row of the list stands for; undefined for what stands for nobody. */
  personOf(id: string): Promise<PersonId | undefined>;
  /** What a row that has left the list is called. */
  calledBy(id: string): Promise<string>;
  /** Somebody at the door, by their address or number, or as the list calls them. */
  atTheDoor(word: string): Promise<PersonId | undefined>;
}

/** `reader`: whose own row is told from the others. */
export const rosterOf = (deps: RosterDeps, { owner }: Pick<Event, 'owner'>, reader: PersonId): Roster =>
  owner.kind === 'provider' ? ofProvider(deps, owner.providerId, reader) : ofAgency(deps, reader);

function ofAgency(deps: RosterDeps, reader: PersonId): Roster {
  return {
    rowsOf: (seats) =>
      inTurns(seats, async (seat) => {
        const { personId, agencyId, reason } = seat;
        const agency = agencyId && (await organisationName(deps, { kind: 'agency', agencyId }));
        return {
          ...{ personId, name: await nameOf(deps, personId), agency: agency ?? '–' },
          ...(await standOf(deps, seat, reader)),
          ...(reason !== undefined && { reason }),
        };
      }),
    idOf: async (personId) => personId,
    personOf: async (id) => id as PersonId,
    calledBy: (id) => nameOf(deps, id as PersonId),
    atTheDoor: async (word) => (await personByWord(deps, word))?.personId,
  };
}

const nameOf = async ({ people }: RosterDeps, personId: PersonId): Promise<string> =>
  (await people.find(personId))?.name ?? '–';

async function standOf(deps: RosterDeps, { personId, state, since, marks: noted }: Seat, reader: PersonId) {
  const marks = await inTurns([...presenceOf(noted)], async ([sessionId, mark]) => {
    const said = {
      present: mark.present,
      ...(mark.by !== undefined && { by: await nameOf(deps, mark.by) }),
      ...(mark.reason !== undefined && { reason: mark.reason }),
    };
    return [sessionId, said] as const;
  });
  const own = personId === reader && { isOwn: true as const };
  return { state, since, marks: Object.fromEntries(marks), ...own };
}

/** What a supervisor has not said yes to, or the agency cannot pay yet, is not the provider's to know. */
const isShown = ({ state }: Seat): boolean => !['requested', 'declined', 'unfunded'].includes(state);

/**
 * Everybody by their pseudonym, and beside it, of whoever comes or waits, what the agreement with their agency discloses now; noted as what a roster tells. The ids of rows are
 * pseudonyms too.
 */
function ofProvider(deps: RosterDeps, providerId: ProviderId, reader: PersonId): Roster {
  return {
    async rowsOf(all) {
      const seats = all.filter(isShown);
      const sharing = await deps.disclosing();
      const known = await sharing.ofMany({ providerId, personIds: seats.map(({ personId }) => personId) });
      const rows = seats.flatMap((seat, n) => {
        const one = known[n];
        return one ? [{ seat, person: isActive(seat.state) ? shownOf(one) : byPseudonym(one) }] : [];
      });
      await sharing.note({ providerId, channel: 'roster', people: rows.map(({ person }) => person) });
      return inTurns(rows, async ({ seat, person: { subject, name, agency } }) => ({
        ...{ personId: subject, name: name ?? codeOf(subject) },
        ...(agency !== undefined && { agency }),
        ...(name !== undefined && { code: codeOf(subject) }),
        ...(await standOf(deps, seat, reader)),
        ...(seat.reason !== undefined && { reason: seat.reason }),
      }));
    },
    idOf: async (personId) => (await (await deps.disclosing()).of({ providerId, personId })).subject,
    personOf: async (id) => (await deps.disclosing()).personOf(providerId, id),
    calledBy: async (id) => codeOf(id),
    atTheDoor: async (word) => findDisclosed(deps, providerId, word),
  };
}

/** A list of participants tells who somebody is, and of which agency. */
function shownOf(known: SharedAttributes): SharedAttributes {
  const { name, agency } = known;
  return {
    ...byPseudonym(known),
    shared: known.shared.filter((attribute) => attribute === 'name' || attribute === 'agency'),
    ...(name !== undefined && { name }),
    ...(agency !== undefined && { agency }),
  };
}

/** A provider finds by an address or a number only whom it may know by it; of anybody else it does not learn that they are here. */
async function findDisclosed(
  deps: RosterDeps,
  providerId: ProviderId,
  word: string,
): Promise<PersonId | undefined> {
  const person: Person | undefined = await personByWord(deps, word);
  if (!person) return undefined;
  const sharing = await deps.disclosing();
  const known = await sharing.of({ providerId, personId: person.personId });
  const by = word.includes('@') ? 'email' : 'employee-number';
  if (!known.shared.includes(by)) return undefined;
  await sharing.note({ providerId, channel: 'roster', people: [{ ...known, shared: [by] }] });
  return person.personId;
}
