import { type AgencyId, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import {
  type BudgetLineId,
  type Event,
  type EventId,
  EventNotFound,
  listSeatUse,
  officeOf,
  paymentYearOf,
  readPayment,
  setPayment,
  spanOf,
} from '@sinau/programmes';
import type { EventPaymentsPorts } from '@sinau/web';
import { ownerName } from '../shared/event-attendances.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'events' | 'budget' | 'people' | 'organisations' | 'clock'>;

function agencyOffice(principal: PersonPrincipal) {
  const office = officeOf(principal);
  if (office.kind !== 'agency') throw new EventNotFound();
  return office;
}

function kindOf({ owner }: Event, agencyId: AgencyId): 'own' | 'partner' | 'other' {
  if (owner.kind === 'provider') return 'partner';
  return owner.agencyId === agencyId ? 'own' : 'other';
}

/** What seats of events cost an agency, for its administrators. */
export function joinEventPayments(deps: Deps): EventPaymentsPorts {
  return {
    async seatUse(principal, asked) {
      const { agencyId } = agencyOffice(principal);
      const year = asked ?? yearOf(localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta'));
      const uses = await listSeatUse(await deps.events(), { agencyId, year });
      const rows = await inTurns(uses, async ({ event, confirmed, attended }) => ({
        ...{ eventId: event.eventId, title: event.title, zone: event.zone, ...spanOf(event) },
        ...{ organiser: await ownerName(deps, event.owner), seats: confirmed, attended },
        kind: kindOf(event, agencyId),
      }));
      return { year, rows };
    },
    async paymentOf(principal, eventId) {
      const read = await readPayment(await deps.events(), { principal, eventId: eventId as EventId });
      const { event, payment, seats } = read;
      const { agencyId, lineId, noShow, rev } = payment;
      const year = paymentYearOf(event);
      const { budgets } = await deps.budget();
      const lines = (await budgets.list(agencyId, year)).filter(
        (line) => line.state === 'open' || line.lineId === (lineId as string | undefined),
      );
      const charged = seats.flatMap(({ personId, charge }) => (charge ? [{ personId, charge }] : []));
      const known = await deps.people.findMany(charged.map(({ personId }) => personId));
      const names = new Map(known.map(({ personId, name }) => [personId, name]));
      return {
        ...{ eventId, title: event.title, organiser: await ownerName(deps, event.owner), year },
        isOwn: event.owner.kind === 'agency',
        ...(event.price !== undefined && { price: event.price }),
        lines: lines.map(({ lineId: id, code, title, room }) => ({ lineId: id, code, title, room })),
        ...(lineId !== undefined && { lineId }),
        ...{ noShow, rev },
        seats: charged
          .map(({ personId, charge: { state, price } }) => ({
            ...{ name: names.get(personId) ?? '–', state, price },
          }))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
      };
    },
    pay: async (principal, eventId, { lineId, noShow, rev }) =>
      setPayment(await deps.events(), {
        ...{ principal, eventId: eventId as EventId, noShow, rev },
        lineId: lineId as BudgetLineId | undefined,
      }),
  };
}
