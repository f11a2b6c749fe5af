import { queuedMailSchema, sendQueuedMail } from '@sinau/notifications';
import { queueHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';

/** Consumer of the mail queue. */
export function createMailWorker(deps: Parameters<typeof sendQueuedMail>[0] & { readonly log: Log }) {
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
