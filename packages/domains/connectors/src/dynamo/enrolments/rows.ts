import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ConnectionId } from '../../connection.ts';
import type { ProviderEnrolmentGroup } from '../../enrolments/ports.ts';
import {
  isLeaving,
  isOpen,
  type ProviderEnrolment,
  providerEnrolmentReasons,
  providerEnrolmentStates,
} from '../../enrolments/provider-enrolment.ts';
import { enrolmentSettingsSchema } from '../../enrolments/settings.ts';
import { duePartition, dueShardOf, groupPartition, providerEnrolmentKey } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const providerEnrolmentRow = z.object({
  registration: z.string(),
  personId: branded<PersonId>(),
  courseId: z.string(),
  agencyId: branded<AgencyId>().exactOptional(),
  providerId: branded<ProviderId>(),
  connectionId: branded<ConnectionId>(),
  externalCourseId: z.string(),
  state: z.enum(providerEnrolmentStates),
  reason: z.enum(providerEnrolmentReasons).exactOptional(),
  said: z.string().exactOptional(),
  createdAt: z.string(),
  deadlineAt: z.string(),
  dueAt: z.string().exactOptional(),
  tries: z.number(),
  maybeThere: z.literal(true).exactOptional(),
  externalLearnerId: z.string().exactOptional(),
  proposedAccount: z.string().exactOptional(),
  confirmedAt: z.string().exactOptional(),
  doneAt: z.string().exactOptional(),
  updatedAt: z.string(),
  rev: z.number(),
});

const rowKind = 'provider-enrolment';

export const isProviderEnrolmentRow = (row: Item): boolean => row.kind === rowKind;

export const readProviderEnrolment = (row: Item): ProviderEnrolment => providerEnrolmentRow.parse(row);

export function toProviderEnrolmentRow(enrolment: ProviderEnrolment): Item {
  const { registration, connectionId, dueAt, createdAt } = enrolment;
  return {
    ...providerEnrolmentKey(registration),
    kind: rowKind,
    ...enrolment,
    ...(dueAt !== undefined && {
      gsi1pk: duePartition(dueShardOf(registration)),
      gsi1sk: composeKey(dueAt, registration),
    }),
    gsi2pk: groupPartition(connectionId, groupOf(enrolment)),
    gsi2sk: composeKey(createdAt, registration),
  };
}

export function groupOf(enrolment: ProviderEnrolment): ProviderEnrolmentGroup {
  if (isOpen(enrolment) || isLeaving(enrolment)) return 'open';
  if (enrolment.state !== 'confirmed') return 'over';
  return enrolment.doneAt === undefined ? 'confirmed' : 'done';
}

export const readPlace = (row: Item) => z.object({ registration: z.string() }).parse(row).registration;

export const readSettings = ({ enrols, giveUpAfterHours, whenFull }: Item) =>
  enrolmentSettingsSchema.parse({ enrols, giveUpAfterHours, whenFull });
