import type { AgencyId, Clock } from '@sinau/kernel';
import { closesAfterDays, closesItselfAt, type Event } from './event.ts';
import type { EventStore } from './ports.ts';

interface Deps {
  readonly events: Pick<EventStore, 'listOpen' | 'save'>;
  readonly clock: Clock;
}

const dayMs = 86_400_000;
/** Events that ended longer ago were closed by then, or belong to years whose JP are settled. */
const lookedBackDays = 400;
const portion = 100;

/**
 * Closes the attendance of events whose organisers have not: who was there waits for nobody's click. What the list says counts from then on, and
 * can be corrected or opened again as after any closing. Tells how many were closed.
 */
export async function closeOverdue(
  deps: Deps,
  { agencyIds }: { readonly agencyIds: readonly AgencyId[] },
): Promise<number> {
  let closed = 0;
  for (const to of ['all', ...agencyIds] as const) {
    for await (const event of endedEvents(deps, to)) closed += await closeOne(deps, event);
  }
  return closed;
}

async function* endedEvents({ events, clock }: Deps, to: AgencyId | 'all'): AsyncGenerator<Event> {
  const at = (days: number, ms = 0) => new Date(clock.now().getTime() - days * dayMs + ms).toISOString();
  // A moment later, so that what ended just so long ago is among them.
  const ended = { from: at(lookedBackDays), until: at(closesAfterDays, 1), limit: portion };
  let after: string | undefined;
  do {
    const page = await events.listOpen(to, { ...ended, ...(after !== undefined && { after }) });
    yield* page.events;
    after = page.next;
  } while (after !== undefined);
}

/** Whoever changes it in the same moment goes first; it is looked at again the next day. */
async function closeOne({ events, clock }: Deps, event: Event): Promise<number> {
  const now = clock.now().toISOString();
  if (event.closedAt !== undefined || closesItselfAt(event) > now) return 0;
  const outcome = await events.save({ ...event, closedAt: now, closedItself: true, updatedAt: now });
  return outcome === 'saved' ? 1 : 0;
}
