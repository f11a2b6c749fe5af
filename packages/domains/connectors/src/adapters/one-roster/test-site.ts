import { rosterScopes } from '@sinau/rostering/one-roster';
import { AdapterFailure, type Capability } from '../../ports.ts';
import type { RosterClient, RosterService } from './client.ts';

/** OneRoster 1.2 has no way to enrol somebody: rosters are the university's own. */
const enrolment: Capability = { name: 'enrolment', state: 'not-offered' };

/** Signs in, and tells which scopes are missing. */
export async function testSite(client: RosterClient): Promise<readonly Capability[]> {
  try {
    await client.signIn('roster');
  } catch (error) {
    return [capabilityOf('sign-in', 'roster', error)];
  }
  return [
    { name: 'sign-in', state: 'works' },
    await probe(client, { name: 'catalogue', service: 'roster', path: '/classes?limit=1&offset=0' }),
    enrolment,
    await probe(client, { name: 'results', service: 'gradebook', path: '/lineItems?limit=1&offset=0' }),
  ];
}

async function probe(
  client: RosterClient,
  of: { readonly name: Capability['name']; readonly service: RosterService; readonly path: string },
): Promise<Capability> {
  try {
    await client.read(of.service, of.path);
    return { name: of.name, state: 'works' };
  } catch (error) {
    return capabilityOf(of.name, of.service, error);
  }
}

function capabilityOf(name: Capability['name'], service: RosterService, error: unknown): Capability {
  if (!(error instanceof AdapterFailure)) throw error;
  const { reason } = error;
  // Many servers have rosters alone.
  if (service === 'gradebook' && reason === 'other-service') return { name, state: 'not-offered' };
  if (reason !== 'function-missing' && reason !== 'not-permitted') return { name, state: 'failed', reason };
  return { name, state: 'missing', missing: [rosterScopes[service]], reason };
}
