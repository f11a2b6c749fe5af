import * as z from 'zod';

const hour = z.int().min(0).max(23);

/** When somebody wants mail, and which. Hours of a clock where the person works. */
export const mailWishesSchema = z.strictObject({
  /** Mail rests from this hour until the other; the same: never. */
  quietFrom: hour,
  quietUntil: hour,
  quietWeekends: z.boolean(),
  /** Reminders of what is due, for learners and supervisors. */
  reminders: z.boolean(),
  /** One letter a week about what is open. */
  digest: z.boolean(),
  /** Now and then a word that invites to go on, once a week at most. Whoever has said something before there were any has not refused. */
  nudges: z.boolean().default(true),
  /** News of one's team in the letter of the week. */
  team: z.boolean().default(true),
});
export type MailWishes = Readonly<z.infer<typeof mailWishesSchema>>;

/** Of everybody who has not said otherwise. */
export const usualWishes: MailWishes = {
  ...{ quietFrom: 19, quietUntil: 7, quietWeekends: true },
  ...{ reminders: true, digest: true, nudges: true, team: true },
};
