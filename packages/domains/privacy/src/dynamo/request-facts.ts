import type { IncidentDue, PrivacyRequestMoved } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { type DataRequest, dataRequestSchema, isForAgency } from '../data-request.ts';
import { incidentSchema } from '../incident.ts';
import { isIncidentRow, isRequestRow } from './keys.ts';

/** What one change of a request or an incident tells others; the table's stream is the outbox. Each step is told under one id. */
export function privacyFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly (PrivacyRequestMoved | IncidentDue)[] {
  const { before, after } = change;
  if (after && isIncidentRow(after)) return incidentFacts(before, after);
  if (!after || !isRequestRow(after)) return [];
  const request = dataRequestSchema.parse(after);
  const step = stepOf(before && dataRequestSchema.parse(before), request);
  if (!step) return [];
  const { requestId, personId, kind, agencyId, dueAt } = request;
  return [
    {
      ...{ eventId: `privacy-request-${step.to}:${requestId}`, type: 'privacy-request-moved' },
      ...{ ...step, requestId, personId, kind, dueAt },
      ...(isForAgency(request) && agencyId && { agencyId }),
    },
  ];
}

function incidentFacts(before: Item | undefined, after: Item): readonly IncidentDue[] {
  const { incidentId, notifyDueAt, warnedAt } = incidentSchema.parse(after);
  const isNew = before !== undefined && incidentSchema.parse(before).warnedAt === undefined;
  if (!isNew || warnedAt === undefined) return [];
  const eventId = `incident-due:${incidentId}`;
  return [{ eventId, type: 'incident-due', occurredAt: warnedAt, incidentId, notifyDueAt }];
}

function stepOf(
  before: DataRequest | undefined,
  after: DataRequest,
): Pick<PrivacyRequestMoved, 'to' | 'occurredAt'> | undefined {
  if (!before) return { to: 'opened', occurredAt: after.openedAt };
  const { state, endedAt, warnedAt } = after;
  if (state === 'answered' && before.state === 'open') return { to: 'answered', occurredAt: endedAt ?? '' };
  const isNew = before.warnedAt === undefined && warnedAt !== undefined;
  return isNew ? { to: 'soon', occurredAt: warnedAt } : undefined;
}
