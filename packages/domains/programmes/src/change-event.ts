import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { ownEvent } from './authority.ts';
import { CapacityTooSmall, EventChanged, EventFixed } from './errors.ts';
import { type Event, type EventId, type EventTerms, spanOf, timetableOf } from './event.ts';
import { requireWhole } from './make-event.ts';
import type { EventStore, FormDirectory } from './ports.ts';
import { type PromoteDeps, promoteWaiting } from './promote-waiting.ts';

interface Deps extends PromoteDeps {
  readonly events: EventStore;
  readonly forms: FormDirectory;
  readonly clock: Clock;
}

interface Where {
  readonly principal: PersonPrincipal;
  readonly eventId: EventId;
}

/**
 * Other terms, whole. `rev`: as they were read. What has been published keeps how it is counted once it has begun, and no session
 * that has begun is moved or taken out; participants are told of a new timetable. More seats go to those who wait.
 */
export async function changeEvent(
  deps: Deps,
  input: Where & { readonly terms: EventTerms; readonly rev: number },
): Promise<void> {
  const event = await ownEvent(deps, input);
  const { terms, rev } = input;
  if (event.state === 'cancelled' || event.closedAt !== undefined) throw new EventFixed();
  const now = deps.clock.now().toISOString();
  if (event.state === 'published') requireAllowed(event, terms, now);
  const { owner, sessions, createdAt: madeAt } = event;
  await requireWhole(deps, { owner, now, madeAt, sessions }, terms);
  const { evaluation: _, stated: __, about: ___, price: ____, ...kept } = event;
  const hasMoved = event.state === 'published' && timetableOf(event) !== timetableOf(terms);
  const next: Event = { ...kept, ...terms, rev, ...(hasMoved && { movedAt: now }) };
  await save(deps, next);
  if (event.state === 'published' && terms.capacity > event.capacity) await promoteWaiting(deps, input);
}

function requireAllowed(event: Event, terms: EventTerms, now: string): void {
  const isCountedAlike =
    event.form === terms.form &&
    event.abroad === terms.abroad &&
    event.stated === terms.stated &&
    event.zone === terms.zone;
  if (spanOf(event).startsAt <= now && !isCountedAlike) throw new EventFixed();
  const left = new Map(terms.sessions.map((session) => [session.sessionId, session]));
  for (const session of event.sessions) {
    if (session.startsAt > now) continue;
    const same = left.get(session.sessionId);
    if (same?.startsAt !== session.startsAt || same.endsAt !== session.endsAt) throw new EventFixed();
  }
}

/** Whoever it is for sees it and can register. */
export async function publishEvent(deps: Pick<Deps, 'events' | 'clock'>, input: Where): Promise<void> {
  const event = await ownEvent(deps, input);
  if (event.state === 'published') return;
  const isOver = spanOf(event).endsAt <= deps.clock.now().toISOString();
  if (event.state !== 'draft' || isOver) throw new EventFixed();
  await save(deps, { ...event, state: 'published' });
}

/** Its participants are told why. What was attended is taken back from nobody: a cancelled event that was held is closed instead. */
export async function cancelEvent(
  deps: Pick<Deps, 'events' | 'clock'>,
  input: Where & { readonly reason: string },
): Promise<void> {
  const event = await ownEvent(deps, input);
  if (event.state === 'cancelled') return;
  const isOver = spanOf(event).endsAt <= deps.clock.now().toISOString();
  if (event.state !== 'published' || isOver || event.closedAt !== undefined) throw new EventFixed();
  await save(deps, { ...event, state: 'cancelled', cancelReason: input.reason });
}

/** A draft leaves nothing. */
export async function removeDraft(deps: Pick<Deps, 'events'>, input: Where): Promise<void> {
  const event = await ownEvent(deps, input);
  if (event.state !== 'draft') throw new EventFixed();
  if ((await deps.events.remove(event)) === 'changed') throw new EventChanged();
}

/** After the last session: what the list says counts now, for everybody. */
export async function closeAttendance(deps: Pick<Deps, 'events' | 'clock'>, input: Where): Promise<void> {
  const event = await ownEvent(deps, input);
  if (event.closedAt !== undefined) return;
  const now = deps.clock.now().toISOString();
  if (event.state !== 'published' || spanOf(event).endsAt > now) throw new EventFixed();
  await save(deps, { ...event, closedAt: now });
}

/** The undo of it. Days of those who were not at every session count no more until it is closed again. */
export async function reopenAttendance(deps: Pick<Deps, 'events' | 'clock'>, input: Where): Promise<void> {
  const { closedAt, closedItself: _, ...event } = await ownEvent(deps, input);
  if (closedAt !== undefined) await save(deps, event);
}

async function save({ events, clock }: Pick<Deps, 'events' | 'clock'>, next: Event): Promise<void> {
  const outcome = await events.save({ ...next, updatedAt: clock.now().toISOString() });
  if (outcome === 'full') throw new CapacityTooSmall();
  if (outcome === 'changed') throw new EventChanged();
}
