import { queryStatements, type RecordedStatement } from '@sinau/lrs';
import { storeFor } from './record-writer.ts';

const most = 30;

/** What the record store was told in a trial, the latest first. */
export async function statementsOfTrial(
  deps: Parameters<typeof queryStatements>[0],
  registration: string,
): Promise<readonly RecordedStatement[]> {
  const { statements } = await queryStatements(deps, {
    store: storeFor({ trial: true }),
    reader: { kind: 'all' },
    filter: {
      ...{ registration, ascending: false, limit: most },
      ...{ relatedAgents: false, relatedActivities: false },
    },
  });
  return statements;
}
