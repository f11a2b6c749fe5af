import type { Clock } from '@sinau/kernel';
import { type MailSender, type NoticeStore, queuedMailSchema, sendQueuedMail } from '@sinau/notifications';
import { queueHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';

/** Consumer of the mail queue. */
export function createMailWorker(deps: {
  readonly notices: NoticeStore;
  readonly mailer: MailSender;
  readonly clock: Clock;
  readonly portalUrl: string;
  readonly log: Log;
}) {
  return queueHandler({
    name: 'mailer',
    log: deps.log,
    schema: queuedMailSchema,
    handle: async (mail) => {
      const outcome = await sendQueuedMail(deps, mail);
      deps.log.info('mail', { noticeId: mail.noticeId, outcome });
    },
  });
}
