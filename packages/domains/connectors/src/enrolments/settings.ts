import * as z from 'zod';
import type { Connection } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import type { EnrolmentSettings } from './provider-enrolment.ts';

export const enrolmentSettingsSchema = z.strictObject({
  enrols: z.boolean(),
  giveUpAfterHours: z.int().min(1).max(720),
  whenFull: z.enum(['wait', 'refuse']),
});

/** Three days: a weekend passes, and somebody looks at it. */
export const defaultSettings = ({ kind }: Pick<Connection, 'kind'>): EnrolmentSettings => ({
  enrols: kindTraits[kind].enrols,
  giveUpAfterHours: 72,
  whenFull: 'wait',
});
