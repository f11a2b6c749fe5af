import type { PersonId } from '@sinau/kernel';
import type { Notice, NoticeId } from './notice.ts';
import type { QueuedMail } from './queued-mail.ts';

export interface NoticeRef {
  readonly personId: PersonId;
  readonly noticeId: NoticeId;
}

/**
 * Notices by person. Reads see every write that was answered before. Every method rejects with `Unavailable` when the
 * store does not answer; then nothing was written.
 */
export interface NoticeStore {
  /** Stores a notice unless the person has one of that id; then nothing changes. */
  add(notice: Notice): Promise<'added' | 'exists'>;
  find(ref: NoticeRef): Promise<Notice | undefined>;
  /** Newest first (equal times: by id, descending), at most `limit`, after the notice `after` of the page before. */
  list(query: {
    readonly personId: PersonId;
    readonly limit: number;
    readonly after?: Pick<Notice, 'createdAt' | 'noticeId'>;
  }): Promise<readonly Notice[]>;
  countUnread(personId: PersonId): Promise<number>;
  /** The first reading counts; the unread count falls once. */
  markRead(ref: NoticeRef, readAt: string): Promise<'read' | 'was-read' | 'absent'>;
  /** Keeps the first time; does nothing for an absent notice. */
  markMailed(ref: NoticeRef, mailedAt: string): Promise<void>;
}

/** Where mails wait for their consumer: at least once, unordered. */
export interface MailQueue {
  send(mail: QueuedMail): Promise<void>;
}

/** Rejects with `Unavailable` when the mail service refuses for now. */
export interface MailSender {
  send(mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly noticeId: string;
  }): Promise<void>;
}
