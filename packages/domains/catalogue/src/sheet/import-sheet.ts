import { type LanguageMap, type Principal, type ProviderId, readCsv, uuidOfParts } from '@sinau/kernel';
import { type WritingDeps, writtenModule } from '../add-module.ts';
import { unclassified } from '../classification/classification.ts';
import { modulesOf } from '../commit-version.ts';
import type { Course, CourseDraft, CourseId } from '../course.ts';
import { noDetails, openAdmission } from '../course-details.ts';
import { type CourseModule, type CoursePackage, maxModules } from '../module.ts';
import { providerOf } from '../provider-of.ts';
import { mostRows, mostSheetBytes, type SheetColumn, type SheetRow, sheetColumns } from './columns.ts';
import { linksOf } from './links-of.ts';
import { issueOf, type SheetIssue } from './problems.ts';

import { type CourseWish, readRow, type SheetLink } from './read-row.ts';

export interface RowResult {
  /** As the spreadsheet numbers it; the heads are row 1. */
  readonly row: number;
  readonly title: LanguageMap;
  readonly courseId?: CourseId;
  /** `changed-meanwhile`: somebody else was faster; the same file again does it. */
  readonly outcome: 'create' | 'update' | 'unchanged' | 'refused' | 'changed-meanwhile';
  readonly issues: readonly SheetIssue[];
}

export interface SheetResult {
  /** Rows were written; never when one of them is refused. */
  readonly applied: boolean;
  /** Of the file as a whole. */
  readonly issues: readonly SheetIssue[];
  readonly rows: readonly RowResult[];
}

interface SheetInput {
  readonly principal: Principal;
  readonly text: string;
  readonly mode: 'check' | 'apply';
}

interface Plan extends RowResult {
  /** What is to be written; absent where there is nothing to do. */
  readonly change?: { readonly course: Course; readonly links: readonly SheetLink[] };
}

const together = 8;
/** Heads that are told to be unknown; a file with more of them is none of ours. */
const mostUnknown = 20;
/** Of courses that are known by a provider's own code. */
const namespace = '5d3f4a52-6f0f-4b34-9a0f-2c1b7f3c9e11';

/**
 * Makes or changes drafts as a sheet says. First everything is read: a file with one wrong cell changes nothing. Each
 * course is written whole or not at all, and a row that says what the course already is writes nothing, so that the same
 * file may be sent again at any time, also after a break.
 */
export async function importSheet(deps: WritingDeps, input: SheetInput): Promise<SheetResult> {
  const providerId = providerOf(input.principal);
  const { rows, issues } = readSheet(input.text);
  if (issues.length > 0) return { applied: false, issues, rows: [] };
  const seen = new Set<CourseId>();
  const plans = await inGroups(rows, (one) => planRow(deps, { ...one, providerId, seen }));
  const refused = plans.some(({ outcome }) => outcome === 'refused');
  if (input.mode === 'check' || refused) return { applied: false, issues, rows: plans.map(shown) };
  return { applied: true, issues, rows: await inGroups(plans, (plan) => applyPlan(deps, plan)) };
}

const shown = ({ change: _, ...result }: Plan): RowResult => result;

async function inGroups<One, Done>(all: readonly One[], run: (one: One) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (let start = 0; start < all.length; start += together) {
    done.push(...(await Promise.all(all.slice(start, start + together).map(run))));
  }
  return done;
}

interface ReadRow {
  readonly row: number;
  readonly cells: SheetRow;
}

function readSheet(text: string): {
  readonly rows: readonly ReadRow[];
  readonly issues: readonly SheetIssue[];
} {
  if (text.length > mostSheetBytes) return { rows: [], issues: [issueOf('too-many')] };
  // What was no UTF-8 has been read as this sign; letters would be lost.
  if (text.includes('\ufffd')) return { rows: [], issues: [issueOf('encoding')] };
  const [head, ...rest] = readCsv(text);
  const names = (head?.cells ?? []).map((name) => name.toLowerCase());
  if (!names.includes('course_id') && !names.includes('code'))
    return { rows: [], issues: [issueOf('no-head')] };
  const known = (name: string): name is SheetColumn => sheetColumns.some((column) => column === name);
  const unknown = names.filter((name) => name !== '' && !known(name));
  const twice = sheetColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (rest.length > mostRows) return { rows: [], issues: [issueOf('too-many')] };
  const rows = rest.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(
      names.flatMap((name, n) => (known(name) && cells[n] ? [[name, cells[n]]] : [])),
    ) as SheetRow,
  }));
  return {
    rows,
    issues: [
      ...unknown.slice(0, mostUnknown).map((name) => issueOf('column-unknown', name.slice(0, 60))),
      ...twice.map((column) => issueOf('column-twice', column)),
    ],
  };
}

async function planRow(
  deps: WritingDeps,
  given: ReadRow & { readonly providerId: ProviderId; readonly seen: Set<CourseId> },
): Promise<Plan> {
  const { row, cells, providerId, seen } = given;
  const { wish, issues } = readRow(cells);
  const refused = (...more: SheetIssue[]): Plan => ({
    ...{ row, title: wish.title, outcome: 'refused', issues: [...issues, ...more] },
  });
  const courseId = courseIdIn(deps, providerId, cells);
  if (typeof courseId !== 'string') return refused(courseId);
  if (seen.has(courseId)) return refused(issueOf('twice'));
  seen.add(courseId);
  const found = await deps.courses.find(courseId);
  const own = found?.providerId === providerId ? found : undefined;
  // A foreign course is answered as an absent one (case C2).
  if (!own && (cells.course_id !== undefined || found)) return refused(issueOf('not-found', 'course_id'));
  if (!own && Object.keys(wish.title).length === 0) return refused(issueOf('title-missing', 'title_id'));
  if (issues.length > 0) return refused();
  return own
    ? planUpdate(deps, { row, wish, before: own })
    : {
        row,
        title: wish.title,
        courseId,
        outcome: 'create',
        issues,
        change: newCourse(deps, { courseId, providerId, wish }),
      };
}

