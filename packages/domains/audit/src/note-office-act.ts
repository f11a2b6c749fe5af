import type { AgencyId, Clock, PersonId } from '@sinau/kernel';
import type { ReadingLog, SeenLately } from './ports.ts';
import type { OfficeActKind } from './reading.ts';

/** Longer than a fact can wait to be told once more. */
const rememberedMs = 45 * 24 * 3600_000;

/**
 * Notes what somebody did for an agency as a whole, in the chain of its people. Once by the id of what happened; a process that dies right
 * after it leaves the line twice rather than not at all. Rejects with `Unavailable` when it could not be written.
 */
export async function noteOfficeAct(
  deps: { readonly log: Pick<ReadingLog, 'append'>; readonly seen: SeenLately; readonly clock: Clock },
  act: {
    /** Of what happened. */
    readonly id: string;
    /** ISO 8601 UTC. */
    readonly at: string;
    readonly what: OfficeActKind;
    /** Which thing of the agency, by id. */
    readonly thing: string;
    readonly personId: PersonId;
    readonly agencyId: AgencyId;
  },
): Promise<'noted' | 'seen'> {
  const { id, at, what, thing, personId, agencyId } = act;
  const office = `agency:${agencyId}`;
  const [actor, about] = [
    { kind: 'person', personId },
    { kind: 'office', office },
  ] as const;
  const key = { actor, what: `${what} ${id}`, about };
  const now = deps.clock.now();
  if (await deps.seen.has(key, now)) return 'seen';
  await deps.log.append({ at, office, actor, about, purpose: 'personnel', what, thing });
  await deps.seen.note(key, new Date(now.getTime() + rememberedMs));
  return 'noted';
}
