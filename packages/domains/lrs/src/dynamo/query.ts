import { matchesContent } from '../content-filter.ts';
import { maySee, maySeeByItself } from '../may-see.ts';
import type { RecordedStatement } from '../model.ts';
import type { StorePage, StoreQuery } from '../ports.ts';
import { BodyLoader, type FoundBody } from './body-loader.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import type { CommitStatement } from './commit.ts';
import type { LrsContext } from './context.ts';
import { type Find, findOnce, walkChain } from './links.ts';
import { locate } from './locate.ts';
import { mergeLists, type PositionGroup } from './merge-lists.ts';
import { openLists } from './open-lists.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import { placeOf } from './position.ts';

/** Candidates whose bodies are loaded together. */
const loadTogether = 25;

interface Page {
  readonly statements: RecordedStatement[];
  bytes: number;
  /** Nothing more fits. */
  full: boolean;
  /** Statements read to follow references. */
  followed: number;
  /** The place of the last candidate that was looked at, when following took too long for the next. */
  brokenOffAt?: string;
}

/**
 * Walks the lists of the plan side by side. Most filters are decided on the rows, all of them are verified on the
 * body; one statement more than asked is looked for, so that the last page says that it is the last.
 */
export async function queryTable(context: LrsContext, query: StoreQuery): Promise<StorePage> {
  const plan = await planQuery(context, query);
  const lists = openLists(context, plan);
  const bodies = new BodyLoader(context, query.store);
  const page: Page = { statements: [], bytes: 0, full: false, followed: 0 };
  const find = findOnce((id) => {
    lists.noteRows(1);
    page.followed += 1;
    return locate(context, query.store, id);
  });
  let waiting: Candidate[] = [];
  let walked: PositionGroup | undefined;
  const drain = async () => {
    const ready = waiting;
    waiting = [];
    await addMatches({ context, query, bodies, find }, page, ready);
  };
  for await (const group of mergeLists(lists.streams, plan.descending)) {
    waiting.push(...candidatesIn(group, plan));
    walked = group;
    const enough = page.statements.length + waiting.length > query.limit;
    if (enough || waiting.length >= loadTogether) await drain();
    if (page.full || page.brokenOffAt) break;
    // The first group may be the one that the page before ended in: stopping there would be no progress.
    const progress = group.position !== plan.after?.position;
    if (progress && lists.rowsRead() >= context.settings.maxRowsRead) {
      await drain();
      return pageUntil(page, endOf(walked, plan));
    }
  }
  if (!page.full && !page.brokenOffAt) await drain();
  return pageUntil(page, undefined);
}

/** `walkedTo`: where the walk has come, when it was not the page that ended it. */
function pageUntil({ statements, full, brokenOffAt }: Page, walkedTo: string | undefined): StorePage {
  const last = full ? statements.at(-1)?.position : (brokenOffAt ?? walkedTo);
  return { statements, ...(last === undefined ? {} : { last }) };
}

/** The place after which the next group begins. */
function endOf({ position }: PositionGroup, { descending }: QueryPlan): string {
  return placeOf(position, descending ? 0 : 9_999);
}

interface Matching {
  readonly context: LrsContext;
  readonly query: StoreQuery;
  readonly bodies: BodyLoader;
  readonly find: Find;
}

async function addMatches(matching: Matching, page: Page, candidates: readonly Candidate[]): Promise<void> {
  const { query, bodies, context } = matching;
  await bodies.load(candidates);
  const isLast = (candidate: Candidate) => candidate === candidates.at(-1);
  for (const candidate of candidates) {
    if (page.full || page.brokenOffAt) return;
    const place = placeOf(candidate.position, candidate.index);
    const found = await bodies.bodyOf(candidate);
    const matches = found !== undefined && (await isMatch(matching, candidate, found));
    // One batch may hold a thousand statements that refer: a walk may have to end in its midst.
    const tooMany = page.followed >= context.settings.maxRowsRead;
    if (tooMany && !isLast(candidate)) page.brokenOffAt = place;
    if (!found || !matches) continue;
    const { id, json, statement } = found;
    const bytes = page.bytes + Buffer.byteLength(json);
    const fits = page.statements.length < query.limit && (bytes <= query.maxBytes || page.bytes === 0);
    if (!fits) {
      page.full = true;
      return;
    }
    page.statements.push({ id, position: place, statement, json });
    page.bytes = bytes;
  }
}

async function isMatch(matching: Matching, candidate: Candidate, found: FoundBody): Promise<boolean> {
  const { reader, filter } = matching.query;
  if (!maySeeByItself(reader, found.statement)) return false;
  if (candidate.own && matchesContent(found.statement, filter)) return true;
  // What the reader may not see lends no match either, or a reference would ask after another's records (case C3).
  const lends = (target: CommitStatement) =>
    maySee(reader, target) && matchesContent(target.statement, filter);
  for (const via of candidate.via) {
    const target = await matching.bodies.byId(via);
    if (target && lends(target)) return true;
  }
  if (!candidate.followReferences) return false;
  const { id, index } = { id: found.id, index: candidate.index };
  const one = { ...found, id, index, agencies: [], defines: false, voids: 'any' } as const;
  const chain = await walkChain(matching.find, one);
  return chain.some(lends);
}
