import type { TableFile } from '@sinau/staffing';

/** Few requests are files. */
export const tableFile: TableFile = {
  read: async (bytes) => (await import('@sinau/connectors/adapters')).readTable(bytes),
};
