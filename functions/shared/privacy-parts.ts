import { operatorMadeBy } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { DataRequestStore, ExportFiles, IncidentStore, RequestDeps, RuleDeps } from '@sinau/privacy';
import { createExportFiles } from '@sinau/privacy/adapters';
import {
  createAuditLog,
  createDataRequestStore,
  createHoldStore,
  createIncidentStore,
  createPrivacyJobStore,
  createRuleApprovalStore,
} from '@sinau/privacy/dynamo';
import type { Parts } from './parts.ts';

/** What the pages ask of privacy; the jobs themselves run in housekeeping. */
export type PrivacyParts = RequestDeps &
  RuleDeps & {
    readonly files: Pick<ExportFiles, 'link'>;
    readonly requests: DataRequestStore;
    readonly incidents: IncidentStore;
  };

export function createPrivacyParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects'>;
  readonly env: { readonly LMS_TABLE: string; readonly LRS_BUCKET: string };
}): PrivacyParts {
  const { parts, env } = given;
  const lms = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const audited = { ...lms, digest: nodeDigest };
  const people = createPeopleStore(lms);
  const organisations = createOrganisationStore(lms);
  return {
    jobs: createPrivacyJobStore(audited),
    approvals: createRuleApprovalStore(audited),
    audit: createAuditLog(audited),
    requests: createDataRequestStore(audited),
    holds: createHoldStore(audited),
    incidents: createIncidentStore(audited),
    people: { exists: async (personId) => (await people.find(personId)) !== undefined },
    operators: { madeBy: (personId) => operatorMadeBy({ people }, personId) },
    agencies: { exists: async (agencyId) => (await organisations.findAgency(agencyId)) !== undefined },
    files: createExportFiles({ objects: parts.objects(env.LRS_BUCKET) }),
    clock: systemClock,
    ids: systemIds,
    digest: nodeDigest,
  };
}
