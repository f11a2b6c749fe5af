import { employeeNumberKinds } from '@sinau/kernel';
import * as z from 'zod';

/** A dated alias of a person; the number may change with a new contract, the person's id never does. */
export const employeeNumberSchema = z.object({
  kind: z.enum(employeeNumberKinds),
  value: z.string(),
  validFrom: z.string(),
  /** Absent for the current one. */
  validTo: z.string().exactOptional(),
});
