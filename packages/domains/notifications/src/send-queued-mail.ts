import type { Clock } from '@sinau/kernel';
import { type MailHours, whenToMail } from './hold-mail.ts';
import { noticeText } from './notice-text.ts';
import type { HeldMailStore, MailSender, NoticeStore } from './ports.ts';
import type { QueuedMail } from './queued-mail.ts';

const closing = {
  id: 'Pesan ini dikirim otomatis oleh Sinau. Mohon tidak membalas.',
  en: 'Sinau sent this message by itself. Please do not reply.',
} as const;

/**
 * Sends the mail of one queue message, once per notice as far as a mail service allows: only a crash between sending
 * and noting it sends a second copy. In quiet hours it is held until they end. Rejects when the mail service does, so that the
 * queue brings the message again.
 */
export async function sendQueuedMail(
  deps: {
    readonly notices: NoticeStore;
    readonly hours: Omit<MailHours, 'clock'>;
    readonly held: Pick<HeldMailStore, 'holdMail'>;
    readonly mailer: MailSender;
    readonly clock: Clock;
    /** Origin of the portal, without trailing slash. */
    readonly portalUrl: string;
  },
  mail: QueuedMail,
): Promise<'sent' | 'already-sent' | 'no-notice' | 'held' | 'unwanted'> {
  const { noticeId, personId, to, locale } = mail;
  const notice = await deps.notices.find({ personId, noticeId });
  // Erased since: there is nothing to tell any more.
  if (!notice) return 'no-notice';
  if (notice.mailedAt !== undefined) return 'already-sent';
  const when = await whenToMail({ ...deps.hours, clock: deps.clock }, { personId, kind: notice.kind });
  if (when === 'never') return 'unwanted';
  if (when !== 'now') {
    await deps.held.holdMail(mail, when.until.toISOString());
    return 'held';
  }
  const { title, body } = noticeText(notice, locale);
  const text = [body, `${deps.portalUrl}${notice.link ?? '/'}`, closing[locale]].join('\n\n');
  await deps.mailer.send({ to, subject: title, text, noticeId });
  await deps.notices.markMailed({ personId, noticeId }, deps.clock.now().toISOString());
  return 'sent';
}
