import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  type Cohort,
  type CohortId,
  CohortIncomplete,
  type CohortTerms,
  cancelCohort,
  changeCohort,
  closeCohort,
  cohortOffice,
  cohortTermsSchema,
  idOfHall,
  listPaths,
  makeCohort,
  nominate,
  openCohort,
  ownCohort,
  planOf,
  removeCohortDraft,
  removeFromCohort,
  stepsOf,
} from '@sinau/programmes';
import type { CohortOrder, CohortSaved, CohortsDeskPorts, DeskCohortRow, DeskCohortView } from '@sinau/web';
import { personByWord } from '../shared/person-by-word.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import { sealedRoster, wholeRoster } from './cohort-roster.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { cohortCard } from './join-cohorts.ts';
import { coursesToChoose } from './obligation-views.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'cohorts' | 'courses' | 'people' | 'organisations' | 'clock' | 'signer'>;

const rowsAPage = 30;

/** Cohorts of an agency, for those who hold them. */
export function joinCohortsDesk(deps: Deps): CohortsDeskPorts {
  return {
    ...reading(deps),
    ...writing(deps),
    ...people(deps),
    sheet: async (table, how) => (await import('../shared/sheet-file.ts')).sheetFile(table, how),
  };
}

const at = (principal: PersonPrincipal, cohortId: string) => ({ principal, cohortId: cohortId as CohortId });

