import type { JsonValue } from '@sinau/xapi';
import { formatIsoDuration } from '../durations.ts';
import { thresholdsOf } from '../runtime/seed-launch.ts';
import { attemptIri, type ScormContext, type SessionView } from './session-view.ts';
import { scormDocumentIds } from './vocabulary.ts';

/** A document to be stored in place of the one of the same id; `content` is JSON. */
export type ScormDocument = { readonly content: Readonly<Record<string, JsonValue>> } & (
  | {
      readonly kind: 'state';
      readonly activityId: string;
      readonly stateId: string;
      readonly registration: string;
    }
  | { readonly kind: 'activityProfile'; readonly activityId: string; readonly profileId: string }
  | { readonly kind: 'agentProfile'; readonly profileId: string }
);

/** What the documents of a SCO need beyond a statement. */
export interface DocumentContext extends ScormContext {
  /** IRIs of the attempts that the activity state lists already, oldest first. */
  readonly attempts: readonly string[];
  /** Left out, the agent profile holds no name. */
  readonly learnerName?: string;
}

/** The documents that a commit changes (SCORM profile, state and profile data). Nothing in browse and review. */
export function mapDocuments(
  before: SessionView,
  after: SessionView,
  context: DocumentContext,
): readonly ScormDocument[] {
  if (context.mode !== 'normal') return [];
  const started = !before.initialized && after.initialized;
  const attempt = attemptIri(context.sco.activityId, context.attemptId);
  const state = (stateId: string, content: ScormDocument['content']): ScormDocument => ({
    kind: 'state',
    activityId: stateId === scormDocumentIds.activityState ? context.sco.activityId : attempt,
    stateId,
    registration: context.registration,
    content,
  });
  const attemptState = attemptStateOf(after, context);
  const { suspendData } = after.data;
  const learner = learnerOf(after, context);
  return [
    ...(started && !context.attempts.includes(attempt)
      ? [state(scormDocumentIds.activityState, { attempts: [...context.attempts, attempt] })]
      : []),
    ...(started ? [activityProfileOf(context)] : []),
    ...(started || !same(learnerOf(before, context), learner)
      ? [{ kind: 'agentProfile', profileId: scormDocumentIds.agentProfile, content: learner } as const]
      : []),
    ...(started || !same(attemptStateOf(before, context), attemptState)
      ? [state(scormDocumentIds.attemptState, attemptState)]
      : []),
    ...(suspendData !== before.data.suspendData
      ? [state(scormDocumentIds.suspendData, { suspend_data: suspendData ?? '' })]
      : []),
  ];
}

function attemptStateOf(
  { data, totalSeconds }: SessionView,
  { mode }: ScormContext,
): ScormDocument['content'] {
  const stores = Object.entries(data.sharedData).map(([id, store]) => ({ id, store }));
  return known({
    mode,
    credit: mode === 'normal' ? 'credit' : 'no-credit',
    location: data.location,
    total_time: formatIsoDuration(totalSeconds),
    preferences: preferencesOf(data.preferences),
    adl_data: stores.length > 0 ? stores : undefined,
  });
}

function activityProfileOf({ sco }: ScormContext): ScormDocument {
  const { item } = sco;
  const { scaledPassingScore, completionThreshold, masteryScore } = thresholdsOf(item);
  const limit = item.maxTimeAllowedSeconds;
  return {
    kind: 'activityProfile',
    activityId: sco.activityId,
    profileId: scormDocumentIds.activityProfile,
    content: known({
      launch_data: item.dataFromLms,
      mastery_score: masteryScore,
      scaled_passing_score: scaledPassingScore,
      completion_threshold: completionThreshold?.completedByMeasure
        ? completionThreshold.minProgressMeasure
        : undefined,
      max_time_allowed: limit === undefined ? undefined : formatIsoDuration(limit),
      time_limit_action: item.timeLimitAction,
    }),
  };
}

function learnerOf({ data }: SessionView, { learnerName }: DocumentContext): ScormDocument['content'] {
  return known({ learner_name: learnerName, preferences: preferencesOf(data.preferences) });
}

function preferencesOf(preferences: SessionView['data']['preferences']): JsonValue {
  return known({
    audio_level: preferences.audioLevel,
    language: preferences.language,
    delivery_speed: preferences.deliverySpeed,
    audio_captioning: preferences.audioCaptioning,
  });
}

function known(values: Readonly<Record<string, JsonValue | undefined>>): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, JsonValue][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
