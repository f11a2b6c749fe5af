import { type AgencyId, type Brand, oneLine, plainLines } from '@sinau/kernel';
import * as z from 'zod';

export type ServiceId = Brand<'ServiceId'>;

/** One line, no control characters. */
const lineOfText = z.string().trim().min(3).max(120).regex(oneLine, { message: 'must be one line of text' });

/** Several lines, nothing else that controls. */
const textOfLines = z.string().trim().max(1_000).regex(plainLines, { message: 'must be plain text' });

/** Something that an agency does for citizens, e.g. issuing identity cards. */
export interface Service {
  readonly serviceId: ServiceId;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly about?: string;
  /** Who does it; a name, since citizens read it. */
  readonly unit?: string;
  /** Closed ones are no longer listed in public, and their surveys take no answers. */
  readonly state: 'open' | 'closed';
  readonly createdAt: string;
  /** Counts the changes, from 1. */
  readonly rev: number;
}

/** Of one agency, closed ones too. */
export const mostServices = 200;

export const serviceRequestSchema = z.strictObject({
  name: lineOfText,
  about: textOfLines.exactOptional(),
  unit: lineOfText.exactOptional(),
});
export type ServiceRequest = Readonly<z.infer<typeof serviceRequestSchema>>;
