import type { PersonPrincipal } from '@sinau/kernel';
import {
  changePath,
  hasNews,
  makePath,
  moveMembers,
  namesOf,
  officeOf,
  ownPath,
  type Path,
  type PathCounts,
  type PathId,
  PathIncomplete,
  type PathMember,
  type PathTerms,
  pathOrderSchema,
  previewMove,
  publishPath,
  removePathDraft,
  reopenPath,
  retirePath,
  standingOf,
} from '@sinau/programmes';
import type { DeskPathRow, DeskPathView, PathMemberRow, PathSaved, PathsDeskPorts } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { coursesToChoose } from './obligation-views.ts';
import { faultsIn, formOrderOf, labelsOf, readOrder } from './path-orders.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'paths' | 'events' | 'courses' | 'people' | 'organisations' | 'ids' | 'signer'>;

const rowsAPage = 30;
const peopleAPage = 50;
/** Rows of a file: what one answer has time for. */
const mostInFile = 5_000;
/** Of events that can be chosen, the last to end first. */
const mostEvents = 100;

/** Learning paths of an agency or a provider, for those who make them. */
export function joinPathsDesk(deps: Deps): PathsDeskPorts {
  return {
    ...{ ...reading(deps), ...writing(deps), ...moving(deps) },
    sheet: async (table, how) => (await import('../shared/sheet-file.ts')).sheetFile(table, how),
  };
}

const at = (principal: PersonPrincipal, pathId: string) => ({ principal, pathId: pathId as PathId });

function reading(deps: Deps): Pick<PathsDeskPorts, 'list' | 'choices' | 'pathOf' | 'people' | 'wholePeople'> {
  return {
    async list(principal, after) {
      const { paths, members } = await deps.paths();
      const pages = sealedPages(deps, { list: 'paths', by: principal });
      const page = { limit: rowsAPage, ...pages.open(after) };
      const { paths: found, next } = await paths.listOf(officeOf(principal), page);
      const rows = await inTurns(found, async (path) => rowOf(path, await members.counts(path.pathId)));
      return { rows, ...(next !== undefined && { next: pages.seal(next) }) };
    },
    async choices(principal) {
      const { events } = await deps.events();
      const { agencyId } = principal;
      const [courses, own, tree] = await Promise.all([
        coursesToChoose(deps),
        events.listOf(officeOf(principal), { limit: mostEvents }),
        agencyId && deps.organisations.readTree(agencyId),
      ]);
      return {
        courses: courses.map(([courseId, title]) => [`course:${courseId}`, title] as const),
        events: own.events
          .filter(({ state }) => state === 'published')
          .map(({ eventId, title }) => [`event:${eventId}`, { id: title }] as const),
        units: tree ? tree.units.map(({ unitId, name }) => [unitId, name] as const) : [],
      };
    },
    async pathOf(principal, pathId) {
      const desk = await deps.paths();
      const path = await ownPath(desk, at(principal, pathId));
      return viewOf(path, await desk.members.counts(path.pathId));
    },
    async people(principal, pathId, after) {
      const pages = sealedPages(deps, { list: 'path-people', by: principal, of: pathId });
      const { rows, next } = await peoplePage(deps, at(principal, pathId), pages.open(after).after);
      return { rows, ...(next !== undefined && { next: pages.seal(next) }) };
    },
    async wholePeople(principal, pathId) {
      const rows: PathMemberRow[] = [];
      let after: string | undefined;
      do {
        const page: PeoplePage = await peoplePage(deps, at(principal, pathId), after);
        rows.push(...page.rows);
        after = page.next;
      } while (after !== undefined && rows.length < mostInFile);
      return { rows, isCut: after !== undefined };
    },
  };
}

type PeoplePage = Awaited<ReturnType<PathsDeskPorts['people']>>;

