import type {
  ExportFinished,
  PackageImportFinished,
  PushDisabled,
  ReportFinished,
} from '@sinau/domain-events';
import { tenantSchema } from '@sinau/identity';
import type { AgencyId, PersonId, ProviderId, Tenant } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

const outcomes = { passed: 'accepted', refused: 'rejected', failed: 'failed' } as const;

/** Machines ask for the state of their imports themselves. */
export async function tellAuthor(deps: TellDeps, fact: PackageImportFinished): Promise<void> {
  const { personId, jobId, fileName, errorCount } = fact;
  if (personId === undefined) return;
  const params = { packageName: fileName, outcome: outcomes[fact.outcome], errors: errorCount };
  await tell(
    deps,
    { eventId: fact.eventId, personId },
    { kind: 'package-import-finished', params, link: `/studio/imports/${jobId}` },
  );
}

/** Whoever has left the agency is told nothing of its records. */
export async function tellRequester(deps: TellDeps, fact: ExportFinished | ReportFinished): Promise<void> {
  const { agencyId, outcome, rows } = fact;
  const person = await deps.people.find(fact.personId as PersonId);
  if (person?.home.kind !== 'agency' || person.home.agencyId !== agencyId) return;
  if (fact.type === 'report-finished') {
    const params = { report: fact.kind, year: fact.year, outcome, rows };
    await tell(deps, fact, { kind: 'report-finished', params, link: `/agency/reports/${fact.reportId}` });
    return;
  }
  const { exportId, format } = fact;
  await tell(deps, fact, {
    kind: 'export-finished',
    params: { format, outcome, rows },
    link: `/agency/exports/${exportId}`,
  });
}

/** Every admin of the agency or author of the provider, and whoever set the subscription up unless that person left. */
export async function tellAdmins(deps: TellDeps, fact: PushDisabled): Promise<void> {
  const { agencyId, providerId, subscriptionId } = fact;
  const home: Tenant =
    providerId === undefined
      ? { kind: 'agency', agencyId: agencyId as AgencyId }
      : { kind: 'provider', providerId: providerId as ProviderId };
  const role = home.kind === 'agency' ? 'agency-admin' : 'provider-author';
  const maker = await deps.people.find(fact.personId as PersonId);
  const stays = maker && JSON.stringify(tenantSchema.parse(maker.home)) === JSON.stringify(home);
  const holders = new Set([...(stays ? [maker.personId] : []), ...(await holdersOf(deps, home, role))]);
  const content = { kind: 'push-disabled', params: { name: fact.name, because: fact.because } } as const;
  const link = `${home.kind === 'agency' ? '/agency/push' : '/studio/webhooks'}/${subscriptionId}`;
  for (const personId of holders) {
    await tell(deps, { eventId: `${fact.eventId}:${personId}`, personId }, { ...content, link });
  }
}
