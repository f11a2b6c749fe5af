import { localDateOf, type PersonId, yearOf } from '@sinau/kernel';
import { reasonSchema } from '@sinau/recognition';
import {
  grantPriority,
  grantSchema,
  listPriority,
  type PrioritySeatId,
  readPriority,
  setPriorityStock,
  settlePriority,
  stockSchema,
  takeBackPriority,
} from '@sinau/recognition/priority';
import type { PriorityDeskPorts } from '@sinau/web';
import { personByWord } from '../shared/person-by-word.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { seatView } from './join-priority.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<
  PortalDeps,
  'priority' | 'enrolments' | 'courses' | 'events' | 'cohorts' | 'people' | 'signer' | 'clock'
>;

const pageSize = 25;
/** Years that the page offers, this one first. */
const offeredYears = 5;

/** What an agency gives, and what became of each. */
export function joinPriorityDesk(deps: Deps): PriorityDeskPorts {
  const nameOf = async (personId: PersonId) => (await deps.people.find(personId))?.name ?? '–';
  return {
    async listOf(principal, wish) {
      const now = yearOf(localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta'));
      const asked = wish.year !== undefined && wish.year <= now ? wish.year : now;
      const pages = sealedPages(deps, { list: 'priority-seats', by: principal, of: asked });
      const page = { limit: pageSize, ...pages.open(wish.page) };
      const found = await listPriority(await deps.priority(), { principal, year: asked, page });
      const { stock, counts } = found.stock;
      const none = { granted: 0, redeemed: 0, spent: 0, 'taken-back': 0 };
      return {
        ...{ year: asked, years: Array.from({ length: offeredYears }, (_, n) => now - n) },
        ...(stock !== undefined && { stock }),
        counts: { ...none, ...counts },
        seats: await inTurns(found.seats, async (one) => {
          const { personId, createdAt } = one.seat;
          return { ...(await seatView(deps, one)), personId, createdAt, name: await nameOf(personId) };
        }),
        ...(found.next !== undefined && { next: pages.seal(found.next) }),
      };
    },
    async seatOf(principal, at) {
      const place = placeOf(at);
      const desk = await deps.priority();
      const { seat } = await readPriority(desk, { principal, place });
      await settlePriority(desk, seat);
      const told = await readPriority(desk, { principal, place });
      const { personId, createdAt, steps, state } = told.seat;
      return {
        ...(await seatView(deps, told)),
        ...{ personId, createdAt, name: await nameOf(personId) },
        takesBack: state === 'granted' && personId !== principal.personId,
        steps: steps.map(({ to, at: when, by, reason }) => ({
          ...{ to, at: when },
          ...(by && { by: by.name }),
          ...(reason !== undefined && { reason }),
        })),
      };
    },
    async grant(principal, { who, ...order }) {
      const person = await personByWord(deps, who);
      const isOurs = person?.home.kind === 'agency' && person.home.agencyId === principal.agencyId;
      if (!person || !isOurs) return 'nobody';
      const request = requestOfForm(grantSchema, order);
      await grantPriority(await deps.priority(), { principal, personId: person.personId, request });
      return 'granted';
    },
    async setStock(principal, given) {
      const stock = given === undefined ? undefined : requestOfForm(stockSchema, given);
      await setPriorityStock(await deps.priority(), { principal, stock });
    },
    async takeBack(principal, at, given) {
      const reason = requestOfForm(reasonSchema, given);
      await takeBackPriority(await deps.priority(), { principal, place: placeOf(at), reason });
    },
  };
}

const placeOf = (at: { readonly personId: string; readonly seatId: string }) => ({
  ...{ personId: at.personId as PersonId, seatId: at.seatId as PrioritySeatId },
});
