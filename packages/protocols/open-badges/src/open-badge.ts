import { credentialsContext, type JsonLd, openBadgesContext } from './contexts.ts';

/** What a badge tells of a finished course. Nothing in it names a person: no NIP in any form, no name, no address. */
export interface BadgeFacts {
  /** Address of the credential, which is also its id. */
  readonly credentialUrl: string;
  readonly issuer: BadgeIssuer;
  /** Opaque and of this credential alone, so that two badges of one person cannot be joined. */
  readonly subjectId: string;
  readonly certificateNumber: string;
  readonly achievement: BadgeAchievement;
  /** Lesson hours (JP, 45 minutes each) that the course gave; absent where it states none. */
  readonly jp?: number;
  /** ISO 8601 UTC. `startedAt` and `finishedAt`: when it was learned. */
  readonly issuedAt: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly status: { readonly listUrl: string; readonly index: number };
}

export interface BadgeIssuer {
  readonly did: string;
  readonly name: string;
  readonly url: string;
}

export interface BadgeAchievement {
  /** @default `Course` */
  readonly type?: 'Award';
  /** Address of the course. */
  readonly url: string;
  readonly name: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly criteria: string;
  /** Who made the course. */
  readonly creator: { readonly id: string; readonly name: string };
}

/** An `OpenBadgeCredential` (Open Badges 3.0, appendix B.1.20) by version 2 of the data model of verifiable credentials, still unsigned. */
export function openBadge(facts: BadgeFacts): JsonLd {
  const { achievement, issuer, jp, status } = facts;
  return {
    '@context': [credentialsContext, openBadgesContext],
    id: facts.credentialUrl,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: withoutMilliseconds(facts.issuedAt),
    awardedDate: withoutMilliseconds(facts.finishedAt),
    credentialSubject: {
      id: facts.subjectId,
      type: ['AchievementSubject'],
      activityStartDate: withoutMilliseconds(facts.startedAt),
      activityEndDate: withoutMilliseconds(facts.finishedAt),
      licenseNumber: facts.certificateNumber,
      ...(jp !== undefined && { creditsEarned: jp }),
      achievement: {
        id: achievement.url,
        type: ['Achievement'],
        achievementType: achievement.type ?? 'Course',
        name: achievement.name,
        description: achievement.description,
        inLanguage: achievement.language,
        criteria: { narrative: achievement.criteria },
        creator: { id: achievement.creator.id, type: ['Profile'], name: achievement.creator.name },
        ...(jp !== undefined && { creditsAvailable: jp }),
      },
    },
    credentialStatus: {
      id: `${status.listUrl}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: status.listUrl,
    },
  };
}

/** `dateTimeStamp` of XML Schema: verifiers differ in whether they take fractions of a second. */
export const withoutMilliseconds = (iso: string): string => iso.replace(/\.\d+Z$/, 'Z');
