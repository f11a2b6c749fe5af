import type { ComplianceStore, UnitDirectory } from '@sinau/compliance';
import { createComplianceStore } from '@sinau/compliance/dynamo';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { AgencyId } from '@sinau/kernel';
import { createObligationsStore } from '@sinau/obligations/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';

/** Numbers of agencies, for whoever looks at them. */
export interface ComplianceDesk {
  readonly compliance: ComplianceStore;
  readonly units: UnitDirectory;
  /** Names of the obligations of an agency, by id. */
  readonly obligationNames: (agencyId: AgencyId) => Promise<ReadonlyMap<string, string>>;
}

export function createComplianceDesk(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): ComplianceDesk {
  const organisations = createOrganisationStore(stores);
  const obligations = createObligationsStore(stores);
  return {
    compliance: createComplianceStore(stores),
    units: {
      unitsOf: async (agencyId) =>
        (await organisations.listUnits(agencyId)).map(({ unitId, name, parentId }) => ({
          ...{ unitId, name },
          ...(parentId !== undefined && { parentId }),
        })),
    },
    obligationNames: async (agencyId) =>
      new Map((await obligations.listOf(agencyId)).map(({ obligationId, title }) => [obligationId, title])),
  };
}
