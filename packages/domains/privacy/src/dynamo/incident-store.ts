import { composeKey } from '@sinau/platform/dynamo';
import { type IncidentStore, incidentSchema } from '../incident.ts';
import type { AuditedOptions } from './audit-log.ts';
import { incidentKey, incidentsPartition } from './keys.ts';
import { asRead, saveNoted } from './save-noted.ts';

/** One row an incident; the list goes by when it was detected. */
export function createIncidentStore(options: AuditedOptions): IncidentStore {
  const { dynamo, table } = options;
  return {
    save: (incident, entry) =>
      saveNoted(options, {
        item: {
          ...incidentKey(incident.incidentId),
          ...{ gsi1pk: incidentsPartition, gsi1sk: composeKey(incident.detectedAt, incident.incidentId) },
          ...{ ...incident, rev: incident.rev + 1 },
        },
        ...{ condition: asRead(incident.rev), entry },
      }),
    async find(incidentId) {
      const row = await dynamo.get({ table, key: incidentKey(incidentId), consistent: true });
      return row && incidentSchema.parse(row);
    },
    async list(limit) {
      const page = await dynamo.query({
        ...{ table, index: 'gsi1', partition: incidentsPartition, descending: true, limit },
      });
      return page.items.map((row) => incidentSchema.parse(row));
    },
  };
}
