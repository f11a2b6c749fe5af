import { type AgencyId, oneLine, type PersonId } from '@sinau/kernel';
import * as z from 'zod';

/** `asked`: the agency has asked them, and nothing of it is shown to anybody else. `active`: they said yes. */
export const championStates = ['asked', 'active', 'ended'] as const;
export type ChampionState = (typeof championStates)[number];

/** How it ended: they said no, they stopped, the agency thanked them, or they work elsewhere now. */
export const championEnds = ['declined', 'stopped', 'taken-back', 'moved'] as const;
export type ChampionEnd = (typeof championEnds)[number];

/** Somebody who helps colleagues to learn online (agen perubahan). One role a person. */
export interface Champion {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  /** Whose people, with those of the units below it, they help; theirs, or one above it. */
  readonly unitId: string;
  readonly state: ChampionState;
  readonly ended?: ChampionEnd;
  /** Of the agency. */
  readonly namedBy: PersonId;
  /** When the agency asked, ISO 8601 UTC. */
  readonly namedAt: string;
  /** When it came into this state, ISO 8601 UTC. */
  readonly since: string;
  /** Who made the last step; absent: nobody, they work elsewhere. */
  readonly by?: PersonId;
  /** With what they help, in their own words. */
  readonly offer?: string;
  /** They want to be written to at their office address. */
  readonly showsEmail: boolean;
  /** Counts the changes, from 1. */
  readonly rev: number;
}

export const isLive = ({ state }: Pick<Champion, 'state'>): boolean => state !== 'ended';

/** What somebody says of themselves when they say yes. */
export const championTermsSchema = z.strictObject({
  offer: z
    .string()
    .trim()
    .min(3)
    .max(200)
    .regex(oneLine, { message: 'must be one line of text' })
    .exactOptional(),
  showsEmail: z.boolean(),
});
export type ChampionTerms = Readonly<z.infer<typeof championTermsSchema>>;