async function peoplePage(
  deps: Deps,
  which: ReturnType<typeof at>,
  after: string | undefined,
): Promise<PeoplePage> {
  const desk = await deps.paths();
  const path = await ownPath(desk, which);
  // A provider's paths are open to everybody, and name nobody to it.
  if (path.owner.kind !== 'agency') return { rows: [] };
  const page = { limit: peopleAPage, ...(after !== undefined && { after }) };
  const { members, next } = await desk.members.listOf(path.pathId, page);
  const versions = new Map(
    await inTurns([...new Set(members.map(({ version }) => version))], async (version) => {
      return [version, (await desk.paths.version(path.pathId, version))?.terms] as const;
    }),
  );
  const rows = await inTurns(members, async (member) =>
    memberRow(deps, member, versions.get(member.version) ?? path.draft),
  );
  return { rows, ...(next !== undefined && { next }) };
}

function writing(deps: Deps): Pick<PathsDeskPorts, 'make' | 'change' | 'act'> {
  const acts = { publish: publishPath, retire: retirePath, reopen: reopenPath, remove: removePathDraft };
  return {
    make: (principal, form) =>
      telling(form, async () => {
        const order = requestOfForm(pathOrderSchema, readOrder(deps.ids, form));
        return (await makePath(await deps.paths(), { principal, order })).pathId;
      }),
    change: (principal, pathId, { order: form, rev }) =>
      telling(form, async () => {
        const order = requestOfForm(pathOrderSchema, readOrder(deps.ids, form));
        await changePath(await deps.paths(), { ...at(principal, pathId), order, rev });
        return pathId;
      }),
    act: async (principal, pathId, act) => acts[act](await deps.paths(), at(principal, pathId)),
  };
}

function moving(deps: Deps): Pick<PathsDeskPorts, 'preview' | 'move'> {
  return {
    preview: async (principal, pathId) => previewMove(await deps.paths(), at(principal, pathId)),
    move: async (principal, pathId, version) =>
      moveMembers(await deps.paths(), { ...at(principal, pathId), version }),
  };
}

/** What does not fit together is an answer, which the form says where it stands. */
async function telling(
  form: Parameters<PathsDeskPorts['make']>[1],
  save: () => Promise<string>,
): Promise<PathSaved> {
  const faults = faultsIn(form);
  if (faults.length > 0) return { outcome: 'faulty', faults };
  try {
    return { outcome: 'saved', pathId: await save() };
  } catch (error) {
    if (!(error instanceof PathIncomplete)) throw error;
    return { outcome: 'faulty', faults: labelsOf(form, error.faults) };
  }
}

const rowOf = (path: Path, { active, completed }: PathCounts): DeskPathRow => ({
  ...{ pathId: path.pathId, title: path.draft.title, state: path.state, version: path.version },
  ...{ hasNews: hasNews(path), active, completed },
});

function viewOf(path: Path, counts: PathCounts): DeskPathView {
  const { draft, rev, version, movedTo = 1, state } = path;
  const names = namesOf(draft);
  return {
    ...{ ...rowOf(path, counts), order: formOrderOf(draft), rev },
    mayMove: state !== 'draft' && movedTo < version && counts.active > 0,
    groups: draft.groups.map(({ title, needs, steps }, n) => ({
      ...{ title, needs },
      steps: steps.map((step, m) => ({
        ...{ label: `${n + 1}.${m + 1}`, title: step.title },
        after: step.after.map((id) => names.get(id) ?? { id }),
      })),
    })),
  };
}

async function memberRow(
  { people }: Pick<Deps, 'people'>,
  member: PathMember,
  terms: PathTerms,
): Promise<PathMemberRow> {
  const { personId, state, version, joinedAt, completedAt } = member;
  const { done, needed } = standingOf(terms, member.done);
  const name = (await people.find(personId))?.name ?? '–';
  return {
    ...{ personId, name, state, version, done, needed, joinedAt },
    ...(completedAt !== undefined && { completedAt }),
  };
}
