import { clrContext, credentialsContext, type JsonLd, openBadgesContext } from './contexts.ts';
import { type BadgeIssuer, withoutMilliseconds } from './open-badge.ts';

/** A year of learning as it is told to machines. Nothing in it names a person. */
export interface ClrFacts {
  /** Id of the record; those of its parts are made of it. */
  readonly id: string;
  readonly name: string;
  readonly issuer: BadgeIssuer;
  /** Opaque, and of this record alone. */
  readonly subjectId: string;
  /** ISO 8601 UTC. */
  readonly validFrom: string;
  /** BCP 47. */
  readonly language: string;
  readonly status: { readonly listUrl: string; readonly index: number };
}

/** One thing that was achieved. */
export interface ClrEntry {
  readonly name: string;
  readonly description: string;
  readonly criteria: string;
  /** Who held it; absent where nobody knows. */
  readonly organiser?: string;
  /** ISO dates of the first and the last day. */
  readonly from: string;
  readonly to: string;
  /** Lesson hours (JP, 45 minutes each): as stated, and as they count. */
  readonly creditsAvailable: number;
  readonly creditsEarned: number;
  /** Why less counts than was stated. */
  readonly narrative?: string;
}

const achievementId = ({ id }: ClrFacts, at: number): string => `${id}#achievement-${at}`;

/** One entry as a credential of its own, still unsigned; number 0 is the year itself. */
export function clrPart(facts: ClrFacts, entry: ClrEntry, at: number): JsonLd {
  const { issuer, language } = facts;
  return {
    '@context': [credentialsContext, openBadgesContext],
    id: `${facts.id}#credential-${at}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: entry.name,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: withoutMilliseconds(facts.validFrom),
    credentialSubject: {
      id: facts.subjectId,
      type: ['AchievementSubject'],
      activityStartDate: `${entry.from}T00:00:00Z`,
      activityEndDate: `${entry.to}T00:00:00Z`,
      creditsEarned: entry.creditsEarned,
      ...(entry.narrative !== undefined && { narrative: entry.narrative }),
      achievement: {
        id: achievementId(facts, at),
        type: ['Achievement'],
        achievementType: at === 0 ? 'LearningProgram' : 'Achievement',
        name: entry.name,
        description: entry.description,
        inLanguage: language,
        criteria: { narrative: entry.criteria },
        ...(entry.organiser !== undefined && {
          creator: { id: `${facts.id}#organiser-${at}`, type: ['Profile'], name: entry.organiser },
        }),
        creditsAvailable: entry.creditsAvailable,
      },
    },
  };
}

/**
 * A `ClrCredential` (Comprehensive Learner Record 2.0, section 3.1), still unsigned, of parts that are signed already: the year first, and
 * everything else as a part of it.
 */
export function clrCredential(facts: ClrFacts, parts: readonly JsonLd[]): JsonLd {
  const { issuer, status } = facts;
  return {
    '@context': [credentialsContext, clrContext, openBadgesContext],
    id: facts.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: facts.name,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: withoutMilliseconds(facts.validFrom),
    credentialSubject: {
      id: facts.subjectId,
      type: ['ClrSubject'],
      verifiableCredential: parts,
      association: parts.slice(1).map((_, index) => ({
        type: 'Association',
        associationType: 'isParentOf',
        sourceId: achievementId(facts, 0),
        targetId: achievementId(facts, index + 1),
      })),
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

const clrTerm = (name: string): string => `https://purl.imsglobal.org/spec/vc/clr/vocab.html#${name}`;
const uri = (name: string) => ({ '@id': clrTerm(name), '@type': 'xsd:anyURI' });

/**
 * What the context of CLR 2.0.1 says of the terms that are used here; whoever checks a record reads it with the whole context and comes to the
 * same statements. That ids of associations have a type without a namespace, and the term of their kind a capital letter, is the standard's.
 */
export const usedClrTerms: JsonLd = {
  '@context': {
    ClrCredential: clrTerm('ClrCredential'),
    ClrSubject: {
      '@id': clrTerm('ClrSubject'),
      '@context': {
        verifiableCredential: {
          '@id': clrTerm('verifiableCredential'),
          '@type': '@id',
          '@container': '@set',
        },
        association: { '@id': clrTerm('association'), '@type': '@id', '@container': '@set' },
      },
    },
    Association: {
      '@id': clrTerm('Association'),
      '@context': {
        associationType: clrTerm('AssociationType'),
        sourceId: uri('sourceId'),
        targetId: uri('targetId'),
      },
    },
  },
};
