import { type Actor, noteAct, type ReadingLog, type SeenLately } from '@sinau/audit';
import type { AccountChanged } from '@sinau/domain-events';
import type { PeopleStore } from '@sinau/identity';
import type { Clock, PersonId } from '@sinau/kernel';
import type { Fact } from './follow-fact.ts';

export interface NoteAccountsDeps {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly audit: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately };
  readonly clock: Clock;
}

/** Whose account was closed or opened stands in the log that nobody can change, with who did it and at whose word. Safe to repeat. */
export async function noteAccounts(deps: NoteAccountsDeps, fact: Fact): Promise<void> {
  if (fact.type !== 'account-changed') return;
  const person = await deps.people.find(fact.personId as PersonId);
  if (!person) return;
  await noteAct(
    { ...deps.audit, clock: deps.clock },
    {
      ...{ id: fact.eventId, at: fact.occurredAt, because: fact.because },
      what: fact.act === 'closed' ? 'account-closed' : 'account-opened',
      actor: await actorOf(deps, fact),
      ...{ personId: person.personId, home: person.home },
    },
  );
}

/** A list comes from a person or from a machine; ids of clients are no people. */
async function actorOf({ people }: NoteAccountsDeps, { by, because }: AccountChanged): Promise<Actor> {
  if (by === undefined) return { kind: 'platform' };
  const isClient = because === 'identity-provider' || !(await people.find(by as PersonId));
  return isClient ? { kind: 'client', clientId: by } : { kind: 'person', personId: by as PersonId };
}
