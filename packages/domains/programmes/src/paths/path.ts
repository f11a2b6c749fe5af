import {
  type AgencyId,
  type Brand,
  type LanguageMap,
  oneLine,
  type PersonId,
  plainLines,
} from '@sinau/kernel';
import * as z from 'zod';
import type { Owner } from '../event.ts';

export type PathId = Brand<'PathId'>;

export const stepKinds = ['course', 'event'] as const;
export const pathAudiences = ['all', 'agency', 'units'] as const;

/** A course or an event within a path. */
export interface PathStep {
  /** The same through all versions of the path. */
  readonly stepId: string;
  readonly kind: (typeof stepKinds)[number];
  /** Id of the course or the event. */
  readonly of: string;
  /** As it was called when this was written. */
  readonly title: LanguageMap;
  /** Ids of steps, and of whole groups, that come first. */
  readonly after: readonly string[];
}

export interface PathGroup {
  readonly groupId: string;
  readonly title: string;
  /** `all` of its steps, or so many of them as the person chooses. */
  readonly needs: 'all' | number;
  readonly steps: readonly PathStep[];
}

export interface PathTerms {
  readonly title: string;
  readonly about?: string;
  readonly audience: (typeof pathAudiences)[number];
  /** For `units`: these, and those below them. */
  readonly unitIds: readonly string[];
  /** Whoever is on the path cannot enrol in a course of it, in the catalogue either, before what comes first is finished. */
  readonly strict: boolean;
  readonly groups: readonly PathGroup[];
}

export interface Path {
  readonly pathId: PathId;
  readonly owner: Owner;
  readonly state: 'draft' | 'published' | 'retired';
  /** What the next version will be. */
  readonly draft: PathTerms;
  /** What whoever begins now goes by; absent before the first was published. */
  readonly current?: PathTerms;
  /** Number of the current version, 0 before the first. */
  readonly version: number;
  /** Everybody who was on an older version than this, and has not finished, was moved to it. */
  readonly movedTo?: number;
  readonly createdBy: PersonId;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts the changes, from 1. */
  readonly rev: number;
}

/** What was published once; it never changes. */
export interface PathVersion {
  readonly pathId: PathId;
  /** From 1. */
  readonly version: number;
  readonly terms: PathTerms;
  readonly publishedBy: PersonId;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
}

export interface StepDone {
  readonly stepId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Somebody on a path. */
export interface PathMember {
  readonly pathId: PathId;
  readonly personId: PersonId;
  /** Home agency when they began. */
  readonly agencyId?: AgencyId;
  readonly version: number;
  readonly state: 'active' | 'completed' | 'left';
  /** The obligation that put them on it; absent for whoever came by themselves or by a cohort. */
  readonly requiredBy?: string;
  readonly joinedAt: string;
  /** As it was last read off enrolments and attendance, in the order of the steps. */
  readonly done: readonly StepDone[];
  /** When the last thing that was needed was finished. */
  readonly completedAt?: string;
  /** ISO 8601 UTC, of the last change. */
  readonly updatedAt: string;
  readonly rev: number;
}

export const mostGroups = 8;
export const mostSteps = 48;

const lineOfText = (most: number) =>
  z.string().trim().min(2).max(most).regex(oneLine, { message: 'must be one line of text' });
const id = z.string().regex(/^[\w-]{1,64}$/);

/** How a path is written; titles of its steps are looked up. */
export const pathOrderSchema = z.strictObject({
  title: lineOfText(160),
  about: z
    .string()
    .trim()
    .min(2)
    .max(4_000)
    .regex(plainLines, { message: 'must be plain text' })
    .exactOptional(),
  audience: z.enum(pathAudiences),
  unitIds: z.array(z.string().min(1).max(64)).max(50),
  strict: z.boolean(),
  groups: z
    .array(
      z.strictObject({
        groupId: id,
        title: lineOfText(160),
        needs: z.union([z.literal('all'), z.int().min(1).max(mostSteps)]),
        steps: z
          .array(
            z.strictObject({
              stepId: id,
              kind: z.enum(stepKinds),
              of: id,
              after: z.array(id).max(mostSteps),
            }),
          )
          .min(1)
          .max(mostSteps),
      }),
    )
    .min(1)
    .max(mostGroups),
});
export type PathOrder = z.infer<typeof pathOrderSchema>;

export const stepsOf = ({ groups }: { readonly groups: readonly PathGroup[] }): readonly PathStep[] =>
  groups.flatMap(({ steps }) => steps);
