import type { Clock, PersonId, TimeZone } from '@sinau/kernel';
import type { MailWishes } from './mail-wishes.ts';
import type { NoticeKind } from './notice.ts';
import type { HeldMailStore, MailQueue, MailWishStore } from './ports.ts';
import { quietUntil } from './quiet-hours.ts';

export interface MailHours {
  readonly wishes: Pick<MailWishStore, 'wishesOf'>;
  readonly zones: { zoneOf(personId: PersonId): Promise<TimeZone> };
  /** Of everybody who has not said otherwise. */
  readonly usual: MailWishes;
  readonly clock: Clock;
}

/** What somebody has asked for and waits for comes at any hour. */
const urgent: ReadonlySet<NoticeKind> = new Set([
  'person-invited',
  'privacy-request',
  'export-finished',
  'report-finished',
  'incident-due',
  'package-import-finished',
  'connection-troubled',
  'tool-troubled',
  'seal-stands-still',
  'push-disabled',
]);
const reminders: ReadonlySet<NoticeKind> = new Set([
  ...(['duty-reminder', 'team-duties'] as const),
  ...(['cohort-steps', 'cohort-team'] as const),
]);

/** Whether a mail goes now, at the end of quiet hours, or never. */
export async function whenToMail(
  { wishes, zones, usual, clock }: MailHours,
  { personId, kind }: { readonly personId: PersonId; readonly kind: NoticeKind },
): Promise<'now' | 'never' | { readonly until: Date }> {
  if (urgent.has(kind)) return 'now';
  const wished = (await wishes.wishesOf(personId)) ?? usual;
  if (reminders.has(kind) && !wished.reminders) return 'never';
  if (kind === 'weekly-digest' && !wished.digest) return 'never';
  if (kind === 'nudge' && !wished.nudges) return 'never';
  const until = quietUntil(clock.now(), await zones.zoneOf(personId), wished);
  return until ? { until } : 'now';
}

/** Puts mails back on the queue whose quiet hours are over. Tells how many. */
export async function releaseHeldMails(
  deps: { readonly held: HeldMailStore; readonly mail: MailQueue; readonly clock: Clock },
  { limit }: { readonly limit: number },
): Promise<number> {
  let released = 0;
  for (const mail of await deps.held.listHeld(deps.clock.now().toISOString(), limit)) {
    // The queue first: a crash in between sends the message twice, and the mail once.
    await deps.mail.send(mail);
    await deps.held.dropHeld(mail);
    released += 1;
  }
  return released;
}
