import {
  type Amounts,
  type HeldFor,
  type ItemId,
  linkLearning,
  listRealised,
  type RealisedItem,
  readRealisation,
  unlinkLearning,
} from '@sinau/annual-plan';
import { namesOf } from '@sinau/identity';
import { officeOf } from '@sinau/programmes';
import type { AnnualPlanPorts, RealisedItemView } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { ownTenant } from './own-tenant.ts';

type Deps = Pick<PortalDeps, 'annualPlan' | 'events' | 'people' | 'signer'>;

const peopleAPage = 50;
/** Events that the form offers; older ones are of years before. */
const mostEvents = 100;

/** What came of plans of the reader's own agency. */
export function joinRealisation(
  deps: Deps,
): Pick<AnnualPlanPorts, 'realisationOf' | 'freeEvents' | 'link' | 'unlink' | 'learners'> {
  return {
    async realisationOf(principal, at) {
      const view = await readRealisation(await deps.annualPlan(), { principal, ...at });
      const { planned, realised, items } = view;
      return { planned, realised, items: items.map(itemView) };
    },
    async freeEvents(principal, year) {
      const [desk, { events }] = await Promise.all([deps.annualPlan(), deps.events()]);
      const [links, found] = await Promise.all([
        desk.links.list({ agencyId: ownTenant(principal).agencyId, year }),
        events.listOf(officeOf(principal), { limit: mostEvents }),
      ]);
      const held = new Set(links.flatMap(({ kind, learningId }) => (kind === 'event' ? [learningId] : [])));
      return found.events
        .filter(({ eventId, state }) => state !== 'cancelled' && !held.has(eventId))
        .map(({ eventId, title }) => [eventId, title] as const);
    },
    async link(principal, at, { itemId, ...given }) {
      await linkLearning(await deps.annualPlan(), { principal, ...at, ...given, itemId: itemId as ItemId });
    },
    async unlink(principal, at, { itemId, learning }) {
      await unlinkLearning(await deps.annualPlan(), {
        ...{ principal, ...at, learning, itemId: itemId as ItemId },
      });
    },
    async learners(principal, year, { learning, after }) {
      const pages = sealedPages(deps, { list: 'realised', by: principal, of: [year, learning] });
      const { title, people, next } = await listRealised(await deps.annualPlan(), {
        ...{ principal, year, learning, limit: peopleAPage },
        ...pages.open(after),
      });
      const names = await namesOf(
        deps,
        people.map(({ personId }) => personId),
      );
      return {
        ...(title && { title }),
        rows: people.map(({ personId, jp, serves }) => ({
          ...{ personId, jp, serves, name: names.get(personId) ?? '–' },
        })),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
  };
}

const itemView = ({ item, planned, realised, held }: RealisedItem): RealisedItemView => ({
  ...{ itemId: item.itemId, title: item.title, planned, realised, held: held.map(heldView) },
});

const amountsOf = ({ people, jp, cost }: Amounts): Amounts => ({ people, jp, cost });

const heldView = ({
  kind,
  learningId,
  link,
  title,
  booked,
  ...amounts
}: HeldFor): RealisedItemView['held'][number] => ({
  ...{ kind, learningId, ...amountsOf(amounts) },
  ...(title && { title }),
  ...(link?.spent !== undefined && { spent: link.spent }),
  ...(booked !== undefined && { booked }),
});
