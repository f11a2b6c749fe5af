import type { Dynamo } from '@sinau/platform/dynamo';

/** What every adapter of this folder is made of. */
export interface TableDeps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** Time to live is in whole seconds; a row may outlive it by hours, so readers check the time themselves. */
export const epochSeconds = (isoTime: string): number => Math.ceil(Date.parse(isoTime) / 1000);
