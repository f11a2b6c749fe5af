import type { IncidentDue, PrivacyRequestMoved } from '@sinau/domain-events';
import type { AgencyId, Tenant } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

/** More are a mailing list and no people on duty. */
const mostTold = 50;

/** Those who answer hear that a request came and that time runs out; the person hears that there is an answer. */
export async function tellOfPrivacy(deps: TellDeps, fact: PrivacyRequestMoved): Promise<void> {
  const { to, kind, dueAt, agencyId, personId, requestId } = fact;
  const content = { kind: 'privacy-request', params: { to, asked: kind, dueAt } } as const;
  if (to === 'answered') {
    await tell(deps, fact, { ...content, link: '/account/data' });
    return;
  }
  // Its job answers a copy; only when that fails is there something to do.
  if (to === 'opened' && kind === 'access') return;
  const ofAgency = agencyId !== undefined;
  const home: Tenant = ofAgency ? { kind: 'agency', agencyId: agencyId as AgencyId } : { kind: 'platform' };
  const link = `/${ofAgency ? 'agency' : 'operator/privacy'}/requests/${requestId}`;
  const holders = await holdersOf(deps, home, ofAgency ? 'agency-admin' : 'operator');
  for (const holder of holders.slice(0, mostTold)) {
    if (holder === personId) continue;
    await tell(deps, { eventId: `${fact.eventId}:${holder}`, personId: holder }, { ...content, link });
  }
}

/** Of an incident nobody has been told yet, and time runs out: every operator hears. */
export async function tellOfIncident(deps: TellDeps, { eventId, notifyDueAt }: IncidentDue): Promise<void> {
  const operators = await holdersOf(deps, { kind: 'platform' }, 'operator');
  const content = { kind: 'incident-due', params: { dueAt: notifyDueAt } } as const;
  for (const personId of operators.slice(0, mostTold)) {
    const told = { eventId: `${eventId}:${personId}`, personId };
    await tell(deps, told, { ...content, link: '/operator/privacy/incidents' });
  }
}
