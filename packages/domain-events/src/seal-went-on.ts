import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Somebody has ended the standstill of an agency's seal, and it is switched on. Whether it works is seen by what follows. From sealing. */
export const sealWentOnSchema = z.object({
  ...envelope,
  type: z.literal('seal-went-on'),
  agencyId: z.string(),
});
export type SealWentOn = z.infer<typeof sealWentOnSchema>;
