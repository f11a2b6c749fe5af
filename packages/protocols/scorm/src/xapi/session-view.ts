import type { Digest, LanguageMap } from '@sinau/kernel';
import type { Account } from '@sinau/xapi';
import type { Item, ScormVersion } from '../manifest/model.ts';
import type { NextEntry, ScoStatus } from '../runtime/attempt.ts';
import type { RuntimeData, ScormLaunchMode } from '../runtime/runtime-data.ts';
import { statementId } from './statement-id.ts';

/** A session of a SCO at one moment. */
export interface SessionView {
  readonly initialized: boolean;
  readonly terminated: boolean;
  readonly data: RuntimeData;
  /** What counts, after the thresholds of the manifest. */
  readonly status: ScoStatus;
  /** Of the attempt; this session is in it once it has ended. */
  readonly totalSeconds: number;
}

/** What is the same for every statement about one commit. */
export interface ScormContext {
  readonly digest: Pick<Digest, 'sha1'>;
  readonly actor: Account;
  /** UUID of the registration. */
  readonly registration: string;
  readonly version: ScormVersion;
  readonly mode: ScormLaunchMode;
  /** The SCO: an absolute IRI of ours, its name and its item. */
  readonly sco: { readonly activityId: string; readonly name: LanguageMap; readonly item: Item };
  readonly course: { readonly activityId: string; readonly name: LanguageMap };
  /** UUID of the attempt. */
  readonly attemptId: string;
  /** Of the SCO: one visit of it. */
  readonly sessionId: string;
  readonly entry: NextEntry['entry'];
  /** Of the commit; together with the same `before` it makes a commit sent again give the same ids. */
  readonly sequence: number;
  /** ISO 8601 UTC, when the commit came in. */
  readonly timestamp: string;
  /** For texts that do not tell their own. */
  readonly language: string;
}

/** The same UUID whenever this attempt is spoken of; `attempt` counts from 1. */
export function attemptIdOf(
  digest: Pick<Digest, 'sha1'>,
  of: { readonly registration: string; readonly sco: string; readonly attempt: number },
): string {
  return statementId(digest, [of.registration, of.sco, 'attempt', String(of.attempt)]);
}

/** The activity of one attempt (SCORM profile, attempt IRI). */
export function attemptIri(sco: string, attemptId: string): string {
  return `${sco}${sco.includes('?') ? '&' : '?'}attemptId=${encodeURIComponent(attemptId)}`;
}
