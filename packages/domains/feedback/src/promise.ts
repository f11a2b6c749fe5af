import { type Brand, type LocalDate, plainLines } from '@sinau/kernel';
import * as z from 'zod';
import type { ServicePlace } from './ports.ts';

export type PromiseId = Brand<'PromiseId'>;

export const promiseStates = ['planned', 'under-way', 'kept', 'dropped'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** What citizens said, and what the agency does about it; told in public. */
export interface ServicePromise extends ServicePlace {
  readonly promiseId: PromiseId;
  readonly said: string;
  readonly action: string;
  readonly due?: LocalDate;
  readonly state: PromiseState;
  readonly updatedAt: string;
  readonly rev: number;
}

/** Of one service. */
export const mostPromises = 200;

const text = z.string().trim().min(5).max(500).regex(plainLines, { message: 'must be plain text' });

export const promiseRequestSchema = z.strictObject({
  said: text,
  action: text,
  due: z.iso.date().exactOptional(),
  state: z.enum(promiseStates),
});
export type PromiseRequest = Readonly<z.infer<typeof promiseRequestSchema>>;
