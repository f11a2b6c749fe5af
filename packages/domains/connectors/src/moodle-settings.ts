import * as z from 'zod';

/** How accounts of learners begin at a Moodle. */
export const moodleSettingsSchema = z.strictObject({
  /** False: who has no account there is refused, because the university makes accounts itself. */
  createsLearners: z.boolean(),
  /** How such an account signs in there: `manual` gets a password nobody knows, for LTI; `oauth2` and others none. */
  auth: z.string().regex(/^[a-z][a-z0-9_]{0,19}$/),
  /** Role of a learner in a course; 5 (student) unless the site has changed its roles. */
  learnerRoleId: z.int().positive(),
  /** Categories, with what lies in them, whose courses are offered here; absent: every course that our account may enter. */
  sharedCategories: z.array(z.int().positive()).min(1).max(100).readonly().exactOptional(),
});
export type MoodleSettings = z.infer<typeof moodleSettingsSchema>;

export const defaultMoodleSettings: MoodleSettings = {
  createsLearners: false,
  auth: 'manual',
  learnerRoleId: 5,
};
