import type { Clock, LanguageMap, LocalDate, PersonId } from '@sinau/kernel';
import type { PathTerms } from '../paths/path.ts';
import type { PathStore, StepDirectory } from '../paths/ports.ts';
import { namesOf } from '../paths/standing.ts';
import type { ParticipantDirectory, SeatStore } from '../ports.ts';
import { momentOf } from '../zone.ts';
import type { Cohort, CohortId } from './cohort.ts';
import { planOf } from './desk.ts';
import { type CohortStore, type CohortTurn, idOfHall, type TurnKind, type TurnStore } from './ports.ts';
import { openIn } from './read-cohorts.ts';
import { nextTelling, type ReachedStep, reachedAt } from './step-reminders.ts';
import { stepsOfTeam, type TeamStep } from './team-steps.ts';

export interface RemindedStep extends ReachedStep {
  readonly title: LanguageMap;
}

/** Notifications, as cohorts ask them. Each call is one notice by its id, however often it is made. */
export interface StepTeller {
  tellLearner(told: {
    readonly personId: PersonId;
    readonly cohort: Pick<Cohort, 'cohortId' | 'name'>;
    /** At least one, whose day is first before the others. */
    readonly steps: readonly RemindedStep[];
    readonly id: string;
  }): Promise<void>;
  tellSupervisor(told: {
    readonly supervisorId: PersonId;
    readonly steps: readonly TeamStep[];
    readonly id: string;
  }): Promise<void>;
}

export interface RemindStepsDeps {
  readonly cohorts: Pick<CohortStore, 'find' | 'findMany'>;
  readonly seats: Pick<SeatStore, 'listOf' | 'ofPerson'>;
  readonly paths: Pick<PathStore, 'version'>;
  readonly steps: Pick<StepDirectory, 'progressOf'>;
  readonly people: Pick<ParticipantDirectory, 'placeOf' | 'teamOf'>;
  readonly turns: TurnStore;
  readonly teller: StepTeller;
  readonly clock: Clock;
}

const seatsAPage = 100;

/**
 * Tells people of the days of steps that they have not finished, once a cohort and morning, and gives their supervisors a turn on the next Monday.
 * Rejects with the first failure when the others were told. It reads the cohorts whose moment has come and no others. Repeated, or cut off, nothing is told twice: notices have ids of their own, and the turn
 * is moved when everybody was told.
 */
export async function remindSteps(
  deps: RemindStepsDeps,
  { limit }: { readonly limit: number },
): Promise<{ readonly told: number; readonly teams: number }> {
  const { count: told, failures } = await each(deps, 'cohort', { limit, work: remindCohort });
  const teams = await each(deps, 'team', { limit, work: tellTeam });
  const [first] = [...failures, ...teams.failures];
  if (first !== undefined) throw first;
  return { told, teams: teams.count };
}

/** One that cannot be told keeps none of the others from their turn. */
async function each(
  deps: RemindStepsDeps,
  kind: TurnKind,
  how: {
    readonly limit: number;
    readonly work: (deps: RemindStepsDeps, turn: CohortTurn) => Promise<number>;
  },
): Promise<{ readonly count: number; readonly failures: readonly unknown[] }> {
  let count = 0;
  const failures: unknown[] = [];
  for (const turn of await deps.turns.listDue(kind, deps.clock.now().toISOString(), how.limit)) {
    try {
      count += await how.work(deps, turn);
    } catch (error) {
      failures.push(error);
    }
  }
  return { count, failures };
}

async function remindCohort(deps: RemindStepsDeps, turn: CohortTurn): Promise<number> {
  const now = deps.clock.now().toISOString();
  const cohort = await deps.cohorts.find(turn.id as CohortId);
  if (cohort?.state !== 'open') {
    await deps.turns.move('cohort', turn, undefined);
    return 0;
  }
  const reached = reachedAt(cohort, turn.at, now);
  const told = reached.length === 0 ? 0 : await tellEverybody(deps, { cohort, reached, at: turn.at });
  await deps.turns.move('cohort', turn, nextTelling(cohort, turn.at));
  return told;
}

async function tellEverybody(
  deps: RemindStepsDeps,
  of: { readonly cohort: Cohort; readonly reached: readonly ReachedStep[]; readonly at: string },
): Promise<number> {
  const plan = await planOf(deps, of.cohort.subject);
  let [told, after]: [number, string | undefined] = [0, undefined];
  do {
    const page = await deps.seats.listOf(idOfHall(of.cohort.cohortId), {
      limit: seatsAPage,
      ...(after !== undefined && { after }),
    });
    for (const { personId, state } of page.seats) {
      if (state === 'confirmed' && (await tellOne(deps, { ...of, plan }, personId))) told += 1;
    }
    after = page.next;
  } while (after !== undefined);
  return told;
}

async function tellOne(
  deps: RemindStepsDeps,
  of: {
    readonly cohort: Cohort;
    readonly plan: Pick<PathTerms, 'groups'>;
    readonly reached: readonly ReachedStep[];
    readonly at: string;
  },
  personId: PersonId,
): Promise<boolean> {
  const { cohort, plan, reached, at } = of;
  const open = await openIn(deps, { personId, plan });
  const names = namesOf(plan);
  const steps = reached
    .filter(({ stepId }) => open.has(stepId))
    .map((one) => ({ ...one, title: names.get(one.stepId) ?? {} }))
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.stepId.localeCompare(b.stepId));
  if (steps.length === 0) return false;
  await deps.teller.tellLearner({ personId, cohort, steps, id: `cohort-steps:${cohort.cohortId}:${at}` });
  const { supervisorId } = (await deps.people.placeOf(personId)) ?? {};
  if (supervisorId !== undefined && supervisorId !== personId) {
    await deps.turns.add('team', { id: supervisorId, at: nextMonday(deps.clock.now().toISOString()) });
  }
  return true;
}

/** One letter a week, however many steps and people; none for whoever has nobody left to think of. */
async function tellTeam(deps: RemindStepsDeps, turn: CohortTurn): Promise<number> {
  const supervisorId = turn.id as PersonId;
  const steps = await stepsOfTeam(deps, { supervisorId });
  if (steps.length > 0) {
    const id = `cohort-team:${turn.at.slice(0, 10)}`;
    await deps.teller.tellSupervisor({ supervisorId, steps, id });
  }
  const next = steps.length > 0 ? nextMonday(deps.clock.now().toISOString()) : undefined;
  await deps.turns.move('team', turn, next);
  return steps.length > 0 ? 1 : 0;
}

const dayMs = 86_400_000;

/** Seven in the morning in Jakarta. */
function nextMonday(now: string): string {
  const day = (ahead: number): LocalDate =>
    new Date(Date.parse(now) + ahead * dayMs).toISOString().slice(0, 10);
  const moments = Array.from({ length: 9 }, (_, ahead) => day(ahead))
    .filter((on) => new Date(on).getUTCDay() === 1)
    .map((on) => momentOf(`${on}T07:00`, 'Asia/Jakarta'));
  return moments.find((at) => at > now) ?? now;
}
