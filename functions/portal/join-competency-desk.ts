import type { CourseId } from '@sinau/catalogue';
import {
  CompetencyNotFound,
  type Concerned,
  type ConcernedPlace,
  competencyOn,
  countFollowUps,
  describeTechnical,
  dictionaryOf,
  type FollowList,
  listClosed,
  listConcerned,
  listFollowUps,
  listStandards,
  listTechnical,
  type MapPart,
  nationalCompetencies,
  type PositionStandard,
  type PostKey,
  readMap,
  recommendForUnit,
  retireTechnical,
  setStandard,
  setTeaching,
  standardRequestSchema,
  teachingRequestSchema,
  technicalRequestSchema,
  withdrawStandard,
} from '@sinau/competency';
import { organisationName } from '@sinau/identity';
import { type AgencyId, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import type { CompetencyDeskPorts, StandardView, TeachingPorts } from '@sinau/web';
import * as z from 'zod';
import { caseNaming } from '../shared/case-naming.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import { joinBands } from './join-bands.ts';
import { type CompetencyDeps, competencyView, nameIn, suggestionsOf } from './join-competency.ts';
import { ownTenant } from './own-tenant.ts';
import { requestOfForm } from './request-of-form.ts';

const pageSize = 50;
const place = z.object({ unitId: z.string(), after: z.string().exactOptional() });

/** What an agency sets about competence, and how it stands. */
export function joinCompetencyDesk(deps: CompetencyDeps): CompetencyDeskPorts {
  const todayOf = () => localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  return {
    ...joinBands(deps),
    mapOf: (principal, unitId) => mapOf(deps, principal, unitId),
    concerned: (principal, wish, token) => concerned(deps, principal, { wish, token }),
    everybodyConcerned: (principal, wish) => everybodyConcerned(deps, principal, wish),
    async caseOf(principal) {
      const { agencyId } = ownTenant(principal);
      const { frameworksOf } = await import('@sinau/competency/exchange');
      const { packageOf } = await import('@sinau/case');
      const name = (await organisationName(deps, { kind: 'agency', agencyId })) ?? agencyId;
      const agency = { agencyId, name, day: todayOf() };
      const own = (await frameworksOf(await deps.competency(), agency)).at(-1);
      const naming = caseNaming({ digest: deps.digest, origin: deps.portalOrigin });
      return own ? JSON.stringify(packageOf(own, naming), null, 2) : '{}';
    },
    closed: (principal, year, token) => closed(deps, principal, { year, token }),
    followUps: (principal, list, token) => followUps(deps, principal, { list, token }),
    sheet: async (table, how) => (await import('../shared/sheet-file.ts')).sheetFile(table, how),
    async dictionaryOf(principal) {
      const today = todayOf();
      const technical = await listTechnical(await deps.competency(), { principal });
      return {
        national: nationalCompetencies(today).map(competencyView),
        technical: technical.flatMap((one) => {
          const competency = competencyOn(one, today);
          if (!competency) return [];
          const { code, state, editions, rev } = one;
          return [
            {
              ...{ ...competencyView(competency), code, state, rev },
              ...{ from: competency.validFrom, editions: editions.length },
            },
          ];
        }),
      };
    },
    async describe(principal, order, rev) {
      const { agencyId } = ownTenant(principal);
      const request = requestOfForm(technicalRequestSchema, order);
      await describeTechnical(await deps.competency(), { agencyId, request, rev });
    },
    retire: async (principal, code, state) =>
      retireTechnical(await deps.competency(), { principal, code, state }),
    async standardsOf(principal) {
      const today = todayOf();
      const parts = await deps.competency();
      const { agencyId } = ownTenant(principal);
      const [standards, technical, dictionary] = await Promise.all([
        listStandards(parts, { principal }),
        listTechnical(parts, { principal }),
        dictionaryOf(parts, { agencyId, day: today }),
      ]);
      const retired = new Set(
        technical.flatMap(({ code, state }) => (state === 'retired' ? [`T.${code}`] : [])),
      );
      return {
        ...{ today, standards: standards.flatMap((one) => standardView(one, today)) },
        dictionary: [...dictionary.values()]
          .filter(({ competencyId }) => !retired.has(competencyId))
          .map(competencyView),
      };
    },
    async setStandard(principal, order, rev) {
      const { agencyId } = ownTenant(principal);
      const request = requestOfForm(standardRequestSchema, order);
      await setStandard(await deps.competency(), { agencyId, request, rev });
    },
    withdrawStandard: async (principal, post, state) =>
      withdrawStandard(await deps.competency(), { principal, post: post as PostKey, state }),
  };
}

/** The newest edition is what is changed; it may begin later. */
function standardView(standard: PositionStandard, today: string): readonly StandardView[] {
  const { post, title, state, editions, rev } = standard;
  const edition = editions.at(-1);
  if (!edition) return [];
  const { from, requirements, criticality, legalBasis, verified } = edition;
  return [
    {
      ...{ post, title, state, rev, from, requirements, criticality, verified },
      ...{ kind: post.startsWith('group:') ? ('group' as const) : ('title' as const) },
      ...{ isToCome: from > today, editions: editions.length },
      ...(legalBasis !== undefined && { legalBasis }),
    },
  ];
}

async function mapOf(
  deps: CompetencyDeps,
  principal: PersonPrincipal,
  unitId: string | undefined,
): ReturnType<CompetencyDeskPorts['mapOf']> {
  const tenant = ownTenant(principal);
  const { agencyId } = tenant;
  const parts = await deps.competency();
  const day = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const [map, dictionary, agency, counts] = await Promise.all([
    readMap(parts, { agencyId, ...(unitId !== undefined && { unitId }) }),
    dictionaryOf(parts, { agencyId, day }),
    organisationName(deps, tenant),
    countFollowUps(parts, { agencyId, today: day }),
  ]);
  const suggestions = await suggestionsOf(deps, {
    ...{ dictionary, teaching: parts.teaching, wanted: shortIn(map.total) },
    rank: (teachings, offered) => recommendForUnit(map.total, teachings, offered),
  });
  return {
    ...{ agency: agency ?? '', hasStandards: map.total.people > 0, suggestions, followUps: counts },
    ...(map.unit && { unit: placeOf(map.unit) }),
    path: map.path.map(placeOf),
    competencies: map.competencies.map((competencyId) => ({
      ...{ competencyId, name: nameIn(dictionary, competencyId) },
    })),
    total: partView(map.total),
    parts: map.parts.map(partView),
  };
}

const shortIn = ({ cells }: MapPart): readonly string[] =>
  [...cells].flatMap(([id, cell]) => (cell.short > 0 && !cell.hidden ? [id] : []));

const placeOf = ({ unitId, name }: { readonly unitId: string; readonly name: string }) => ({ unitId, name });

const partView = ({ cells, ...part }: MapPart) => ({ ...part, cells: Object.fromEntries(cells) });

type Wish = Parameters<CompetencyDeskPorts['concerned']>[1];

const listOf = ({ unitId, own, competencyId, standing }: Wish) => ({
  ...{ own, competencyId, standing },
  ...(unitId !== undefined && { unitId }),
});

async function concerned(
  deps: CompetencyDeps,
  principal: PersonPrincipal,
  { wish, token }: { readonly wish: Wish; readonly token: string | undefined },
): ReturnType<CompetencyDeskPorts['concerned']> {
  const { agencyId } = ownTenant(principal);
  const parts = await deps.competency();
  const { unitId, own, competencyId, standing } = wish;
  const of = [unitId, own, competencyId, standing];
  const pages = sealedPages(deps, { list: 'competency', by: principal, of, place });
  const { after } = pages.open(token);
  const page = {
    ...{ agencyId, limit: pageSize, ...listOf(wish) },
    ...(after && { place: after satisfies ConcernedPlace }),
  };
  const view = await viewOfConcerned(deps, agencyId, wish);
  const { rows, next } = await listConcerned(parts, page);
  return {
    ...view.of(rows),
    ...(next && { nextPageToken: pages.seal(next) }),
  };
}

/** Rows of a file, and people that are looked at for one: what one answer has time for. */
const mostInFile = 20_000;
const mostPages = 20;

async function everybodyConcerned(
  deps: CompetencyDeps,
  principal: PersonPrincipal,
  wish: Wish,
): ReturnType<CompetencyDeskPorts['everybodyConcerned']> {
  const { agencyId } = ownTenant(principal);
  const parts = await deps.competency();
  const view = await viewOfConcerned(deps, agencyId, wish);
  const found: Concerned[] = [];
  let place: ConcernedPlace | undefined;
  for (let page = 0; page < mostPages && found.length < mostInFile; page += 1) {
    const { rows, next } = await listConcerned(parts, {
      ...{ agencyId, limit: mostInFile, ...listOf(wish), ...(place && { place }) },
    });
    found.push(...rows);
    place = next;
    if (!place) break;
  }
  const rows = found.slice(0, mostInFile);
  return { ...view.of(rows), isCut: place !== undefined || found.length > rows.length };
}

async function viewOfConcerned(
  deps: CompetencyDeps,
  agencyId: AgencyId,
  { competencyId, unitId }: Wish,
): Promise<{ of(rows: readonly Concerned[]): Awaited<ReturnType<CompetencyDeskPorts['concerned']>> }> {
  const parts = await deps.competency();
  const day = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const [dictionary, units] = await Promise.all([
    dictionaryOf(parts, { agencyId, day }),
    parts.units.unitsOf(agencyId),
  ]);
  if (!dictionary.has(competencyId)) throw new CompetencyNotFound();
  const names = new Map(units.map((unit) => [unit.unitId, unit.name]));
  const unit = unitId === undefined ? undefined : names.get(unitId);
  return {
    of: (rows) => ({
      competency: nameIn(dictionary, competencyId),
      ...(unit !== undefined && { unit }),
      rows: rows.map((row) => concernedRow(row, names)),
    }),
  };
}

function concernedRow(
  { record, required, held, gap }: Concerned,
  names: ReadonlyMap<string, string>,
): Awaited<ReturnType<CompetencyDeskPorts['concerned']>>['rows'][number] {
  const unit = names.get(record.unitId);
  return {
    ...{ personId: record.personId, name: record.name, required, gap },
    ...(record.post !== undefined && { post: record.post }),
    ...(unit !== undefined && { unit }),
    ...(held !== undefined && { held }),
  };
}

async function closed(
  deps: CompetencyDeps,
  principal: PersonPrincipal,
  { year: wanted, token }: { readonly year: number | undefined; readonly token: string | undefined },
): ReturnType<CompetencyDeskPorts['closed']> {
  const { agencyId } = ownTenant(principal);
  const parts = await deps.competency();
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const year = wanted ?? yearOf(today);
  const pages = sealedPages(deps, { list: 'closed-gaps', by: principal, of: year });
  const page = { agencyId, year, limit: pageSize, ...pages.open(token) };
  const [{ points, changes, rows, next }, dictionary, units] = await Promise.all([
    listClosed(parts, page),
    dictionaryOf(parts, { agencyId, day: today }),
    parts.units.unitsOf(agencyId),
  ]);
  const names = new Map(units.map((unit) => [unit.unitId, unit.name]));
  return {
    ...{ year, points, changes },
    rows: rows.map(({ closing, member }) => {
      const { personId: _, agencyId: __, competencyId, ...rest } = closing;
      const unit = member?.unitId === undefined ? undefined : names.get(member.unitId);
      const { personId, name } = member ?? {};
      return {
        ...{ ...rest, competency: nameIn(dictionary, competencyId) },
        ...(personId !== undefined &&
          name !== undefined && { person: { personId, name, ...(unit !== undefined && { unit }) } }),
      };
    }),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

async function followUps(
  deps: CompetencyDeps,
  principal: PersonPrincipal,
  { list, token }: { readonly list: FollowList; readonly token: string | undefined },
): ReturnType<CompetencyDeskPorts['followUps']> {
  const { agencyId } = ownTenant(principal);
  const parts = await deps.competency();
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const pages = sealedPages(deps, { list: 'plan-follow-ups', by: principal, of: list });
  const [counts, { rows, next }, dictionary, units] = await Promise.all([
    countFollowUps(parts, { agencyId, today }),
    listFollowUps(parts, {
      ...{ agencyId, today, list, limit: pageSize },
      ...pages.open(token),
    }),
    dictionaryOf(parts, { agencyId, day: today }),
    parts.units.unitsOf(agencyId),
  ]);
  const names = new Map(units.map((unit) => [unit.unitId, unit.name]));
  return {
    counts,
    rows: rows.map(({ item, member }) => {
      const unit = member.unitId === undefined ? undefined : names.get(member.unitId);
      return {
        ...{ personId: member.personId, name: member.name, itemId: item.itemId, title: item.title },
        ...{ competency: nameIn(dictionary, item.competencyId), form: item.form, dueOn: item.dueOn },
        since: item.steps.at(-1)?.at ?? '',
        ...(unit !== undefined && { unit }),
      };
    }),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

/** What courses of a provider teach, as its authors say. */
export function joinTeaching(deps: CompetencyDeps): TeachingPorts {
  const ownCourse = async ({ providerId }: PersonPrincipal, courseId: string) => {
    const course = await deps.courses.find(courseId as CourseId);
    if (!course || providerId === undefined || course.providerId !== providerId)
      throw new CompetencyNotFound();
    return course;
  };
  return {
    async teachingOf(principal, courseId) {
      const course = await ownCourse(principal, courseId);
      const found = await (await deps.competency()).teaching.find(courseId);
      const day = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
      return {
        ...{ courseId, title: course.draft.title, rev: found?.rev ?? 0, teaches: found?.teaches ?? [] },
        national: nationalCompetencies(day).map(competencyView),
      };
    },
    async setTeaching(principal, courseId, { teaches, rev }) {
      const { providerId } = await ownCourse(principal, courseId);
      const request = requestOfForm(teachingRequestSchema, { teaches });
      await setTeaching(await deps.competency(), { courseId, providerId, ...request, rev });
    },
  };
}
