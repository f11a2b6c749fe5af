import type { AgencyId, Clock, LocalDate } from '@sinau/kernel';
import { isOverdue } from './forums/forum.ts';
import type { ForumStore, LearningPlans } from './forums/ports.ts';
import {
  type PublicCommitment,
  type PublicForum,
  type PublicLearning,
  publicForums,
} from './forums/read-forums.ts';
import type { ServicePlace, ServiceStore } from './ports.ts';
import type { Service, ServiceId } from './service.ts';
import { surveyDay } from './survey.ts';
import type { ThemeStore } from './themes/ports.ts';
import { addPublicThemes, type PublicThemes, publicThemes } from './themes/public-themes.ts';

interface Deps {
  readonly services: Pick<ServiceStore, 'promises'>;
  readonly themes: Pick<ThemeStore, 'of'>;
  readonly forums: Pick<ForumStore, 'list'>;
  readonly learning: LearningPlans;
  readonly clock: Clock;
}

/** Something that citizens said and the agency did. */
export interface Done {
  readonly serviceId: ServiceId;
  readonly said: string;
  /** Absent where the agency has not said so yet, and what had to be learned was held. */
  readonly did?: string;
  readonly proof?: string;
  readonly learning?: PublicLearning;
  /** When it was entered, ISO 8601 UTC. */
  readonly at: string;
}

/** What an agency heard and did, in sums. Nobody is in them. */
export interface PublicTotals {
  /** Of this year, or of the one before it while this one has nothing to tell. */
  readonly complaints?: PublicThemes;
  /** Of this year. */
  readonly forums: { readonly held: number; readonly ahead: number };
  /** Of all forums. `overdue`: of the open ones. */
  readonly commitments: {
    readonly kept: number;
    readonly open: number;
    readonly overdue: number;
    readonly dropped: number;
  };
  /** The last ones first. */
  readonly done: readonly Done[];
}

const mostDone = 10;

/** Complaints about one service as everybody may know them. */
export async function readPublicThemes(
  deps: Pick<Deps, 'themes' | 'clock'>,
  place: ServicePlace,
): Promise<PublicThemes | undefined> {
  const year = yearOf(deps.clock);
  return (await themesIn(deps, place, year)) ?? themesIn(deps, place, year - 1);
}

/** Sums over the services given, which everybody may know. Reads each of them three times at most. */
export async function readPublicTotals(
  deps: Deps,
  { agencyId, services }: { readonly agencyId: AgencyId; readonly services: readonly Service[] },
): Promise<PublicTotals> {
  const year = yearOf(deps.clock);
  const open = new Set<string>(services.map(({ serviceId }) => serviceId));
  const all = await publicForums(deps, { agencyId });
  const forums = all.filter(({ serviceIds }) => serviceIds.some((serviceId) => open.has(serviceId)));
  const complaints =
    (await complaintsIn(deps, services, year)) ?? (await complaintsIn(deps, services, year - 1));
  const ofYear = forums.filter(({ heldOn }) => heldOn.startsWith(String(year)));
  const done = [...(await keptPromises(deps, services)), ...forums.flatMap((forum) => doneAt(forum, open))];
  return {
    ...(complaints && { complaints }),
    forums: {
      held: ofYear.filter(({ isAhead }) => !isAhead).length,
      ahead: forums.filter(({ isAhead }) => isAhead).length,
    },
    commitments: countsOf(forums, deps.clock.now()),
    done: done.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, mostDone),
  };
}

const yearOf = (clock: Clock): number => Number(surveyDay(clock.now()).slice(0, 4));

async function themesIn(
  { themes }: Pick<Deps, 'themes'>,
  place: ServicePlace,
  year: number,
): Promise<PublicThemes | undefined> {
  const days: { readonly from: LocalDate; readonly to: LocalDate } = {
    ...{ from: `${year}-01-01`, to: `${year}-12-31` },
  };
  return publicThemes(year, await themes.of(place, days));
}

async function complaintsIn(
  deps: Deps,
  services: readonly Service[],
  year: number,
): Promise<PublicThemes | undefined> {
  const parts: PublicThemes[] = [];
  for (const service of services) {
    const part = await themesIn(deps, service, year);
    if (part) parts.push(part);
  }
  return addPublicThemes(year, parts);
}

async function keptPromises({ services: store }: Deps, services: readonly Service[]): Promise<Done[]> {
  const done: Done[] = [];
  for (const service of services) {
    for (const { state, said, action, updatedAt } of await store.promises(service)) {
      if (state === 'kept') done.push({ serviceId: service.serviceId, said, did: action, at: updatedAt });
    }
  }
  return done;
}

/** Kept, or still open while what had to be learned for it was held. */
const isDone = ({ state, learning }: Pick<PublicCommitment, 'state' | 'learning'>): boolean =>
  state === 'kept' || (state === 'open' && learning?.state === 'held');

function doneAt({ serviceIds, commitments }: PublicForum, open: ReadonlySet<string>): readonly Done[] {
  const serviceId = serviceIds.find((one) => open.has(one));
  if (serviceId === undefined) return [];
  return commitments.filter(isDone).map(({ said, text, state, outcome, proof, learning, updatedAt }) => ({
    ...{ serviceId, said, at: updatedAt },
    ...(state === 'kept' && { did: outcome ?? text }),
    ...(proof !== undefined && { proof }),
    ...(learning && { learning }),
  }));
}

function countsOf(forums: readonly PublicForum[], now: Date): PublicTotals['commitments'] {
  const all = forums.flatMap(({ commitments }) => commitments);
  const of = (state: string) => all.filter((one) => one.state === state);
  return {
    ...{ kept: of('kept').length, open: of('open').length, dropped: of('dropped').length },
    overdue: all.filter((one) => isOverdue(one, now)).length,
  };
}
