import { type Course, type CourseId, publishedSide } from '@sinau/catalogue';
import {
  type Assessment,
  assess,
  assessmentName,
  assessmentRequestSchema,
  bandOf,
  type Competency,
  type CourseTeaching,
  changeItem,
  type Dictionary,
  declareOwn,
  forgetOwn,
  type ItemId,
  type Match,
  matchRulesOf,
  moveItem,
  movesOf,
  nationalIds,
  officeOf,
  ownWordSchema,
  type PlanItem,
  type Profile,
  planRequestSchema,
  proposeItem,
  type Recommendation,
  readProfile,
  readTeam,
  recommendFor,
  recordingOffice,
  type StaffMember,
  type TeachingStore,
  withdrawAssessment,
} from '@sinau/competency';
import { isEarned } from '@sinau/enrolment';
import { type LanguageMap, localDateOf, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import type { CompetencyPersonPorts, CompetencyPersonView, CompetencyView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { requestOfForm } from './request-of-form.ts';

export type CompetencyDeps = Pick<
  PortalDeps,
  | 'competency'
  | 'courses'
  | 'enrolments'
  | 'organisations'
  | 'people'
  | 'signer'
  | 'clock'
  | 'digest'
  | 'portalOrigin'
>;

/** Competence of oneself, one's team and the people of one's agency. */
export function joinCompetency(deps: CompetencyDeps): CompetencyPersonPorts {
  return {
    personOf: async (principal, personId) => {
      const parts = await deps.competency();
      // Staff of providers and of the platform have no post here.
      if (principal.personId === personId && !(await parts.staff.find(principal.personId))) {
        return nobodysView(deps, principal);
      }
      return personView(
        deps,
        principal,
        await readProfile(parts, { principal, personId: personId as PersonId }),
      );
    },
    teamOf: async (principal) =>
      (await readTeam(await deps.competency(), { principal })).map(
        ({ member, standard, comparison: { rows, match }, waiting, dictionary }) => ({
          ...{ personId: member.personId, name: member.name, hasStandard: standard !== undefined, waiting },
          ...(member.post && { post: member.post.title }),
          ...(match && { match: matchView(match) }),
          short: rows.filter(({ gap = 0 }) => gap > 0).length,
          unassessed: rows.filter(({ held }) => held === undefined).length,
          gaps: rows
            .filter(({ gap = 0 }) => gap > 0)
            .toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0))
            .slice(0, 3)
            .map(({ competencyId, gap = 0 }) => ({ name: nameIn(dictionary, competencyId), gap })),
        }),
      ),
    declare: async (principal, { level, ...rest }) => {
      const parts = await deps.competency();
      if (level === undefined) return forgetOwn(parts, { principal, competencyId: rest.competencyId });
      await declareOwn(parts, { principal, word: requestOfForm(ownWordSchema, { ...rest, level }) });
    },
    assess: async (principal, personId, order) => {
      const request = requestOfForm(assessmentRequestSchema, order);
      await assess(await deps.competency(), { principal, personId: personId as PersonId, request });
    },
    withdraw: async (principal, personId, { name, reason }) =>
      withdrawAssessment(await deps.competency(), {
        ...{ principal, personId: personId as PersonId, name: name.split(' ') },
        ...(reason !== undefined && { reason }),
      }),
    propose: async (principal, personId, words) => {
      const request = requestOfForm(planRequestSchema, words);
      await proposeItem(await deps.competency(), { principal, personId: personId as PersonId, request });
    },
    change: async (principal, personId, { itemId, rev, words }) =>
      changeItem(await deps.competency(), {
        ...{ principal, personId: personId as PersonId, itemId: itemId as ItemId, rev },
        request: requestOfForm(planRequestSchema, words),
      }),
    move: async (principal, personId, { itemId, ...step }) =>
      moveItem(await deps.competency(), {
        ...{ principal, personId: personId as PersonId, itemId: itemId as ItemId, ...step },
      }),
  };
}

const nobodysView = (
  { clock }: Pick<CompetencyDeps, 'clock'>,
  { personId, name }: PersonPrincipal,
): CompetencyPersonView => ({
  ...{ personId, name, desk: 'own', mayPlan: false, hasSupervisor: true },
  today: localDateOf(clock.now().getTime(), 'Asia/Jakarta'),
  ...{ rows: [], dictionary: [], assessments: [], items: [], evidence: [], suggestions: [] },
});

/** Of another agency's dictionary, which is not ours to read. */
const unknownName: LanguageMap = {
  id: 'Kompetensi teknis instansi lain',
  en: 'Technical competency of another agency',
};

export const nameIn = (dictionary: Dictionary, competencyId: string): LanguageMap =>
  dictionary.get(competencyId)?.name ?? unknownName;

export function competencyView(competency: Competency): CompetencyView {
  const { competencyId, family, name, levels, field, legalBasis, verified } = competency;
  return {
    ...{ competencyId, family, name, levels, verified },
    ...(field !== undefined && { field }),
    ...(legalBasis !== undefined && { legalBasis }),
  };
}

const matchView = ({ hundredths, assessed, required }: Match) => ({ hundredths, assessed, required });

