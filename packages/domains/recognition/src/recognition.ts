import { type AgencyId, type Brand, type LocalDate, type PersonId, plainLines } from '@sinau/kernel';
import * as z from 'zod';

export type RecognitionId = Brand<'RecognitionId'>;

/** The seven core values of civil servants, BerAKHLAK (SE MenPANRB 20/2021; UU 20/2023). */
export const values = [
  'service',
  'accountable',
  'competent',
  'harmonious',
  'loyal',
  'adaptive',
  'collaborative',
] as const;
export type Value = (typeof values)[number];

/** Who did something to it. */
export interface Doer {
  readonly id: PersonId;
  readonly name: string;
}

/** Where it comes from: what people saw, or what a rule found in what was confirmed by others. */
export type Origin =
  | {
      readonly kind: 'people';
      readonly by: Doer & { readonly as: 'colleague' | 'supervisor' };
      /** What was done, concretely. */
      readonly behaviour: string;
    }
  | {
      readonly kind: 'teaching';
      /** Id of the rule's version. */
      readonly rule: string;
      /** Minutes of teaching in the year from which this step is recognised. */
      readonly minutes: number;
    }
  | {
      readonly kind: 'improvement';
      readonly rule: string;
      readonly competencyId: string;
      /** Level that the post asked for when it was found. */
      readonly required: number;
      readonly before: number;
      readonly after: number;
      /** Of the assessment that closed the gap. */
      readonly assessedOn: LocalDate;
      readonly method: string;
    };

/** `lapsed`: what the rule found is not so any more. `undone`: the agency took it back, for good. */
export type State = 'proposed' | 'granted' | 'declined' | 'recalled' | 'lapsed' | 'undone';

export interface Step {
  readonly to: State;
  readonly at: string;
  /** Absent: a rule. */
  readonly by?: Doer;
  readonly reason?: string;
}

/** Something that somebody is recognised for, or may be. Non-material (UU 20/2023 Ps 21). */
export interface Recognition {
  readonly personId: PersonId;
  /** `n-<uuid>` of people; of rules made of what they found, so that it is there once. */
  readonly recognitionId: RecognitionId;
  /** Whose people they were: reviews it and counts it. */
  readonly agencyId: AgencyId;
  /** Unit at the time; `''`: in none. */
  readonly unitId: string;
  readonly value: Value;
  readonly origin: Origin;
  readonly state: State;
  /** Calendar year it counts for: of the teaching, or of the day on which it was granted. */
  readonly year: number;
  /** Who sees it beside the agency. @default the person and their supervisor */
  readonly shownTo: 'supervisor' | 'unit';
  readonly createdAt: string;
  /** Oldest first; the last is the state. */
  readonly steps: readonly Step[];
  readonly rev: number;
}

/** Of the last changes; a rule whose facts come and go makes many. */
const mostSteps = 20;

export const isByRule = ({ origin }: Pick<Recognition, 'origin'>): boolean => origin.kind !== 'people';

export const lastStep = ({ steps }: Pick<Recognition, 'steps'>): Step => {
  const last = steps.at(-1);
  if (!last) throw new Error('a recognition has at least one step');
  return last;
};

/** When it was last granted, if it is. */
export const grantedAt = (one: Pick<Recognition, 'state' | 'steps'>): string | undefined =>
  one.state === 'granted' ? one.steps.findLast(({ to }) => to === 'granted')?.at : undefined;

/** One step further, as it is read. */
export const stepped = (one: Recognition, step: Step): Recognition => ({
  ...one,
  state: step.to,
  steps: [...one.steps, step].slice(-mostSteps),
});

/** As it is when whoever proposed it was erased. */
export function withoutProposer(one: Recognition): Recognition {
  if (one.origin.kind !== 'people') return one;
  const { id, as } = one.origin.by;
  const steps = one.steps.map((step) => {
    const { by, ...rest } = step;
    return by?.id === id ? rest : step;
  });
  return { ...one, origin: { ...one.origin, by: { id: '' as PersonId, name: '', as } }, steps };
}

const textOfLines = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(plainLines, { message: 'must be plain text' });

/** A behaviour that can be pictured takes a sentence; a longer one is a report. */
export const behaviourLength = { least: 30, most: 600 } as const;
export const nominationSchema = z.strictObject({
  value: z.enum(values),
  behaviour: textOfLines(behaviourLength.least, behaviourLength.most),
});
export type Nomination = Readonly<z.infer<typeof nominationSchema>>;

export const reasonSchema = textOfLines(5, 500);

/** Praise by the dozen says nothing: so many proposals of one person in a month. */
export const mostNominations = 5;
