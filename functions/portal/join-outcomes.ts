import type { CourseId } from '@sinau/catalogue';
import { type Connection, ConnectionNotFound, connectionIdSchema, ownConnection } from '@sinau/connectors';
import { orderRepair, RepairNotFound, startReconciliation } from '@sinau/connectors/reconciliation';
import {
  coursePartOf,
  forgetCoursePart,
  getResult,
  type InboxResult,
  listResults,
  mapLearners,
  mapResult,
  replayResult,
  setResultAside,
  startPoll,
  versionOf,
} from '@sinau/connectors/results';
import { findTool, type LtiTool } from '@sinau/delivery/lti';
import type { PersonPrincipal } from '@sinau/kernel';
import { outcomeOf } from '@sinau/rostering';
import type { CourseNames, OutcomesPorts, ResultDetail } from '@sinau/web';
import type { OutcomeDesk } from '../shared/outcome-desk.ts';
import { mismatchView, orderView, pollView, resultView, runView } from '../shared/outcome-views.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import { toolConnection } from '../shared/tool-connection.ts';
import { type CourseThere, courseNames } from './course-names.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'connectors' | 'courses' | 'lti' | 'outcomes' | 'signer'>;

/** Results and comparisons for the pages of authors; whose they are comes from the session and the connection alone. */
export function joinOutcomes(deps: Deps): OutcomesPorts {
  const own = async (principal: PersonPrincipal, connectionId: string): Promise<Connection> =>
    ownConnection(await deps.connectors(), { principal, connectionId });
  return {
    async frame(principal, connectionId) {
      const { name, kind, state } = await own(principal, connectionId);
      return { connectionId, name, kind, state };
    },
    async results(principal, connectionId, { state, everything, page }) {
      const { providerId } = await own(principal, connectionId);
      const desk = await deps.outcomes();
      const of = [connectionId, state, everything];
      const pages = sealedPages(deps, { list: 'results', by: principal, of });
      const { results, next } = await listResults(desk, {
        providerId,
        ...(state && { state }),
        ...(!everything && { connectionId }),
        ...pages.open(page),
      });
      const token = next === undefined ? {} : { next: pages.seal(next) };
      const named = await namesIn({ ...deps, desk, providerId }, results);
      return { results: results.map((one) => ({ ...resultView(one), ...named(one) })), ...token };
    },
    async poll(principal, connectionId) {
      await own(principal, connectionId);
      const run = await (await deps.outcomes()).polls.last(connectionId);
      return run && pollView(run);
    },
    async startPoll(principal, connectionId) {
      const connection = await own(principal, connectionId);
      const desk = await deps.outcomes();
      const startedBy = principal.personId;
      const { outcome, runId } = await startPoll(desk, { connectionId, startedBy });
      if (outcome === 'running') return;
      await desk.queue.send({ kind: 'poll-results', connectionId: connection.connectionId, runId });
    },
    async result(principal, connectionId, resultId) {
      const { providerId } = await own(principal, connectionId);
      return detailOf(deps, await deps.outcomes(), { providerId, resultId });
    },
    async map(principal, connectionId, mapping) {
      const { providerId } = await own(principal, connectionId);
      await mapResult(await deps.outcomes(), { providerId, by: principal.personId, ...mapping });
    },
    async forgetPart(principal, connectionId, resultId) {
      const { providerId } = await own(principal, connectionId);
      await forgetCoursePart(await deps.outcomes(), { providerId, resultId });
    },
    async mapLearners(principal, connectionId, learners) {
      const { providerId, xapi } = await own(principal, connectionId);
      // Its results are those of the connection that it is beside.
      const of = { providerId, connectionId: xapi?.beside ?? connectionId };
      return mapLearners(await deps.outcomes(), { ...of, learners });
    },
    async setAside(principal, connectionId, aside) {
      const { providerId } = await own(principal, connectionId);
      await setResultAside(await deps.outcomes(), { providerId, by: principal.personId, ...aside });
    },
    async replay(principal, connectionId, resultId) {
      const { providerId } = await own(principal, connectionId);
      const outcome = await replayResult(await deps.outcomes(), { providerId, resultId });
      return outcome === 'placed' || outcome === 'recorded' ? 'done' : 'unchanged';
    },
    async toolFrame(principal, clientId) {
      const { connectionId, name } = toolConnection(await ownTool(deps, principal, clientId));
      return { connectionId, name, kind: 'tool' };
    },
    ...comparisons(deps, own),
  };
}

/** Those of others are not there; providers alone have any. */
async function ownTool(
  { lti }: Pick<Deps, 'lti'>,
  { providerId }: PersonPrincipal,
  clientId: string,
): Promise<LtiTool> {
  if (providerId === undefined) throw new ConnectionNotFound();
  return findTool(await lti(), { clientId, providerId });
}

type Own = (principal: PersonPrincipal, connectionId: string) => Promise<Connection>;
type Compared = { readonly connection: Connection; readonly isTool: boolean };