function reading(deps: Deps): Pick<CohortsDeskPorts, 'list' | 'choices' | 'cohortOf'> {
  return {
    async list(principal, after) {
      const desk = await deps.cohorts();
      const pages = sealedPages(deps, { list: 'cohorts', by: principal });
      const page = { limit: rowsAPage, ...pages.open(after) };
      const { cohorts, next } = await desk.cohorts.listOf(cohortOffice(principal), page);
      return {
        rows: await inTurns(cohorts, (cohort) => rowOf(deps, cohort)),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    async choices(principal) {
      const [paths, courses, tree] = await Promise.all([
        listPaths(await deps.cohorts(), principal),
        coursesToChoose(deps),
        deps.organisations.readTree(cohortOffice(principal)),
      ]);
      return {
        paths: paths.flatMap(({ pathId, current }) =>
          current ? [[`path:${pathId}`, { id: current.title }] as const] : [],
        ),
        courses: courses.map(([courseId, title]) => [`course:${courseId}`, title] as const),
        units: tree.units.map(({ unitId, name }) => [unitId, name] as const),
      };
    },
    cohortOf: async (principal, cohortId) =>
      viewOf(deps, await ownCohort(await deps.cohorts(), at(principal, cohortId))),
  };
}

function writing(deps: Deps): Pick<CohortsDeskPorts, 'make' | 'change' | 'act' | 'cancel'> {
  const acts = { open: openCohort, close: closeCohort, remove: removeCohortDraft };
  return {
    make: (principal, { subject, order }) =>
      telling(order, async () => {
        const terms = await termsFrom(deps, principal, order);
        const [kind, ...id] = subject.split(':');
        const of = id.join(':');
        const asked =
          kind === 'path' ? { kind: 'path' as const, pathId: of } : { kind: 'course' as const, courseId: of };
        return (await makeCohort(await deps.cohorts(), { principal, subject: asked, terms })).cohortId;
      }),
    change: (principal, cohortId, { order, rev }) =>
      telling(order, async () => {
        const terms = await termsFrom(deps, principal, order);
        await changeCohort(await deps.cohorts(), { ...at(principal, cohortId), terms, rev });
        return cohortId;
      }),
    act: async (principal, cohortId, act) => acts[act](await deps.cohorts(), at(principal, cohortId)),
    cancel: async (principal, cohortId, reason) =>
      cancelCohort(await deps.cohorts(), { ...at(principal, cohortId), reason }),
  };
}

function people(
  deps: Deps,
): Pick<CohortsDeskPorts, 'nominate' | 'takeBack' | 'roster' | 'wholeRoster' | 'lateOf'> {
  const learnedBy = async (principal: PersonPrincipal, cohortId: string) => {
    const desk = await deps.cohorts();
    const cohort = await ownCohort(desk, at(principal, cohortId));
    return { desk, cohort, plan: await planOf(desk, cohort.subject) };
  };
  return {
    async nominate(principal, cohortId, who) {
      const desk = await deps.cohorts();
      await ownCohort(desk, at(principal, cohortId));
      const found = await inTurns(who, async (word) => [word, await personByWord(deps, word)] as const);
      const words = new Map<string, string>(
        found.flatMap(([word, person]) => (person ? [[person.personId, word] as const] : [])),
      );
      const personIds = [...words.keys()] as readonly string[] as readonly PersonId[];
      const { refused, ...counts } = await nominate(desk, { ...at(principal, cohortId), personIds });
      const unknown = found.flatMap(([word, person]) => (person ? [] : [word]));
      return { ...counts, refused: [...unknown, ...refused.map((personId) => words.get(personId) ?? '–')] };
    },
    takeBack: async (principal, cohortId, { personId, reason }) =>
      removeFromCohort(await deps.cohorts(), {
        ...{ ...at(principal, cohortId), personId: personId as PersonId, reason },
      }),
    async roster(principal, cohortId, after) {
      const { desk, ...learned } = await learnedBy(principal, cohortId);
      return sealedRoster({ ...deps, desk }, learned, { by: principal, page: after });
    },
    async lateOf(principal, cohortId, ask) {
      const { desk, ...learned } = await learnedBy(principal, cohortId);
      return (await import('./cohort-late.ts')).lateIn({ ...deps, desk }, learned, ask);
    },
    async wholeRoster(principal, cohortId) {
      const { desk, ...learned } = await learnedBy(principal, cohortId);
      return wholeRoster({ ...deps, desk }, learned);
    },
  };
}

/** Rejects with `CohortIncomplete` when nobody of the agency is called as the facilitator was written. */
async function termsFrom(
  deps: Deps,
  principal: PersonPrincipal,
  { facilitator, ...order }: CohortOrder,
): Promise<CohortTerms> {
  const person = facilitator === undefined ? undefined : await personByWord(deps, facilitator);
  const isTheirs = person?.home.kind === 'agency' && person.home.agencyId === cohortOffice(principal);
  if (facilitator !== undefined && !isTheirs) {
    throw new CohortIncomplete([{ path: '/facilitator', message: 'is nobody of the agency' }]);
  }
  return requestOfForm(cohortTermsSchema, {
    ...order,
    ...(person && { facilitatorId: person.personId }),
  });
}

const fieldOf: Readonly<Record<string, string>> = { unitIds: 'audience' };

/** What does not fit together is an answer, by the fields of the form. */
async function telling({ dueDays }: CohortOrder, save: () => Promise<string>): Promise<CohortSaved> {
  try {
    return { outcome: 'saved', cohortId: await save() };
  } catch (error) {
    if (!(error instanceof CohortIncomplete)) throw error;
    const fields = error.issues.map(({ path }) => {
      const [first = '', stepId] = path.split('/').slice(1);
      if (first !== 'dueDays') return fieldOf[first] ?? first;
      return `due:${dueDays.find((one) => one.stepId === stepId)?.stepId ?? stepId ?? ''}`;
    });
    return { outcome: 'faulty', fields };
  }
}

async function rowOf(deps: Deps, cohort: Cohort): Promise<DeskCohortRow> {
  const desk = await deps.cohorts();
  const { taken, waiting } = await desk.seats.counts(idOfHall(cohort.cohortId));
  return { ...(await cohortCard(desk, cohort)), capacity: cohort.capacity, taken, waiting };
}

async function viewOf(deps: Deps, cohort: Cohort): Promise<DeskCohortView> {
  const { facilitatorId, cancelReason, rev, dueDays } = cohort;
  const [row, plan, facilitator] = await Promise.all([
    rowOf(deps, cohort),
    planOf(await deps.cohorts(), cohort.subject),
    facilitatorId && deps.people.find(facilitatorId),
  ]);
  const days = new Map<string, string>(dueDays.map(({ stepId, on }) => [stepId, on]));
  return {
    ...{ ...row, rev, order: orderOf(cohort, facilitator?.email) },
    ...(cancelReason !== undefined && { cancelReason }),
    ...(facilitator && { facilitator: facilitator.name }),
    steps: stepsOf(plan).map(({ stepId, title }) => {
      const dueOn = days.get(stepId);
      return { stepId, title, ...(dueOn !== undefined && { dueOn }) };
    }),
  };
}

function orderOf(cohort: Cohort, facilitator: string | undefined): CohortOrder {
  const { name, about, startsOn, endsOn, applyUntil, zone, capacity, admission } = cohort;
  const { audience, unitIds, confirmHours, dueDays } = cohort;
  return {
    ...{
      name,
      startsOn,
      endsOn,
      applyUntil,
      zone,
      capacity,
      admission,
      audience,
      unitIds,
      confirmHours,
      dueDays,
    },
    ...(about !== undefined && { about }),
    ...(facilitator !== undefined && { facilitator }),
  };
}
