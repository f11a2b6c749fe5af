import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { answerFragment, answerPage, type Portal, type PortalEnv, type Visit } from '../visit.ts';
import { GuestGonePage, GuestPage, GuestProgress } from './pages.ts';
import type { GuestPorts, GuestVisit } from './ports.ts';

interface Place {
  /** Where its pages are. */
  readonly root: string;
  /** One a registration, so that courses of several systems stand side by side; `__Host-`: no other host can set it. */
  readonly cookieOf: (registration: string) => string;
}

/** Guests of systems that run our packages. */
export const guestPlace: Place = {
  root: '/guest',
  cookieOf: (registration) => `__Host-sinau-guest-${registration}`,
};
/** People of ours who come from a learning system that they have linked with their account. */
export const lmsGuestPlace: Place = {
  root: '/lms',
  cookieOf: (registration) => `__Host-sinau-lms-${registration}`,
};

const cookieSeconds = 12 * 3600;

// A guest's cookie is not the session's: whoever has none is nobody here, signed in or not.
const access = ['anyone'] as const;

/** Courses that people take from other learning systems: one course, one registration, a window of their own. */
export function registerGuest(
  portal: Portal,
  ports: GuestPorts,
  { portalOrigin, place }: { readonly portalOrigin: string; readonly place: Place },
): void {
  const path = `${place.root}/:registration`;
  portal.open({ method: 'GET', path, access, allWords: true }, async (visit) => {
    const { context, ui } = visit;
    closeToOthers(context);
    const { registration } = visitOf(context, place);
    const base = baseOf(place, registration);
    const entry = context.req.query('entry');
    if (entry !== undefined) return enter(visit, ports, { registration, entry, portalOrigin, place });
    const course = await ports.courseOf(visitOf(context, place));
    if (!course) return gone(visit);
    const shown = { ui, course, base, outlineAt: context.req.query('at') };
    return context.req.query('part') === 'progress'
      ? answerFragment(context, <GuestProgress {...shown} />)
      : answerPage(context, <GuestPage {...shown} />);
  });
  portal.open({ method: 'GET', path: `${path}/parts/:partId`, access, allWords: true }, async (visit) => {
    const { context } = visit;
    closeToOthers(context);
    const guest = visitOf(context, place);
    const base = baseOf(place, guest.registration);
    // Only the outline itself may start a session: a link on another site would end the one that runs.
    const site = context.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return context.redirect(base, 303);
    const partId = context.req.param('partId') ?? '';
    return launch(visit, ports, { guest, partId, portalOrigin, base });
  });
}

async function enter(
  visit: Visit,
  ports: GuestPorts,
  given: {
    readonly registration: string;
    readonly entry: string;
    readonly portalOrigin: string;
    readonly place: Place;
  },
): Promise<Response> {
  const { context } = visit;
  const { registration, entry, portalOrigin, place } = given;
  const cookie = await ports.enter(registration, entry);
  if (cookie === undefined) return gone(visit);
  const base = baseOf(place, registration);
  const attributes = `Path=/; Max-Age=${cookieSeconds}; Secure; HttpOnly; SameSite=Lax`;
  context.header('set-cookie', `${place.cookieOf(registration)}=${cookie}; ${attributes}`, { append: true });
  // Led on from a form, which goes to no other origin: parts are on origins of their own.
  if (context.req.query('show') === 'outline') return context.redirect(base, 303);
  const guest = { registration, cookie };
  const course = await ports.courseOf(guest);
  const { onlyPartOf } = await import('./page.tsx');
  const partId = course && onlyPartOf(course);
  if (partId === undefined) return context.redirect(base, 303);
  return launch(visit, ports, { guest, partId, portalOrigin, base });
}

async function launch(
  visit: Visit,
  ports: GuestPorts,
  at: {
    readonly guest: GuestVisit;
    readonly partId: string;
    readonly portalOrigin: string;
    readonly base: string;
  },
): Promise<Response> {
  const { context, ui } = visit;
  const { base } = at;
  const returnUrl = `${at.portalOrigin}${base}`;
  const launched = await ports.launch({ ...at.guest, partId: at.partId, returnUrl, locale: ui.locale });
  return launched ? context.redirect(launched.url, 303) : context.redirect(base, 303);
}

async function gone({ context, ui }: Visit): Promise<Response> {
  return answerPage(context, <GuestGonePage ui={ui} />, 403);
}

/** The address of an entry is a key for two minutes; it goes to nobody else. */
function closeToOthers(context: Context<PortalEnv>): void {
  context.header('referrer-policy', 'no-referrer');
}

const baseOf = ({ root }: Place, registration: string): string =>
  `${root}/${encodeURIComponent(registration)}`;

function visitOf(context: Context<PortalEnv>, place: Place): GuestVisit {
  const registration = context.req.param('registration') ?? '';
  return { registration, cookie: getCookie(context, place.cookieOf(registration)) };
}
