import type { ConnectionsPorts } from '../connections/ports.ts';
import { connectionAccess, connectionIdIn, connectionsPath, tabHref } from '../connections/tabs.ts';
import { onlyFile } from '../only-field.ts';
import { answerPage, goTo, type PersonVisit, type Portal } from '../visit.ts';
import { PackagesPage } from './pages.ts';
import type { PackagesPorts } from './ports.ts';

const access = connectionAccess;
const path = `${connectionsPath}/:connectionId/packages`;

/** Packages that a university sends in place of a server: one form, and the report of what became of each. */
export function registerPackages(
  portal: Portal,
  ports: PackagesPorts,
  connections: Pick<ConnectionsPorts, 'connectionOf'>,
): void {
  const show = async (visit: PersonVisit, failure?: string): Promise<Response> => {
    const { context, ui, person } = visit;
    const connectionId = connectionIdIn(visit);
    const connection = await connections.connectionOf(person, connectionId);
    const view = await ports.packagesOf(person, connectionId);
    const { maxBytes } = ports;
    const page = <PackagesPage {...{ ui, connection, view, maxBytes, failure }} />;
    return answerPage(context, page, failure === undefined ? 200 : 422);
  };
  portal.person({ method: 'GET', path, access }, (visit) => show(visit));
  // The form around a file takes some room as well.
  const maxBodyBytes = ports.maxBytes + 64 * 1024;
  portal.person({ method: 'POST', path, access, maxBodyBytes, replayable: false }, async (visit) => {
    const words = visit.ui.t.packages;
    const file = await onlyFile(visit, 'file');
    if (!file || file.size === 0) return show(visit, words.fileMissing);
    if (file.size > ports.maxBytes) return show(visit, words.fileLarge);
    const connectionId = connectionIdIn(visit);
    const bytes = new Uint8Array(await file.arrayBuffer());
    await ports.send(visit.person, connectionId, { name: file.name, bytes });
    // The report stays on the page, whatever language it is read in and however often.
    return goTo(visit.context, `${tabHref(connectionId, 'packages')}#report`);
  });
}
