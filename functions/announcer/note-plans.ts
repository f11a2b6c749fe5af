import { noteOfficeAct, type ReadingLog, type SeenLately } from '@sinau/audit';
import type { AgencyId, Clock, PersonId } from '@sinau/kernel';
import type { Fact } from './follow-fact.ts';

export interface NotePlansDeps {
  readonly audit: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately };
  readonly clock: Clock;
}

/** Each step of an annual plan stands in the log that nobody can change, with who recorded it. Safe to repeat. */
export async function notePlans({ audit, clock }: NotePlansDeps, fact: Fact): Promise<void> {
  if (fact.type !== 'annual-plan-moved') return;
  const { eventId, occurredAt, agencyId, year, version, to, by, undone } = fact;
  await noteOfficeAct(
    { ...audit, clock },
    {
      ...{
        id: eventId,
        at: occurredAt,
        what: undone ? 'plan-undone' : `plan-${to}`,
        thing: `annual-plan:${year}:${version}`,
      },
      ...{ personId: by as PersonId, agencyId: agencyId as AgencyId },
    },
  );
}
