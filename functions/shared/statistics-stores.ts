import { createLaunchLog } from '@sinau/delivery/dynamo';
import { createInsightStore } from '@sinau/insight/dynamo';
import { nodeDigest } from '@sinau/platform/crypto';
import type { StatisticsDeps } from './course-statistics.ts';
import type { Parts } from './parts.ts';

export type StatisticsStores = Pick<StatisticsDeps, 'insight' | 'launchLog'>;

/** Where traces of learning and launch logs lie. */
export function createStatisticsStores(
  { dynamo }: Pick<Parts, 'dynamo'>,
  env: { readonly LMS_TABLE: string; readonly LRS_TABLE: string },
): StatisticsStores {
  return {
    insight: createInsightStore({ dynamo, table: env.LRS_TABLE, digest: nodeDigest }),
    launchLog: createLaunchLog({ dynamo, table: env.LMS_TABLE }),
  };
}
