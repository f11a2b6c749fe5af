import type { Au } from '../structure/model.ts';
import type { SessionTerms } from './session.ts';
import { contextExtensions, type LaunchMode } from './vocabulary.ts';

/** What every statement of the session must carry in its context, unchanged (10.2.1). */
export interface ContextTemplate {
  readonly contextActivities: { readonly grouping: readonly { readonly id: string }[] };
  readonly extensions: Readonly<Record<string, string>>;
}

export function contextTemplateOf(terms: SessionTerms): ContextTemplate {
  return {
    contextActivities: { grouping: [{ id: terms.publisherId }] },
    extensions: { [contextExtensions.sessionId]: terms.sessionId },
  };
}

/** The State document `LMS.LaunchData` (10.2). */
export interface LaunchData {
  readonly contextTemplate: ContextTemplate;
  readonly launchMode: LaunchMode;
  readonly moveOn: string;
  readonly launchParameters?: string;
  readonly masteryScore?: number;
  readonly entitlementKey?: { readonly courseStructure: string };
  readonly returnURL?: string;
}

/** `terms.masteryScore` is what counts in this session; it may differ from the structure's (10.2.4). */
export function buildLaunchData(
  au: Pick<Au, 'moveOn' | 'launchParameters' | 'entitlementKey'>,
  terms: SessionTerms,
  returnUrl?: string,
): LaunchData {
  return {
    contextTemplate: contextTemplateOf(terms),
    launchMode: terms.launchMode,
    moveOn: au.moveOn,
    ...(au.launchParameters !== undefined && { launchParameters: au.launchParameters }),
    ...(terms.masteryScore !== undefined && { masteryScore: terms.masteryScore }),
    ...(au.entitlementKey !== undefined && { entitlementKey: { courseStructure: au.entitlementKey } }),
    ...(returnUrl !== undefined && { returnURL: returnUrl }),
  };
}
