import { type CapacityReport, createDynamo, type Dynamo, type DynamoOptions } from '@sinau/platform/dynamo';

export interface Units {
  read: number;
  write: number;
}

/** A connection whose requests are counted by what DynamoDB says that they cost. */
export function meter(connection: DynamoOptions): { readonly dynamo: Dynamo; readonly units: Units } {
  const units = { read: 0, write: 0 };
  const onCapacity = ({ readUnits, writeUnits }: CapacityReport) => {
    units.read += readUnits;
    units.write += writeUnits;
  };
  return { dynamo: createDynamo({ ...connection, onCapacity }), units };
}

/** What the work cost. */
export async function unitsOf(units: Units, work: () => Promise<unknown>): Promise<Units> {
  const before = { ...units };
  await work();
  return { read: units.read - before.read, write: units.write - before.write };
}
