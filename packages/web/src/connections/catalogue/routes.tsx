import { InvalidInput } from '@sinau/kernel';
import { emptyForm } from '../../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type Portal } from '../../visit.ts';
import { NoTabPage } from '../pages.ts';
import { connectionAccess, connectionIdIn, connectionsPath, hasTab, tabHref } from '../tabs.ts';
import { CatalogueBatchPage, CatalogueItemPage, CatalogueListPage, CataloguePreviewPage } from './pages.ts';
import { type CatalogueList, type CatalogueSyncPorts, catalogueLists, wholeLists } from './ports.ts';

const access = connectionAccess;
const base = `${connectionsPath}/:connectionId/catalogue`;
const forms = () => import('./read-decision.ts');

/** The catalogue of a connection: read, compared, decided on. */
export function registerCatalogueSync(portal: Portal, ports: CatalogueSyncPorts): void {
  portal.person({ method: 'GET', path: base, access }, (visit) => showList(visit, ports));
  portal.person({ method: 'POST', path: `${base}/start`, access }, async (visit) => {
    const connectionId = connectionIdIn(visit);
    const believed = await (await forms()).readStart(visit);
    const done = await attempt(visit, emptyForm, () => ports.start(visit.person, connectionId, believed));
    if (!done.ok) return showList(visit, ports, done.form.failure);
    return goTo(visit.context, tabHref(connectionId, 'catalogue'));
  });
  registerBatches(portal, ports);
  registerItem(portal, ports);
}

/** Many courses at once: looked at, begun, followed. */
function registerBatches(portal: Portal, ports: CatalogueSyncPorts): void {
  portal.person({ method: 'GET', path: `${base}/accept-all`, access }, async (visit) => {
    const { context, ui, person } = visit;
    const list = wholeLists.find((one) => one === context.req.query('list'));
    if (!list) throw new InvalidInput('The address names no list that can be accepted as a whole.');
    const preview = await ports.previewOf(person, connectionIdIn(visit), list);
    return answerPage(context, <CataloguePreviewPage ui={ui} preview={preview} />);
  });
  portal.person({ method: 'POST', path: `${base}/accept-all`, access }, async (visit) => {
    const connectionId = connectionIdIn(visit);
    const what = await (await forms()).readAcceptAll(visit);
    if (!what) throw new InvalidInput('The form names no list.');
    const batchId = await ports.acceptMany(visit.person, connectionId, what);
    return goTo(
      visit.context,
      `${tabHref(connectionId, 'catalogue')}/batches/${encodeURIComponent(batchId)}`,
    );
  });
  portal.person({ method: 'GET', path: `${base}/batches/:batchId`, access }, async (visit) => {
    const { context, ui, person } = visit;
    const page = context.req.query('page');
    const only = context.req.query('only') === 'refused' ? ('refused' as const) : undefined;
    const query = {
      batchId: context.req.param('batchId') ?? '',
      ...(page && { page }),
      ...(only && { only }),
    };
    const batch = await ports.batchOf(person, connectionIdIn(visit), query);
    const isFirst = page === undefined;
    return answerPage(context, <CatalogueBatchPage ui={ui} batch={batch} isFirst={isFirst} only={only} />);
  });
}

const laterLists = ['changed', 'conflict', 'withdrawn', 'returned'] as const;

async function showList(visit: PersonVisit, ports: CatalogueSyncPorts, failure?: string): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const asked = context.req.query('list');
  const page = context.req.query('page');
  const read = async (list: CatalogueList) => ({
    list,
    view: await ports.catalogueOf(person, connectionIdIn(visit), { list, ...(page && { page }) }),
  });
  const named = catalogueLists.find((one) => one === asked);
  let { list, view } = await read(named ?? 'new');
  const { connection } = view;
  if (!hasTab(connection.kind, 'catalogue')) {
    return answerPage(context, <NoTabPage ui={ui} connection={connection} tab="catalogue" />, 404);
  }
  // Without a wish: the first list that holds something to decide.
  for (const other of named === undefined ? laterLists : []) {
    if (view.rows.length > 0 || view.runs.length === 0) break;
    const next = await read(other);
    if (next.view.rows.length > 0) ({ list, view } = next);
  }
  return answerPage(
    context,
    <CatalogueListPage
      ui={ui}
      view={view}
      list={list}
      isFirst={page === undefined}
      notice={notice}
      failure={failure}
    />,
    failure === undefined ? 200 : 409,
  );
}

function registerItem(portal: Portal, ports: CatalogueSyncPorts): void {
  // By a query: ids of providers may hold anything, slashes too.
  portal.person({ method: 'GET', path: `${base}/item`, access }, async (visit) =>
    showItem(visit, ports, { externalId: visit.context.req.query('id') ?? '' }),
  );
  portal.person({ method: 'POST', path: `${base}/decide`, access }, async (visit) => {
    const connectionId = connectionIdIn(visit);
    const decision = await (await forms()).readDecision(visit);
    if (!decision) throw new InvalidInput('The form is no decision.');
    const { externalId } = decision;
    const done = await attempt(visit, emptyForm, () => ports.decide(visit.person, connectionId, decision));
    if (!done.ok) {
      return showItem(visit, ports, { externalId, failure: done.form.failure ?? visit.ui.t.sync.decided });
    }
    const query = new URLSearchParams({ id: externalId });
    return goTo(visit.context, `${tabHref(connectionId, 'catalogue')}/item?${query}`, 'saved');
  });
}

async function showItem(
  visit: PersonVisit,
  ports: CatalogueSyncPorts,
  { externalId, failure }: { readonly externalId: string; readonly failure?: string },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const item = await ports.itemOf(person, connectionIdIn(visit), externalId);
  const page = <CatalogueItemPage ui={ui} item={item} notice={notice} failure={failure} />;
  return answerPage(context, page, failure === undefined ? 200 : 409);
}