/** What a match is called by the agency's bands of today, once everything is assessed; for selection to the agency alone. */
async function bandedMatch(
  deps: CompetencyDeps,
  {
    match,
    member,
    desk,
  }: { readonly match: Match; readonly member: StaffMember; readonly desk: CompetencyPersonView['desk'] },
): Promise<CompetencyPersonView['match']> {
  const view = matchView(match);
  if (match.assessed !== match.required) return view;
  const { agencyId, today: day } = member;
  const { mapping, selection } = await matchRulesOf(await deps.competency(), { agencyId, day });
  const shown = desk === 'agency' ? [mapping, selection] : [mapping];
  return {
    ...view,
    band: {
      mapping: bandOf(match.hundredths, mapping),
      ...(desk === 'agency' && { selection: bandOf(match.hundredths, selection) }),
    },
    ...(shown.some(({ verified }) => !verified) && { isUnverified: true as const }),
  };
}

const foundView = ({ method, level, assessedOn, validTo, assessor, note }: Assessment) => ({
  ...{ method, level, assessedOn },
  ...(validTo !== undefined && { validTo }),
  ...(assessor !== undefined && { assessor }),
  ...(note !== undefined && { note }),
});

async function personView(
  deps: CompetencyDeps,
  principal: PersonPrincipal,
  profile: Profile,
): Promise<CompetencyPersonView> {
  const { member, side, dictionary, standard, comparison, assessments, items } = profile;
  const { teaching } = await deps.competency();
  const taken = await enrolmentsOf(deps, profile);
  const [evidence, itemCourse, suggestions] = await Promise.all([
    evidenceOf(deps, profile, taken),
    itemCourses(deps, profile, taken),
    standard
      ? suggestionsOf(deps, {
          dictionary,
          wanted: comparison.rows.flatMap(({ competencyId, gap = 0 }) => (gap > 0 ? [competencyId] : [])),
          rank: (teachings, offered) =>
            recommendFor({ rows: comparison.rows, criticality: standard.criticality }, teachings, offered),
          teaching,
        })
      : [],
  ]);
  const office = officeOf(principal, member);
  const desk = office === 'own' ? 'own' : office === 'supervisor' ? 'team' : 'agency';
  const match = comparison.match && (await bandedMatch(deps, { match: comparison.match, member, desk }));
  return {
    ...{ personId: member.personId, name: member.name, today: member.today, evidence, suggestions },
    desk,
    ...(member.post && { post: member.post.title }),
    mayPlan: side !== undefined,
    hasSupervisor: member.supervisorId !== undefined,
    ...(standard && { standard: standardView(standard) }),
    ...(match && { match }),
    rows: rowViews(profile),
    dictionary: [...dictionary.values()].map(competencyView),
    assessments: assessments.map((one) => assessmentView(principal, profile, one)),
    items: items.map((item) => itemView(profile, item, itemCourse)),
  };
}

const standardView = ({
  source,
  title,
  criticality,
  legalBasis,
  verified,
  from,
}: NonNullable<Profile['standard']>) => ({
  ...{ source, title, criticality, verified },
  ...(legalBasis !== undefined && { legalBasis }),
  ...(from !== undefined && { from }),
});

const rowViews = ({ comparison, dictionary }: Profile): CompetencyPersonView['rows'] =>
  comparison.rows.flatMap(({ competencyId, required, standing, held, gap, assessment, own }) => {
    const competency = dictionary.get(competencyId);
    if (!competency) return [];
    return [
      {
        ...{ competency: competencyView(competency), required, standing },
        ...(held !== undefined && { held }),
        ...(gap !== undefined && { gap }),
        ...(assessment && { found: foundView(assessment) }),
        ...(own && { own: foundView(own) }),
      },
    ];
  });

function assessmentView(
  principal: PersonPrincipal,
  { office, dictionary, member }: Profile,
  one: Assessment,
): CompetencyPersonView['assessments'][number] {
  const { withdrawn, recordedBy, method } = one;
  const isOurs = one.agencyId === undefined || one.agencyId === member.agencyId;
  return {
    ...foundView(one),
    // Its parts hold no blanks.
    name: assessmentName(one).join(' '),
    competency: isOurs ? nameIn(dictionary, one.competencyId) : unknownName,
    recordedBy: recordedBy.name,
    ...(withdrawn && { withdrawn: { reason: withdrawn.reason, by: withdrawn.by.name } }),
    mayWithdraw:
      method !== 'self' && (office === 'agency' || recordingOffice(principal, member, method) !== undefined),
  };
}

function itemView(
  { side, dictionary, member }: Profile,
  found: PlanItem,
  courses: ReadonlyMap<string, ItemCourse>,
): CompetencyPersonView['items'][number] {
  const moves = side ? movesOf(found, side) : [];
  const { personId: _, place: ___, proposedBy, steps, ...item } = found;
  const course = item.courseId === undefined ? undefined : courses.get(item.courseId);
  return {
    ...(course && { course }),
    isOverdue: item.state === 'agreed' && item.dueOn < member.today,
    ...{ ...item, competency: nameIn(dictionary, item.competencyId), mayChange: moves.includes('change') },
    moves: moves.flatMap((move) => (move === 'change' || move === 'propose' ? [] : [move])),
    waits:
      side !== undefined &&
      ((item.state === 'proposed' && side !== proposedBy) ||
        (item.state === 'returned' && side === proposedBy)),
    steps: steps.map(({ side: __, by, ...step }) => ({ ...step, by: by.name })),
  };
}

