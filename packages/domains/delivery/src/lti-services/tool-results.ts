import type { Digest, ProviderId } from '@sinau/kernel';
import { type Score, settlesResult } from '@sinau/lti/services';
import type { ToolResult, ToolSaying } from './ports.ts';

/**
 * What a score says of a module, one result a kind (nothing, when it is about progress alone): a final score, that the activity was
 * completed, or that everything begins anew. A score that may still change is none (AGS 2.0, 3.4.8).
 */
export function sayingsOf(score: Score, scoreMaximum: number): readonly ToolSaying[] {
  const { points, activityProgress } = score;
  if (!points && settlesResult(score)) {
    return [
      { kind: 'score', given: 0, maximum: scoreMaximum, isFinal: false, withdrawn: true },
      { kind: 'completion', completed: false },
    ];
  }
  return [
    ...(points && settlesResult(score) ? [{ kind: 'score', ...points, isFinal: true } as const] : []),
    ...(activityProgress === 'Completed' ? [{ kind: 'completion', completed: true } as const] : []),
  ];
}

export function toolResults(
  deps: { readonly digest: Digest },
  given: {
    readonly providerId: ProviderId;
    readonly registration: string;
    readonly moduleId: string;
    readonly lineItemId: string;
    readonly scoreMaximum: number;
    readonly score: Score;
    readonly fingerprint: string;
    readonly receivedAt: Date;
    readonly sent: ToolResult['sent'];
  },
): readonly ToolResult[] {
  const { providerId, registration, moduleId, lineItemId, score, fingerprint, receivedAt, sent } = given;
  return sayingsOf(score, given.scoreMaximum).map((saying) => ({
    providerId,
    source: 'ags',
    eventId: deps.digest.sha256(JSON.stringify([lineItemId, fingerprint, saying.kind])),
    about: { kind: 'registration', registration, moduleId },
    result: { occurredAt: score.instant.iso, ...saying },
    receivedAt: receivedAt.toISOString(),
    sent,
  }));
}
