import type { Clock, Locale, PersonId } from '@sinau/kernel';
import {
  type Notice,
  type NoticeContent,
  type NoticeId,
  noticeContentSchema,
  noticeLinkSchema,
} from './notice.ts';
import type { MailQueue, NoticeStore } from './ports.ts';

export type NotifyInput = NoticeContent & {
  readonly noticeId: NoticeId;
  readonly personId: PersonId;
  /** Path of the portal that the notice leads to, e.g. `/courses/…`. */
  readonly link?: string;
  /** Absent: inbox only. */
  readonly email?: { readonly to: string; readonly locale: Locale };
};

export interface NotifyResult {
  readonly inbox: 'added' | 'exists';
  /** `not-queued`: the queue did not take it; a repeated call with the same notice id tries again. */
  readonly mail: 'none' | 'queued' | 'already-sent' | 'not-queued';
}

/**
 * Puts a notice in the person's inbox, once per notice id, and its mail on the queue. A dead mail queue never fails the
 * caller (case R10): it is told to `onMailFailure` and in the result. Rejects only when the inbox cannot be written.
 */
export async function notify(
  deps: {
    readonly notices: NoticeStore;
    readonly mail: MailQueue;
    readonly clock: Clock;
    readonly onMailFailure: (error: unknown) => void;
  },
  input: NotifyInput,
): Promise<NotifyResult> {
  const { noticeId, personId, link, email } = input;
  const notice: Notice = {
    ...noticeContentSchema.parse(input),
    noticeId,
    personId,
    ...(link !== undefined && { link: noticeLinkSchema.parse(link) }),
    createdAt: deps.clock.now().toISOString(),
  };
  const inbox = await deps.notices.add(notice);
  if (!email) return { inbox, mail: 'none' };
  try {
    // A repeated call may follow a crash between inbox and queue: only a sent mail is a reason not to queue it.
    const stored = inbox === 'exists' ? await deps.notices.find({ personId, noticeId }) : undefined;
    if (stored?.mailedAt !== undefined) return { inbox, mail: 'already-sent' };
    await deps.mail.send({ noticeId, personId, to: email.to, locale: email.locale });
    return { inbox, mail: 'queued' };
  } catch (error) {
    deps.onMailFailure(error);
    return { inbox, mail: 'not-queued' };
  }
}
