import type { ProviderEnrolmentSettled } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { isProviderEnrolmentRow, readProviderEnrolment } from './rows.ts';

/** What a change of a row tells: that a provider has enrolled, or will not. Each once a registration. */
export function providerEnrolmentFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ProviderEnrolmentSettled[] {
  if (!change.after || !isProviderEnrolmentRow(change.after)) return [];
  const after = readProviderEnrolment(change.after);
  const { registration, personId, courseId, providerId, state, reason, said, updatedAt } = after;
  if (state !== 'confirmed' && state !== 'refused' && state !== 'timed-out') return [];
  if (change.before && readProviderEnrolment(change.before).state === state) return [];
  return [
    {
      ...{
        eventId: `provider-enrolment-settled:${registration}:${state}`,
        type: 'provider-enrolment-settled',
      },
      ...{ occurredAt: updatedAt, registration, personId, courseId, providerId, outcome: state },
      ...(reason !== undefined && { reason }),
      ...(state !== 'confirmed' && said !== undefined && { said }),
    },
  ];
}
