import {
  attendedOf,
  type Event,
  type EventId,
  listPartnerEvents,
  readPartnerEvent,
  setPartnerRule,
  spanOf,
} from '@sinau/programmes';
import type { PartnerEventRow, PartnerEventsPorts } from '@sinau/web';
import { ownerName } from '../shared/event-attendances.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'events' | 'people' | 'organisations'>;

/** Events of providers, for the agency whose people go there. */
export function joinPartnerEvents(deps: Deps): PartnerEventsPorts {
  return {
    async list(principal) {
      const { open, joined, rule } = await listPartnerEvents(await deps.events(), { principal });
      const rowOf = rowsOf(deps);
      return {
        open: await inTurns(open, rowOf),
        joined: await inTurns(joined, rowOf),
        rule: { approval: rule.approval, rev: rule.rev },
      };
    },
    async eventOf(principal, eventId) {
      const read = await readPartnerEvent(await deps.events(), { principal, eventId: eventId as EventId });
      const { event, seats } = read;
      const known = await deps.people.findMany(seats.map(({ personId }) => personId));
      const names = new Map(known.map(({ personId, name }) => [personId, name]));
      const people = seats.map((seat) => ({
        ...{ name: names.get(seat.personId) ?? '–', state: seat.state },
        sessions: attendedOf(event, seat).sessions.length,
      }));
      return {
        ...(await rowsOf(deps)(event)),
        sessionCount: event.sessions.length,
        ...(event.price !== undefined && { price: event.price }),
        people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
      };
    },
    setRule: async (principal, rule) => setPartnerRule(await deps.events(), { principal, ...rule }),
  };
}

/** Each provider is looked up once. */
function rowsOf(deps: Deps): (event: Event) => Promise<PartnerEventRow> {
  const names = new Map<string, Promise<string>>();
  return async (event) => {
    const { eventId, title, owner, zone, state, closedAt } = event;
    const key = JSON.stringify(owner);
    const named = names.get(key) ?? ownerName(deps, owner);
    names.set(key, named);
    return {
      ...{ eventId, title, provider: await named, zone, ...spanOf(event) },
      ...{ state: state === 'cancelled' ? 'cancelled' : 'published', isClosed: closedAt !== undefined },
    };
  };
}
