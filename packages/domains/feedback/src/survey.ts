import { type AgencyId, addDays, type Brand, type LocalDate, localDateOf } from '@sinau/kernel';
import * as z from 'zod';
import { type ElementCode, elementCodes, type Rule, type Subject } from './rule.ts';
import type { ServiceId } from './service.ts';

export type SurveyId = Brand<'SurveyId'>;

export interface Element {
  readonly code: ElementCode;
  readonly subject: Subject;
  /** As citizens were asked, in the words of the agency where it has its own. */
  readonly label: string;
}

/** Nine questions about one service. */
export interface Survey {
  readonly surveyId: SurveyId;
  readonly serviceId: ServiceId;
  readonly agencyId: AgencyId;
  /** First and last day in western Indonesia. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Version of the rule that measures it. */
  readonly rule: string;
  readonly elements: readonly Element[];
  /** How many people were served in a year, as the agency says; tells how many should answer. */
  readonly served?: number;
  /** An end that came before its day. */
  readonly endedAt?: string;
  readonly createdAt: string;
  readonly rev: number;
}

export const surveyStates = ['planned', 'running', 'over'] as const;
export type SurveyState = (typeof surveyStates)[number];

/** Of one service. */
export const mostSurveys = 200;
export const longestDays = 366;

/** Days of surveys are those of western Indonesia (WIB), as agencies report. */
export const surveyDay = (at: Date): LocalDate => localDateOf(at.getTime(), 'Asia/Jakarta');

export function stateOf({ from, to, endedAt }: Survey, now: Date): SurveyState {
  const today = surveyDay(now);
  if (endedAt !== undefined || to < today) return 'over';
  return today < from ? 'planned' : 'running';
}

/** Last day on which it takes answers. */
export const lastDayOf = ({ to, endedAt }: Survey): LocalDate =>
  endedAt === undefined ? to : ([surveyDay(new Date(endedAt)), to].toSorted()[0] ?? to);

export const surveyRequestSchema = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    /** U8 and U9 the other way round. */
    swapped: z.boolean(),
    served: z.int().min(1).max(1_000_000_000).exactOptional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before the first day' })
  .refine(({ from, to }) => to < addDays(from, longestDays), {
    path: ['to'],
    message: 'is more than a year away',
  });
export type SurveyRequest = Readonly<z.infer<typeof surveyRequestSchema>>;

/** Elements of a rule with their numbers; `swapped`: the last two change places. */
export function elementsOf({ elements }: Rule, swapped: boolean): readonly Element[] {
  const order = swapped ? [...elements.slice(0, 7), ...elements.slice(7).toReversed()] : elements;
  return elementCodes.flatMap((code, index) => {
    const element = order[index];
    return element ? [{ code, subject: element.subject, label: element.label.id ?? '' }] : [];
  });
}
