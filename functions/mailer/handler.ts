import { usualWishes } from '@sinau/notifications';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import { createDynamo } from '@sinau/platform/dynamo';
import { createLog } from '@sinau/platform/log';
import { createSesMailer } from '@sinau/platform/mail';
import { envSchema } from './env.ts';
import { mailHoursOf } from './mail-hours.ts';
import { createMailWorker } from './worker.ts';

const env = envSchema.parse(process.env);
const dynamo = createDynamo({ region: env.AWS_REGION });

export const handler = createMailWorker({
  notices: createNoticeStore({ dynamo, table: env.LMS_TABLE }),
  ...mailHoursOf({ dynamo, table: env.LMS_TABLE }, usualWishes),
  mailer: createSesMailer({ client: { region: env.AWS_REGION }, from: env.MAIL_FROM }),
  clock: systemClock,
  portalUrl: env.PORTAL_ORIGIN,
  log: createLog({ service: 'mailer', level: env.LOG_LEVEL }),
});
