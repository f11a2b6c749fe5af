import type { Locale, PersonId, ProviderId } from '@sinau/kernel';
import type { ElsewhereModule, MessageType } from '@sinau/lti';
import type { LtiLink } from './link.ts';
import type { LtiClientId } from './tool.ts';

/** Seconds in which a link that was given out must be opened. */
export const ticketSeconds = 120;
/** Seconds in which the tool must ask back; slow lines and a tool that starts first are allowed for. */
export const loginSeconds = 600;
/** Seconds in which an author may choose. */
export const choiceSeconds = 4 * 3600;

/** What of a link a launch tells. */
export type LaunchLink = Pick<LtiLink, 'resourceLinkId' | 'title' | 'placement'>;

/** What somebody wants to do at a tool. */
export interface LaunchOrder {
  readonly message: MessageType;
  readonly personId: PersonId;
  readonly role: 'learner' | 'instructor';
  readonly course: { readonly courseId: string; readonly title: string };
  /** Absent for deep linking, which is about no link yet. */
  readonly link?: LaunchLink;
  /** Whose work is looked at (submission review). */
  readonly forPersonId?: PersonId;
  readonly target: 'window' | 'iframe';
  /** A machine of the platform orders it in the name of the person, and has the rights for it. Absent: the person did, on a page of ours. */
  readonly byMachine?: true;
  /** A page of the portal. */
  readonly returnUrl: string;
  readonly locale: Locale;
}

/**
 * One way from us to a tool and, for deep linking, back. Each step happens once: `ordered` → `begun` (the browser came with its ticket) →
 * `told` (the tool has its id_token) → `chosen` (its answer is kept) → `placed`. Times are ISO 8601 UTC.
 */
export interface LtiLaunch extends LaunchOrder {
  readonly launchId: string;
  readonly clientId: LtiClientId;
  readonly deploymentId: string;
  readonly providerId: ProviderId;
  readonly state: 'ordered' | 'begun' | 'told' | 'chosen' | 'placed';
  /** The next step must come before. */
  readonly validUntil: string;
  /** SHA-256 of the secret that the next step must bring. */
  readonly secretHash: string;
  /** SHA-256 of what the browser that began it keeps in its cookie. */
  readonly browserHash?: string;
  /** `login_hint`, of this launch alone. */
  readonly loginHint?: string;
  /** What was chosen: kept before it is placed, so that nothing is lost in between. */
  readonly choice?: { readonly answerHash: string; readonly items: readonly ElsewhereModule[] };
}

/** Travels through browsers: which launch, and the secret of its next step. */
export const sealPass = (launchId: string, secret: string): string => `${launchId}.${secret}`;

/** `data` of a choice: the secret of its pass again, which tells nobody where to send an answer. */
export const choiceDataOf = (pass: string): string => openPass(pass)?.secret ?? '';

export function openPass(pass: string): { readonly launchId: string; readonly secret: string } | undefined {
  const found = /^([\da-f-]{36})\.([\w-]{20,200})$/.exec(pass);
  return found?.[1] && found[2] ? { launchId: found[1], secret: found[2] } : undefined;
}