type Taken = Awaited<ReturnType<CompetencyDeps['enrolments']['listCurrent']>>;

async function enrolmentsOf(
  { enrolments }: Pick<CompetencyDeps, 'enrolments'>,
  { member }: Profile,
): Promise<{ readonly current: Taken; readonly past: Taken }> {
  const [current, past] = await Promise.all([
    enrolments.listCurrent(member.personId),
    enrolments.listPast(member.personId),
  ]);
  return { current, past };
}

const mostEvidence = 20;

/** Courses that somebody has finished, newest first, with what their providers say that they teach. */
async function evidenceOf(
  deps: CompetencyDeps,
  { dictionary }: Profile,
  { current, past }: { readonly current: Taken; readonly past: Taken },
): Promise<CompetencyPersonView['evidence']> {
  const { teaching } = await deps.competency();
  const finished = [...current, ...past]
    .filter(isEarned)
    .flatMap(({ courseId, completedAt }) => (completedAt === undefined ? [] : [{ courseId, completedAt }]))
    .toSorted((a, b) => b.completedAt.localeCompare(a.completedAt))
    .slice(0, mostEvidence);
  return inTurns(finished, async ({ courseId, completedAt }) => {
    const [course, taught] = await Promise.all([
      deps.courses.find(courseId as CourseId),
      teaching.find(courseId),
    ]);
    return {
      ...{ courseId, completedAt, title: course?.title ?? { id: '–' } },
      teaches: (taught?.teaches ?? []).map(({ competencyId, level }) => ({
        ...{ name: nameIn(dictionary, competencyId), level },
      })),
    };
  });
}

type ItemCourse = NonNullable<CompetencyPersonView['items'][number]['course']>;

/** By id: courses that items of the plan name, beside what the person takes or has finished. */
async function itemCourses(
  deps: Pick<CompetencyDeps, 'courses'>,
  { items }: Profile,
  { current, past }: { readonly current: Taken; readonly past: Taken },
): Promise<ReadonlyMap<string, ItemCourse>> {
  const ids = [...new Set(items.flatMap(({ courseId }) => courseId ?? []))];
  const found = await inTurns(ids, async (courseId) => {
    const course = await deps.courses.find(courseId as CourseId);
    if (!course) return [];
    const now = current.find((one) => one.courseId === courseId);
    const done = [...current, ...past]
      .filter((one) => one.courseId === courseId && isEarned(one))
      .flatMap(({ completedAt }) => completedAt ?? [])
      .toSorted()
      .at(-1);
    const state = stateOf(now?.state, done !== undefined, publishedSide(course) !== undefined);
    const view: ItemCourse = {
      ...{ courseId, title: course.title, state },
      ...(done !== undefined && { completedAt: done }),
    };
    return [[courseId, view] as const];
  });
  return new Map(found.flat());
}

function stateOf(now: string | undefined, isDone: boolean, isOpen: boolean): ItemCourse['state'] {
  if (isDone) return 'completed';
  if (now === 'active') return 'taken';
  if (now === 'requested' || now === 'waiting') return 'asked';
  return isOpen ? 'open' : 'closed';
}

const mostCourses = 100;

/** Published courses that teach one of the wanted competencies, ranked, with what each priority is made of. */
export async function suggestionsOf(
  deps: Pick<CompetencyDeps, 'courses'>,
  asked: {
    readonly dictionary: Dictionary;
    readonly wanted: readonly string[];
    readonly rank: (
      teachings: readonly CourseTeaching[],
      offered: ReadonlyMap<string, { readonly courseId: string; readonly price: number }>,
    ) => readonly Recommendation[];
    readonly teaching: Pick<TeachingStore, 'coursesFor'>;
  },
): Promise<CompetencyPersonView['suggestions']> {
  const national = asked.wanted.filter((id) => nationalIds.some((one) => one === id));
  const found = (await inTurns(national, (id) => asked.teaching.coursesFor(id))).flat();
  const teachings = [...new Map(found.map((one) => [one.courseId, one])).values()].slice(0, mostCourses);
  const courses = await inTurns(teachings, ({ courseId }) => deps.courses.find(courseId as CourseId));
  const open = new Map(
    courses.flatMap((course): readonly (readonly [string, Course])[] =>
      course && publishedSide(course) ? [[course.courseId, course]] : [],
    ),
  );
  const offered = new Map(
    [...open.values()].map(({ courseId, details }) => [
      courseId as string,
      { courseId, price: details.price },
    ]),
  );
  return asked.rank(teachings, offered).map(({ courseId, competencyId, level, priority, because }) => ({
    ...{ courseId, competencyId, level, priority, ...because },
    title: open.get(courseId)?.title ?? { id: '–' },
    competency: nameIn(asked.dictionary, competencyId),
  }));
}
