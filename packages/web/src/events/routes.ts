import type { Portal } from '../visit.ts';
import type { EventPaymentsPorts, PartnerEventsPorts } from './agency-ports.ts';
import type { EventsDeskPorts } from './desk-ports.ts';
import {
  agencyRequestsPath,
  calendarPath,
  eventPaymentsPath,
  eventRequestsPath,
  eventsPath,
  partnerEventsPath,
} from './paths.ts';
import { agencyEvents, type DeskPlace, studioEvents } from './place.tsx';
import type { EventsPorts } from './ports.ts';

// Most pages are of courses.
const everybody = () => import('./visits.tsx');
const desk = () => import('./desk-visits.tsx');
const payments = () => import('./payment-visits.tsx');
const partners = () => import('./partner-visits.tsx');

const one = '/:eventId';
const door = `${one}/check-in/:sessionId`;

/** What is below the address of events, and what answers it. */
const routes = [
  ['GET', '', 'showList'],
  ['GET', one, 'showEvent'],
  ['POST', `${one}/register`, 'register'],
  ['POST', `${one}/confirm`, 'confirm'],
  ['GET', `${one}/leave`, 'askLeave'],
  ['POST', `${one}/leave`, 'leave'],
  ['GET', `${one}/calendar.ics`, 'sendFile'],
  ['GET', `${one}/materials/:materialId`, 'sendMaterial'],
  ['GET', door, 'showDoor'],
  ['POST', door, 'checkIn'],
  ['GET', `${door}/done`, 'showDone'],
] as const;

const deskRoutes = [
  ['GET', '', 'showList'],
  ['GET', '/new', 'showNew'],
  ['POST', '/new', 'make'],
  ['GET', `${one}/change`, 'showChange'],
  ['POST', `${one}/change`, 'change'],
  ['POST', `${one}/act`, 'act'],
  ['GET', `${one}/cancel`, 'askCancel'],
  ['POST', `${one}/cancel`, 'cancel'],
  ['POST', `${one}/seats`, 'takeBack'],
  ['POST', `${one}/door`, 'seatByHand'],
  ['POST', `${one}/materials/:materialId/remove`, 'removeMaterial'],
  ['GET', `${one}/codes/:sessionId`, 'showCode'],
] as const;

/** Events: for whoever comes, for their supervisor, and for the agency or provider that holds them. */
export function registerEvents(
  portal: Portal,
  ports: {
    readonly events: EventsPorts;
    readonly eventsDesk: EventsDeskPorts;
    readonly partnerEvents: PartnerEventsPorts;
    readonly eventPayments: EventPaymentsPorts;
  },
): void {
  for (const [method, below, name] of routes) {
    const viewable = method === 'GET' && !below.includes('check-in');
    const route = { method, path: `${eventsPath}${below}`, access: ['person'], allWords: true } as const;
    portal.person({ ...route, viewable }, async (visit) => (await everybody())[name](visit, ports.events));
  }
  const calendar = { path: calendarPath, access: ['person'], allWords: true } as const;
  portal.person({ ...calendar, method: 'GET' }, async (visit) =>
    (await everybody()).showCalendar(visit, ports.events),
  );
  portal.person({ ...calendar, method: 'POST' }, async (visit) =>
    (await everybody()).setCalendar(visit, ports.events),
  );
  portal.open({ method: 'GET', path: `${calendarPath}/:calendar`, access: ['anyone'] }, async (visit) =>
    (await everybody()).sendCalendar(visit, ports.events),
  );
  registerRequests(portal, ports.events);
  for (const place of [agencyEvents, studioEvents]) registerDesk(portal, ports.eventsDesk, place);
  registerPartners(portal, ports.partnerEvents);
  registerPayments(portal, ports.eventPayments);
}

/** What a supervisor decides, and the agency where there is none or one who has not answered for long. */
function registerRequests(portal: Portal, ports: EventsPorts): void {
  const team = { path: eventRequestsPath, access: ['role:supervisor'] } as const;
  portal.person({ ...team, method: 'GET', reads: { what: 'team' } }, async (visit) =>
    (await everybody()).showRequests(visit, { ports, desk: 'team' }),
  );
  portal.person({ ...team, method: 'POST' }, async (visit) =>
    (await everybody()).decide(visit, { ports, desk: 'team' }),
  );
  const agency = { path: agencyRequestsPath, access: ['role:agency-admin'] } as const;
  portal.person({ ...agency, method: 'GET', reads: { what: 'learning' } }, async (visit) =>
    (await everybody()).showRequests(visit, { ports, desk: 'agency' }),
  );
  portal.person({ ...agency, method: 'POST' }, async (visit) =>
    (await everybody()).decide(visit, { ports, desk: 'agency' }),
  );
}

function registerDesk(portal: Portal, ports: EventsDeskPorts, place: DeskPlace): void {
  const { access } = place;
  const here = { ports, place };
  for (const [method, below, name] of deskRoutes) {
    portal.person({ method, path: `${place.path}${below}`, access, maxBodyBytes: 131_072 }, async (visit) =>
      (await desk())[name](visit, here),
    );
  }
  // The form around a file takes some room as well.
  const file = { access, maxBodyBytes: ports.maxBytes + 64 * 1024, replayable: false } as const;
  portal.person({ method: 'POST', path: `${place.path}${one}/materials`, ...file }, async (visit) =>
    (await desk()).addMaterial(visit, here),
  );
  // These show who comes.
  const people = { path: `${place.path}${one}`, access, reads: { what: 'learning' } } as const;
  portal.person({ ...people, method: 'GET' }, async (visit) => (await desk()).showEvent(visit, here));
  portal.person(
    { method: 'POST', path: `${place.path}${one}/attendance`, access, maxBodyBytes: 524_288 },
    async (visit) => (await desk()).mark(visit, here),
  );
}

/** What agencies see of events of providers, and ask before them. */
function registerPartners(portal: Portal, ports: PartnerEventsPorts): void {
  const access = ['role:agency-admin'] as const;
  const list = { path: partnerEventsPath, access };
  portal.person({ ...list, method: 'GET' }, async (visit) => (await partners()).showPartners(visit, ports));
  portal.person({ ...list, method: 'POST' }, async (visit) => (await partners()).setRule(visit, ports));
  const shown = { path: `${partnerEventsPath}${one}`, access, reads: { what: 'learning' } } as const;
  portal.person({ method: 'GET', ...shown }, async (visit) =>
    (await partners()).showPartnerEvent(visit, ports),
  );
}

/** What seats of an event cost an agency, and who has one. */
function registerPayments(portal: Portal, ports: EventPaymentsPorts): void {
  const one = { path: `${eventPaymentsPath}/:eventId`, access: ['role:agency-admin'] } as const;
  portal.person({ method: 'GET', ...one, reads: { what: 'learning' } }, async (visit) =>
    (await payments()).showPayment(visit, ports),
  );
  portal.person({ method: 'POST', ...one }, async (visit) => (await payments()).pay(visit, ports));
  const list = { method: 'GET', path: eventPaymentsPath, access: ['role:agency-admin'] } as const;
  portal.person(list, async (visit) => (await payments()).showSeatUse(visit, ports));
}
