import type { AgencyId } from '@sinau/kernel';
import { personRewriter, type StatementStore } from '@sinau/lrs';
import type { ErasureOrder, PersonPlace, PlaceStep, Subject } from '@sinau/privacy';
import { eraseLines, type FeedEraser, type FeedStore, type LineRewriter, tellErasures } from '@sinau/records';
import * as z from 'zod';
import { nationalStore } from '../../shared/record-writer.ts';
import { agentsOf, type RecordPlaceDeps, rewriteOf } from './person-records.ts';

export interface FeedPlaceDeps extends RecordPlaceDeps {
  readonly feed: FeedStore;
  readonly feedEraser: FeedEraser;
  readonly statements: Pick<StatementStore, 'find'>;
  readonly laneCount: number;
}

/** About a megabyte of rows a step. */
const chunksTogether = 100;
const noticesTogether = 300;

const cursorSchema = z.tuple([z.int(), z.int(), z.int()]);

/** Lines in the feeds of the agencies that the statements went to. */
export function feedsPlace(deps: FeedPlaceDeps, settleMs: number): PersonPlace {
  return {
    name: 'feeds',
    settleMs,
    async count(subject, cursor) {
      const rewrite = {
        agents: await agentsOf(deps, subject),
        mode: 'erase',
        homePage: deps.issuer,
        key: 'counting changes nothing',
        ...(subject.keepVerbs && { keepVerbs: subject.keepVerbs }),
      } as const;
      return pass(deps, subject, { cursor, rewriter: personRewriter(deps.digest, rewrite), dryRun: true });
    },
    async erase(order, cursor) {
      const rewriter = personRewriter(deps.digest, await rewriteOf(deps, order));
      return pass(deps, order, { cursor, rewriter, dryRun: false });
    },
  };
}

/** Tells the agencies, once no reader can get an old line any more. */
export function noticesPlace(deps: FeedPlaceDeps, settleMs: number): PersonPlace {
  const told = async (order: ErasureOrder, agencyId: string) =>
    tellErasures(
      { ...deps, eraser: deps.feedEraser },
      { agencyId: agencyId as AgencyId, tag: order.jobId, limit: noticesTogether },
    );
  return {
    name: 'notices',
    settleMs,
    async count({ trail }) {
      let notices = 0;
      for (const agencyId of trail) {
        notices += (await deps.feedEraser.notices(agencyId as AgencyId, noticesTogether)).length;
      }
      return { counts: { untold: notices } };
    },
    async erase(order, cursor) {
      const index = Number(cursor ?? 0);
      const agencyId = order.trail[index];
      if (agencyId === undefined) return { counts: {} };
      const count = await told(order, agencyId);
      return { counts: { told: count }, next: String(count < noticesTogether ? index + 1 : index) };
    },
  };
}

async function pass(
  deps: FeedPlaceDeps,
  subject: Subject,
  given: {
    readonly cursor: string | undefined;
    readonly rewriter: LineRewriter;
    readonly dryRun: boolean;
  },
): Promise<PlaceStep> {
  const { cursor, rewriter, dryRun } = given;
  const [agencyIndex, laneIndex, after] = cursorSchema.parse(JSON.parse(cursor ?? '[0,0,0]'));
  const agencyId = subject.trail[agencyIndex] as AgencyId | undefined;
  if (agencyId === undefined) return { counts: {} };
  const lanes = [...(await deps.feed.lanes(agencyId))].sort((one, other) => one - other);
  const lane = lanes[laneIndex];
  if (lane === undefined) return { counts: {}, next: JSON.stringify([agencyIndex + 1, 0, 0]) };
  const step = await eraseLines(
    { eraser: deps.feedEraser, bodies: { find: (id) => bodyOf(deps, id) } },
    { ...until(rewriter, subject.untilMs), agencyId, lane, after, limit: chunksTogether, dryRun },
  );
  const next =
    step.last === undefined ? [agencyIndex, laneIndex + 1, 0] : [agencyIndex, laneIndex, step.last];
  return { counts: { lines: step.rewritten }, next: JSON.stringify(next) };
}

async function bodyOf({ statements }: FeedPlaceDeps, id: string): Promise<string | undefined> {
  return (await statements.find(nationalStore, id))?.recorded.json;
}

/** What came after the order stays. */
function until({ decide, ...rest }: LineRewriter, untilMs: number): LineRewriter {
  return {
    ...rest,
    decide: (statement) => (Date.parse(statement.stored) > untilMs ? statement : decide(statement)),
  };
}
