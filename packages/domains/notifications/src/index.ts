export { countUnread } from './count-unread.ts';
export { NoticeNotFound } from './errors.ts';
export { type MailHours, releaseHeldMails } from './hold-mail.ts';
export { type InboxPage, listInbox } from './list-inbox.ts';
export { type MailWishes, mailWishesSchema, usualWishes } from './mail-wishes.ts';
export { markAllRead } from './mark-all-read.ts';
export { markRead } from './mark-read.ts';
export type { Notice, NoticeContent, NoticeId, NoticeKind } from './notice.ts';
export { type NotifyInput, type NotifyResult, notify } from './notify.ts';
export type {
  HeldMailStore,
  LetterStore,
  MailQueue,
  MailSender,
  MailWishStore,
  NoticeRef,
  NoticeStore,
} from './ports.ts';
export { type QueuedMail, queuedMailSchema } from './queued-mail.ts';
export { sendLetter } from './send-letter.ts';
export { sendQueuedMail } from './send-queued-mail.ts';
