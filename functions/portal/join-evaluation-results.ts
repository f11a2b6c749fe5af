import { type CourseId, ownCourse } from '@sinau/catalogue';
import {
  EvaluationNotFound,
  type Owner,
  ownerKey,
  type Results,
  readResults,
  readSubjectResults,
  type SubjectResults,
} from '@sinau/evaluation';
import { organisationName } from '@sinau/identity';
import { type LanguageMap, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import { type EventId, ownEvent } from '@sinau/programmes';
import type { EvaluationResultsPorts, SubjectResultsView } from '@sinau/web';
import { resultRows, resultTitles, type WordGroupName, wordsPage } from '../shared/evaluation-results.ts';
import { rowsFile } from '../shared/rows-file.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'evaluations' | 'organisations' | 'courses' | 'events' | 'signer' | 'clock'>;
type SubjectWish = Parameters<EvaluationResultsPorts['subjectOf']>[1];

/** Years that pages offer, this one first. */
const offeredYears = 5;

const thisYear = ({ clock }: Pick<Deps, 'clock'>): number =>
  yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));
const yearsOf = (deps: Pick<Deps, 'clock'>): readonly number[] =>
  Array.from({ length: offeredYears }, (_, n) => thisYear(deps) - n);
const yearIn = (deps: Pick<Deps, 'clock'>, wished: number | undefined): number =>
  wished !== undefined && wished <= thisYear(deps) ? wished : thisYear(deps);

/** What people said of what they finished, for agencies and providers. */
export function joinEvaluationResults(deps: Deps): EvaluationResultsPorts {
  return {
    async yearOf(principal, wish) {
      const desk = await deps.evaluations();
      const year = yearIn(deps, wish.year);
      const { year: _, ...filter } = wish;
      const nameOf = namesOf(deps);
      const shown = await readResults(desk, { principal, year, filter });
      return {
        ...{ ...filter, year, years: yearsOf(deps), all: shown.all },
        choices: await inTurns(shown.choices, async (owner) => ({
          ...{ ownerKey: ownerKey(owner), owner: await nameOf(owner) },
        })),
        owners: await inTurns(shown.owners, async ({ owner, ...line }) => ({
          ...{ ...line, ownerKey: ownerKey(owner), owner: await nameOf(owner) },
        })),
        subjects: await inTurns(shown.subjects, async (one) => lineOf(one, await nameOf(one.owner))),
      };
    },
    subjectOf: (principal, wish) => subjectOf(deps, principal, wish),
    async ownCourseOf(principal, wish) {
      const { title, providerId } = await ownCourse(deps, {
        ...{ principal, courseId: wish.subjectId as CourseId },
      });
      const owner: Owner = { kind: 'provider', providerId };
      return subjectOf(deps, principal, { ...wish, known: { title, owner } });
    },
    async ownEventOf(principal, wish) {
      const { title, owner } = await ownEvent(await deps.events(), {
        ...{ principal, eventId: wish.subjectId as EventId },
      });
      return subjectOf(deps, principal, { ...wish, known: { title: { id: title }, owner } });
    },
    async fileOf(principal, { format, language, ...wish }) {
      const { year: wished, ...filter } = wish;
      const year = yearIn(deps, wished);
      const results = await readResults(await deps.evaluations(), { principal, year, filter });
      const nameOf = namesOf(deps);
      const names = new Map<string, string>();
      for (const { owner } of results.owners) names.set(ownerKey(owner), await nameOf(owner));
      const rows = resultRows(results, {
        ...{ year, language },
        titleOf: ({ title }) => title[language] ?? title.id ?? Object.values(title)[0] ?? '',
        ownerOf: ({ owner }) => names.get(ownerKey(owner)) ?? '–',
      });
      return rowsFile(resultTitles[language], rows, format);
    },
  };
}

/** Each owner is looked up once. */
function namesOf(deps: Pick<Deps, 'organisations'>): (owner: Owner) => Promise<string> {
  const names = new Map<string, Promise<string>>();
  return (owner) => {
    const known = names.get(ownerKey(owner)) ?? organisationName(deps, owner).then((name) => name ?? '–');
    names.set(ownerKey(owner), known);
    return known;
  };
}

const lineOf = ({ subject, owner: _, title, ...results }: SubjectResults, owner: string) => ({
  ...{ ...results, kind: subject.kind, subjectId: subject.id, title, owner },
});

interface Known {
  readonly title: LanguageMap;
  readonly owner: Owner;
}

async function subjectOf(
  deps: Deps,
  principal: PersonPrincipal,
  wish: SubjectWish & { readonly known?: Known },
): Promise<SubjectResultsView> {
  const { kind, subjectId } = wish;
  const year = yearIn(deps, wish.year);
  const of = { principal, year, subject: { kind, id: subjectId } };
  const found = await readSubjectResults(await deps.evaluations(), of).catch(async (error: unknown) => {
    const known =
      wish.known ?? (error instanceof EvaluationNotFound ? await heldBy(deps, principal, wish) : undefined);
    if (!(error instanceof EvaluationNotFound) || !known) throw error;
    return { ...nothing, ...known, subject: of.subject };
  });
  const words = async (group: WordGroupName) => {
    if (found[group] === undefined) return { words: [] };
    const token = wish.page?.of === group ? wish.page.token : undefined;
    const reading = { desk: await deps.evaluations(), signer: deps.signer };
    return wordsPage(reading, of, { group, ...(token !== undefined && { token }) });
  };
  const [reaction, applied, supervisor] = await Promise.all([
    ...[words('reaction'), words('applied'), words('supervisor')],
  ]);
  return {
    ...lineOf(found, await namesOf(deps)(found.owner)),
    ...{ year, years: yearsOf(deps) },
    words: {
      reaction: reaction ?? { words: [] },
      applied: applied ?? { words: [] },
      supervisor: supervisor ?? { words: [] },
    },
  };
}

const nothing: Results = { completed: 0, askedLearners: 0, askedSupervisors: 0 };

/** An event of the reader's own agency that nobody has said anything of. */
async function heldBy(
  deps: Pick<Deps, 'events'>,
  { agencyId }: PersonPrincipal,
  { kind, subjectId }: SubjectWish,
): Promise<Known | undefined> {
  if (kind !== 'event' || agencyId === undefined) return undefined;
  const { events } = await deps.events();
  const event = await events.find(subjectId as EventId);
  if (event?.owner.kind !== 'agency' || event.owner.agencyId !== agencyId) return undefined;
  return { title: { id: event.title }, owner: event.owner };
}
