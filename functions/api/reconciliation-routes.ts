import type { Connection } from '@sinau/connectors';
import type { Principal } from '@sinau/kernel';
import { InvalidInput } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ReconciliationDesk } from '../shared/reconciliation-parts.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ApiDeps } from './deps.ts';
import { addLearnerNameRoutes } from './learner-name-routes.ts';
import { readQuery } from './read-query.ts';
import { addSingleResultRoutes } from './single-result-routes.ts';

const base = '/api/connections/:connectionId';
const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;
const limit = z.coerce.number().int().min(1).max(100).default(25);
const page = z.string().min(1).max(2_048).exactOptional();
const listQuery = z.strictObject({ limit, page });
const recentQuery = z.strictObject({ limit });
const resultsQuery = z.strictObject({
  state: z.enum(['new', 'placed', 'unmatched', 'set-aside']).exactOptional(),
  /** What tools of the provider sent too, which belongs to no connection. */
  everything: z.enum(['true', 'false']).default('false'),
  page,
});
const nothing = z.strictObject({});

type Deps = Pick<ApiDeps, 'reconciliations' | 'signer'>;

/** Few machines look after what differs. */
const comparing = () => import('@sinau/connectors/reconciliation');
const resulting = () => import('@sinau/connectors/results');
const views = () => import('../shared/outcome-views.ts');

interface Place {
  readonly desk: ReconciliationDesk;
  readonly connection: Connection;
  readonly connectionId: Connection['connectionId'];
}
type At = (principal: Principal, connectionId: string | undefined) => Promise<Place>;

const reads = { what: 'results' } as const;

/** Results that came in through a connection, what differs between here and there, and what is done about it. */
export function addReconciliationRoutes(app: HttpApp, deps: Deps): void {
  const at: At = async (principal, connectionId) => {
    const desk = await deps.reconciliations();
    const { ownConnection } = await import('@sinau/connectors');
    const connection = await ownConnection(desk, { principal, connectionId: connectionId ?? '' });
    return { desk, connection, connectionId: connection.connectionId };
  };
  addInbox(app, deps, at);
  addSingleResultRoutes(app, at);
  addLearnerNameRoutes(app, at);
  addMismatches(app, deps, at);
  addRuns(app, at);
  addRepairs(app, at);
}