function courseIdIn(
  { digest }: Pick<WritingDeps, 'digest'>,
  providerId: ProviderId,
  { course_id: id, code }: SheetRow,
): CourseId | SheetIssue {
  if (id !== undefined)
    return /^[\w-]{1,64}$/.test(id) ? (id as CourseId) : issueOf('not-found', 'course_id');
  if (code === undefined) return issueOf('no-key');
  if (!/^[\w.-]{1,64}$/.test(code)) return issueOf('code-wrong', 'code');
  // The same code is the same course whenever the file comes again.
  return uuidOfParts(digest, namespace, [providerId, code]) as CourseId;
}

function newCourse(
  deps: Pick<WritingDeps, 'clock'>,
  of: { readonly courseId: CourseId; readonly providerId: ProviderId; readonly wish: CourseWish },
): NonNullable<Plan['change']> {
  const { courseId, providerId, wish } = of;
  const now = deps.clock.now().toISOString();
  const draft = draftOf({ title: {}, description: {}, details: noDetails, modules: [] }, wish);
  return {
    course: {
      ...{
        courseId,
        providerId,
        title: draft.title,
        description: draft.description,
        details: noDetails,
        draft,
      },
      ...{ admission: openAdmission, versionRule: 'stay', status: 'draft', latestVersion: 0 },
      ...{ createdAt: now, updatedAt: now, rev: 1 },
    },
    links: wish.links,
  };
}

async function planUpdate(
  deps: WritingDeps,
  of: { readonly row: number; readonly wish: CourseWish; readonly before: Course },
): Promise<Plan> {
  const { row, wish, before } = of;
  const { courseId } = before;
  const modules = await modulesOf(deps, before);
  const draft = draftOf({ ...before.draft, modules }, wish);
  const there = new Set((await linksOf(deps, modules)).map(({ url }) => url));
  const links = wish.links.filter(({ url }) => !there.has(url));
  const common = { row, title: draft.title, courseId, issues: [] };
  if (modules.length + links.length > maxModules) {
    return { ...common, outcome: 'refused', issues: [issueOf('list-long', 'links')] };
  }
  const isSame = links.length === 0 && textOf(draft) === textOf({ ...before.draft, modules });
  if (isSame) return { ...common, outcome: 'unchanged' };
  const course: Course = {
    ...before,
    // Until something is public, a course is called as its draft is.
    ...(before.status === 'draft' && { title: draft.title, description: draft.description }),
    ...{ draft, updatedAt: deps.clock.now().toISOString(), rev: before.rev + 1 },
  };
  return { ...common, outcome: 'update', change: { course, links } };
}

function draftOf(before: CourseDraft, wish: CourseWish): CourseDraft {
  const { title, description, audience, jp, details, classification } = wish;
  const isClassified = Object.keys(classification).length > 0;
  return {
    ...before,
    title: withTexts(before.title, title),
    description: withTexts(before.description, description),
    ...(jp !== undefined && { jp }),
    details: {
      ...{ ...before.details, ...details, audience: withTexts(before.details.audience, audience) },
      ...(isClassified && {
        classification: { ...unclassified, ...before.details.classification, ...classification },
      }),
    },
  };
}

/** A text without a language is replaced by one that names its own; a sheet shows it as Indonesian. */
function withTexts(before: LanguageMap, wish: LanguageMap): LanguageMap {
  const isShown = before.id === undefined && before.und !== undefined && wish.id === before.und;
  if (Object.keys(wish).length === 0 || (isShown && wish.en === before.en)) return before;
  const { und: _, ...named } = before;
  return { ...named, ...wish };
}

/** Rows come back with their properties in another order than they went. */
function textOf({ title, description, jp, details }: CourseDraft): string {
  const { audience, classification = {} } = details;
  const flat = {
    ...{ ...details, audience: Object.entries(audience).toSorted() },
    classification: Object.entries(classification).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  };
  const words = [title, description].map((map) => Object.entries(map).toSorted());
  return JSON.stringify([words, jp ?? 0, Object.entries(flat).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The links lie in the content room before the course names them; without it nobody finds them. */
async function applyPlan(deps: WritingDeps, plan: Plan): Promise<RowResult> {
  if (!plan.change) return shown(plan);
  const { course, links } = plan.change;
  const made: { module: CourseModule; package: CoursePackage }[] = [];
  for (const link of links) {
    made.push(await writtenModule(deps, { course, at: course.updatedAt, module: { kind: 'link', ...link } }));
  }
  const modules = [...course.draft.modules, ...made.map(({ module }) => module)];
  const outcome = await deps.courses.change({
    course: { ...course, draft: { ...course.draft, modules } },
    packages: made.map((one) => one.package),
  });
  if (outcome === 'stored') return shown(plan);
  for (const { module } of made) await deps.content.discard(module.originHash);
  return { ...shown(plan), outcome: 'changed-meanwhile' };
}
