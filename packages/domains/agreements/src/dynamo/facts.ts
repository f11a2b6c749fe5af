import type { AgreementActivated, AgreementClosed, SharingDecided } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { agreementRow, decisionRow } from './rows.ts';

interface Change {
  readonly before?: Item;
  readonly after?: Item;
}

/**
 * The facts that one change of a row tells. The table's stream is the outbox: a change that was committed is told
 * sooner or later, and its event id is the same each time it is told.
 */
export function agreementFacts(
  change: Change,
): readonly (AgreementActivated | AgreementClosed | SharingDecided)[] {
  if (change.after?.kind === 'agreement') return stateFacts(change);
  return change.after?.kind === 'sharing-decision' ? decisionFacts(change.after) : [];
}

function stateFacts({ before, after }: Change): readonly (AgreementActivated | AgreementClosed)[] {
  if (before?.state === after?.state) return [];
  const agreement = agreementRow.parse(after);
  const { agreementId, version, providerId, title, state, attributes, agencyIds } = agreement;
  const { activatedAt, closedAt, closedBecause } = agreement;
  const of = { agreementId, agreementVersion: version, providerId, title };
  const at = `${agreementId}:${version}`;
  if (state === 'active' && activatedAt !== undefined) {
    const covered = agencyIds ? { agencyIds } : {};
    const told = { type: 'agreement-activated', ...of, attributes, ...covered } as const;
    return [{ ...told, eventId: `agreement-activated:${at}`, occurredAt: activatedAt }];
  }
  if ((state !== 'ended' && state !== 'revoked') || closedAt === undefined) return [];
  // A version that another one replaces has no reason of its own.
  const as = closedBecause === undefined ? 'replaced' : state;
  return [{ type: 'agreement-closed', ...of, as, eventId: `agreement-closed:${at}`, occurredAt: closedAt }];
}

function decisionFacts(after: Item): readonly SharingDecided[] {
  const { agencyId, providerId, stopped, at, rev } = decisionRow.parse(after);
  const eventId = `sharing-decided:${agencyId}:${providerId}:${rev}`;
  return [{ type: 'sharing-decided', eventId, occurredAt: at, agencyId, providerId, stopped }];
}