function addInbox(app: HttpApp, deps: Deps, at: At): void {
  app.route({ method: 'GET', path: `${base}/results`, access: read, reads }, async (c) => {
    const { desk, connection, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const { state, everything, page } = readQuery(c.req.query(), resultsQuery);
    const { providerId } = connection;
    const of = [connectionId, state, everything];
    const pages = sealedPages(deps, { list: 'results', by: c.get('principal'), of });
    const { listResults } = await resulting();
    const { results, next } = await listResults(desk, {
      providerId,
      ...(state && { state }),
      ...(everything === 'false' && { connectionId }),
      ...pages.open(page),
    });
    const { resultView } = await views();
    return c.json({
      results: results.map(resultView),
      ...(next !== undefined && { next: pages.seal(next) }),
    });
  });
  const polls = `${base}/result-polls`;
  app.route({ method: 'GET', path: polls, access: read }, async (c) => {
    const { desk, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const last = await desk.polls.last(connectionId);
    const { pollView } = await views();
    return c.json({ polls: last ? [pollView(last)] : [] });
  });
  app.route({ method: 'POST', path: polls, access: write }, async (c) => {
    const principal = c.get('principal');
    const { desk, connection, connectionId } = await at(principal, c.req.param('connectionId'));
    await readJson(c.req, nothing);
    const { actorOf, kindTraits } = await import('@sinau/connectors');
    if (!kindTraits[connection.kind].learners)
      throw new InvalidInput('This connection cannot be asked for results.');
    const { startPoll } = await resulting();
    const { outcome, runId } = await startPoll(desk, { connectionId, startedBy: actorOf(principal) });
    if (outcome === 'begun') await desk.queue.send({ kind: 'poll-results', connectionId, runId });
    const last = await desk.polls.last(connectionId);
    const { pollView } = await views();
    return c.json(last ? pollView(last) : {}, 202);
  });
}

function addMismatches(app: HttpApp, deps: Deps, at: At): void {
  app.route({ method: 'GET', path: `${base}/mismatches`, access: read, reads }, async (c) => {
    const { desk, connection, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const query = readQuery(c.req.query(), listQuery);
    const pages = sealedPages(deps, { list: 'mismatches', by: c.get('principal'), of: connectionId });
    const { mismatches, next } = await desk.reconciliation.list(connectionId, {
      limit: query.limit,
      ...pages.open(query.page),
    });
    const { mismatchView } = await views();
    const shown = mismatches.map((one) => mismatchView(connection.kind, one));
    return c.json({ mismatches: shown, ...(next !== undefined && { next: pages.seal(next) }) });
  });
}

function addRuns(app: HttpApp, at: At): void {
  const runs = `${base}/reconciliations`;
  app.route({ method: 'GET', path: runs, access: read }, async (c) => {
    const { desk, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const query = readQuery(c.req.query(), recentQuery);
    const found = await desk.reconciliation.listRuns(connectionId, query.limit);
    const { runView } = await views();
    return c.json({ reconciliations: found.map((run) => ({ runId: run.runId, ...runView(run) })) });
  });
  app.route({ method: 'POST', path: runs, access: write }, async (c) => {
    const principal = c.get('principal');
    const { desk, connectionId } = await at(principal, c.req.param('connectionId'));
    await readJson(c.req, nothing);
    const { actorOf } = await import('@sinau/connectors');
    const { startReconciliation } = await comparing();
    const begun = await startReconciliation(desk, { connectionId, startedBy: actorOf(principal) });
    if (begun !== 'running') await desk.queue.send({ kind: 'reconcile', connectionId, ...begun });
    const [run] =
      begun === 'running'
        ? await desk.reconciliation.listRuns(connectionId, 1)
        : [await desk.reconciliation.findRun(connectionId, begun.runId)];
    const { runView } = await views();
    return c.json(run ? { runId: run.runId, ...runView(run) } : {}, 202);
  });
}

function addRepairs(app: HttpApp, at: At): void {
  const repairs = `${base}/repairs`;
  app.route({ method: 'GET', path: repairs, access: read }, async (c) => {
    const { desk, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const query = readQuery(c.req.query(), recentQuery);
    const { orderView } = await views();
    return c.json({ repairs: (await desk.repairs.list(connectionId, query.limit)).map(orderView) });
  });
  app.route({ method: 'POST', path: repairs, access: write }, async (c) => {
    const principal = c.get('principal');
    const { desk, connection, connectionId } = await at(principal, c.req.param('connectionId'));
    const { actorOf } = await import('@sinau/connectors');
    const { orderRepair, repairActions } = await comparing();
    const request = await readJson(
      c.req,
      z.strictObject({
        mismatchIds: z.array(z.string().min(1).max(64)).min(1).max(100),
        action: z.enum(repairActions),
        note: z.string().max(500).exactOptional(),
        subject: z.string().max(255).exactOptional(),
      }),
    );
    const order = await orderRepair(desk, { connection, orderedBy: actorOf(principal), request });
    const location = `/api/connections/${connectionId}/repairs/${order.orderId}`;
    const { orderView } = await views();
    return c.json(orderView(order), 202, { location });
  });
  app.route({ method: 'GET', path: `${repairs}/:orderId`, access: read, reads }, async (c) => {
    const { desk, connectionId } = await at(c.get('principal'), c.req.param('connectionId'));
    const order = await desk.repairs.find(connectionId, c.req.param('orderId') ?? '');
    const { RepairNotFound } = await comparing();
    if (!order) throw new RepairNotFound();
    const { orderView } = await views();
    return c.json(orderView(order));
  });
}