function comparisons(
  deps: Deps,
  ownConnectionOf: Own,
): Pick<OutcomesPorts, 'reconciliation' | 'compare' | 'repair' | 'order'> {
  const compared = async (principal: PersonPrincipal, id: string): Promise<Compared> => {
    const { connections } = await deps.connectors();
    const known = connectionIdSchema.safeParse(id);
    const isTool = known.success && !(await connections.find(known.data));
    const connection = isTool
      ? toolConnection(await ownTool(deps, principal, id))
      : await ownConnectionOf(principal, id);
    return { connection, isTool };
  };
  const own: Own = async (principal, id) => (await compared(principal, id)).connection;
  return {
    async reconciliation(principal, connectionId, page) {
      const { connection, isTool } = await compared(principal, connectionId);
      const { kind, providerId } = connection;
      const desk = await deps.outcomes();
      const { reconciliation, repairs } = desk;
      const pages = sealedPages(deps, { list: 'mismatches', by: principal, of: connectionId });
      const [runs, orders, { mismatches, next }] = await Promise.all([
        reconciliation.listRuns(connectionId, 10),
        repairs.list(connectionId, 10),
        reconciliation.list(connectionId, { limit: 100, ...pages.open(page) }),
      ]);
      const there = mismatches.map(({ externalCourseId }) => ({ connectionId, externalCourseId }));
      const named = await courseNames({ ...deps, desk, providerId }, there);
      return {
        runs: runs.map(runView),
        orders: orders.map(orderView),
        mismatches: mismatches.map((one) => {
          const view = mismatchView(kind, one);
          // It knows people by pseudonyms alone: there is no other name to match.
          const repairs = isTool ? view.repairs.filter((name) => name !== 'map-learner') : view.repairs;
          return { ...view, repairs, ...named(one) };
        }),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    async compare(principal, connectionId) {
      const connection = await own(principal, connectionId);
      const desk = await deps.outcomes();
      const startedBy = principal.personId;
      const begun = await startReconciliation(desk, { connectionId, startedBy });
      if (begun === 'running') return;
      await desk.queue.send({ kind: 'reconcile', connectionId: connection.connectionId, ...begun });
    },
    async repair(principal, connectionId, request) {
      const connection = await own(principal, connectionId);
      const of = { connection, orderedBy: principal.personId, request };
      return (await orderRepair(await deps.outcomes(), of)).orderId;
    },
    async order(principal, connectionId, orderId) {
      const { providerId } = await own(principal, connectionId);
      const desk = await deps.outcomes();
      const order = await desk.repairs.find(connectionId, orderId);
      if (!order) throw new RepairNotFound();
      const view = orderView(order);
      const there = ({ externalCourseId }: { readonly externalCourseId?: string }) =>
        externalCourseId === undefined ? [] : [{ connectionId, externalCourseId }];
      const named = await courseNames({ ...deps, desk, providerId }, view.lines.flatMap(there));
      const lines = view.lines.map((line) => ({ ...line, ...there(line).map(named)[0] }));
      return { ...view, lines };
    },
  };
}

/** Results of one page may be of several connections. */
async function namesIn(
  deps: Parameters<typeof courseNames>[0],
  results: readonly InboxResult[],
): Promise<(result: InboxResult) => { readonly course?: CourseNames }> {
  const there = ({ event: { about } }: InboxResult): readonly CourseThere[] =>
    about.kind === 'external' ? [about] : [];
  const named = await courseNames(deps, results.flatMap(there));
  return (result) => there(result).map(named)[0] ?? {};
}

async function detailOf(
  deps: Pick<Deps, 'courses'>,
  desk: OutcomeDesk,
  which: Parameters<typeof getResult>[1],
): Promise<ResultDetail> {
  const { result, sent, versions } = await getResult(desk, which);
  const { event, decision } = result;
  const rule = decision.state === 'placed' ? await desk.ruleOf(decision.place) : undefined;
  const outcome = outcomeOf(versions.map(versionOf), rule ?? { by: 'completed' });
  const standing = new Set(
    [outcome.score, outcome.completion, outcome.credential].map((one) => one?.versionId),
  );
  const courseId = await desk.courseOf(event.about);
  const course = courseId === undefined ? undefined : await deps.courses.find(courseId as CourseId);
  const isOwn = course?.providerId === event.providerId;
  const named = await namesIn({ ...deps, desk, providerId: event.providerId }, [result]);
  const version =
    isOwn && course.publishedVersion !== undefined
      ? await deps.courses.findVersion(course.courseId, course.publishedVersion)
      : undefined;
  const chosen = await coursePartOf(desk, result);
  const titleOf = (id: string) => version?.modules.find(({ moduleId }) => moduleId === id)?.title;
  const title = chosen && titleOf(chosen.moduleId);
  return {
    ...{
      result: { ...resultView(result), ...named(result) },
      flags: versions.length > 0 ? outcome.flags : [],
    },
    ...(sent && { sent }),
    ...(await ownerOf(desk, result)),
    versions: versions.map((one) => ({ ...resultView(one), stands: standing.has(one.resultId) })),
    ...(chosen && { coursePart: { since: chosen.chosenAt, ...(title && { title }) } }),
    mayMap: event.about.kind === 'external',
    parts: (version?.modules ?? []).flatMap(({ moduleId, title, completion }) =>
      completion ? [{ moduleId, title }] : [],
    ),
  };
}

async function ownerOf(
  desk: OutcomeDesk,
  { decision }: InboxResult,
): Promise<Pick<ResultDetail, 'personId'>> {
  const personId = decision.state === 'placed' ? await desk.personOf(decision.place.registration) : undefined;
  return personId === undefined ? {} : { personId };
}
