import type { PersonId } from '@sinau/kernel';
import type { MailWishes } from './mail-wishes.ts';
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

/** What is mailed and stands in no inbox; kept for a month. Its `find` and `markMailed` are those of notices. */
export interface LetterStore {
  /** Once per id; `mailed`: it was sent before. */
  addLetter(letter: Notice): Promise<'added' | 'exists' | 'mailed'>;
}

export interface MailWishStore {
  /** Undefined for whoever has said nothing. */
  wishesOf(personId: PersonId): Promise<MailWishes | undefined>;
  saveWishes(personId: PersonId, wishes: MailWishes): Promise<void>;
}

/** Mails whose quiet hours run. */
export interface HeldMailStore {
  /** Once per notice; the first moment stands. */
  holdMail(mail: QueuedMail, until: string): Promise<void>;
  /** Those whose moment has come, the earliest first; may lag by about a second. */
  listHeld(until: string, limit: number): Promise<readonly QueuedMail[]>;
  dropHeld(mail: Pick<QueuedMail, 'personId' | 'noticeId'>): Promise<void>;
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
