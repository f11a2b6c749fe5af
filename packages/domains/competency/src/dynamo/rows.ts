import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import { methods } from '../assessment.ts';
import { type CompetencyId, heldLevelSchema, levelSchema } from '../competency.ts';
import { matchUses } from '../match-rule.ts';
import { type ItemId, itemStates, moves, planForms } from '../plan-item.ts';
import type { PostKey } from '../standard.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const changed = { updatedAt: z.string(), rev: z.number() };

export const technicalRow = z.object({
  ...{ agencyId: id<AgencyId>(), code: z.string() },
  editions: z.array(
    z.object({
      ...{ from: z.string(), name: z.string(), field: z.string(), levels: z.array(z.string()) },
      ...{ legalBasis: z.string().exactOptional(), verified: z.boolean() },
    }),
  ),
  state: z.enum(['active', 'retired']),
  ...changed,
});

const requirement = z.object({ competencyId: id<CompetencyId>(), level: levelSchema });
const criticality = z.union([z.literal(1), z.literal(2), z.literal(3)]);

export const standardRow = z.object({
  ...{ agencyId: id<AgencyId>(), post: id<PostKey>(), title: z.string() },
  editions: z.array(
    z.object({
      ...{ from: z.string(), requirements: z.array(requirement), criticality },
      ...{ legalBasis: z.string().exactOptional(), verified: z.boolean() },
    }),
  ),
  state: z.enum(['active', 'withdrawn']),
  ...changed,
});

export const agencyRow = z.object({ agencyId: id<AgencyId>(), changedAt: z.string() });

const recorder = z.object({
  ...{ id: z.string(), name: z.string(), as: z.enum(['own', 'supervisor', 'agency']) },
});

export const assessmentRow = z.object({
  ...{ personId: id<PersonId>(), competencyId: id<CompetencyId>() },
  agencyId: id<AgencyId>().exactOptional(),
  ...{ method: z.enum(methods), level: heldLevelSchema, assessedOn: z.string() },
  validTo: z.string().exactOptional(),
  assessor: z.string().exactOptional(),
  note: z.string().exactOptional(),
  ...{ recordedBy: recorder, recordedAt: z.string() },
  withdrawn: z.object({ by: recorder, at: z.string(), reason: z.string() }).exactOptional(),
  rev: z.number(),
});

export const bandsRow = z.object({
  ...{ agencyId: id<AgencyId>(), use: z.enum(matchUses), rev: z.number() },
  editions: z.array(
    z.object({
      ...{ from: z.string(), high: z.number(), middle: z.number(), verified: z.boolean() },
      legalBasis: z.string().exactOptional(),
      ...{ setBy: id<PersonId>(), setAt: z.string() },
    }),
  ),
});

const side = z.enum(['learner', 'office']);

export const itemRow = z.object({
  ...{ itemId: id<ItemId>(), personId: id<PersonId>(), competencyId: id<CompetencyId>() },
  ...{ form: z.enum(planForms), title: z.string(), courseId: z.string().exactOptional() },
  ...{ targetLevel: levelSchema, dueOn: z.string(), evidence: z.string().exactOptional() },
  commitment: z.string().exactOptional(),
  gap: z.object({ required: levelSchema, held: heldLevelSchema.exactOptional() }).exactOptional(),
  ...{ proposedBy: side, state: z.enum(itemStates) },
  steps: z.array(
    z.object({
      ...{ move: z.enum(moves), to: z.enum(itemStates), side, at: z.string() },
      by: z.object({ id: z.string(), name: z.string() }),
      note: z.string().exactOptional(),
    }),
  ),
  place: z.object({ agencyId: id<AgencyId>(), hasSupervisor: z.boolean() }).exactOptional(),
  rev: z.number(),
});

export const countedRow = z.object({
  rev: z.number(),
  record: z
    .object({
      ...{ personId: id<PersonId>(), name: z.string(), agencyId: id<AgencyId>(), unitId: z.string() },
      post: z.string().exactOptional(),
      criticality,
      cells: z.array(
        z.object({
          ...{ competencyId: id<CompetencyId>(), required: levelSchema },
          held: heldLevelSchema.exactOptional(),
        }),
      ),
    })
    .exactOptional(),
});

export const closingRow = z.object({
  ...{ personId: id<PersonId>(), agencyId: id<AgencyId>(), day: z.string() },
  ...{ competencyId: id<CompetencyId>(), required: levelSchema },
  ...{ before: heldLevelSchema, after: heldLevelSchema, points: z.number() },
  source: z.object({ method: z.enum(methods), assessedOn: z.string() }).exactOptional(),
});

export const walkRow = z.object({
  ...{ agencyId: id<AgencyId>(), startedAt: z.string(), people: z.number() },
  after: z.string().exactOptional(),
  doneAt: z.string().exactOptional(),
});

export const teachingRow = z.object({
  ...{ courseId: z.string(), providerId: id<ProviderId>(), teaches: z.array(requirement) },
  ...changed,
});
