import {
  forgetAway,
  hideRhythm,
  letPledgeGo,
  makePledge,
  noteAway,
  type OwnPledge,
  type PledgeId,
  pledgeRequestSchema,
  pledgesForTeam,
  pledgesInTeam,
  readHabits,
  readRhythm,
  renewPledge,
  sharePledge,
} from '@sinau/adoption';
import type { PersonPrincipal } from '@sinau/kernel';
import type { HabitsPorts, HomeView, PledgeView } from '@sinau/web';
import { habitDirectoryOf } from '../shared/habit-parts.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'adoption' | 'people' | 'enrolments' | 'courses' | 'plans'>;

const deskOf = async (deps: Deps) => ({
  ...(await deps.adoption()),
  directory: habitDirectoryOf(deps),
});

/** Weeks and pledges of a person, and what a team and its supervisor show each other. */
export function joinHabits(deps: Deps): HabitsPorts {
  const at = (principal: PersonPrincipal, pledgeId: string) => ({
    principal,
    pledgeId: pledgeId as PledgeId,
  });
  return {
    async habitsOf(principal) {
      const desk = await deskOf(deps);
      const [own, given] = await Promise.all([
        readHabits(desk, { principal }),
        pledgesForTeam(desk, { principal }),
      ]);
      return {
        ...{ today: own.today, rhythm: own.rhythm, hidden: own.settings.hidden === true },
        away: own.settings.away,
        pledges: own.pledges.map(pledgeView),
        courses: own.courses.map(({ courseId, title }) => ({ courseId, title })),
        given: given.map(({ pledgeId, what, until }) => ({ pledgeId, what, until })),
      };
    },
    async teamPledgesOf(principal) {
      const shared = await pledgesInTeam(await deskOf(deps), { principal });
      return shared.map(({ name, pledge }) => ({ name, ...pledge }));
    },
    pledge: async (principal, given) =>
      makePledge(await deskOf(deps), { principal, request: requestOfForm(pledgeRequestSchema, given) }),
    renew: async (principal, pledgeId) => renewPledge(await deskOf(deps), at(principal, pledgeId)),
    letGo: async (principal, pledgeId) => letPledgeGo(await deskOf(deps), at(principal, pledgeId)),
    share: async (principal, pledgeId, share) =>
      sharePledge(await deskOf(deps), { ...at(principal, pledgeId), share }),
    hide: async (principal, hidden) => hideRhythm(await deskOf(deps), { principal, hidden }),
    noteAway: async (principal, away) => noteAway(await deskOf(deps), { principal, away }),
    forgetAway: async (principal, from) => forgetAway(await deskOf(deps), { principal, from }),
  };
}

const pledgeView = ({ pledge, progress, state }: OwnPledge): PledgeView => ({
  ...{ pledgeId: pledge.pledgeId, what: pledge.what, until: pledge.until },
  ...{ audience: pledge.audience, progress, state },
});

/** What the home page shows; undefined for whoever has hidden it. */
export async function homeHabits(
  deps: Deps,
  reader: Parameters<typeof readRhythm>[1],
): Promise<HomeView['habits']> {
  return readRhythm(await deskOf(deps), reader);
}
