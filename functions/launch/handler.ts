import { createDynamo } from '@sinau/platform/dynamo';
import { createLog } from '@sinau/platform/log';
import { handle } from 'hono/aws-lambda';
import { createLaunchApp } from './app.ts';
import { composeLaunch } from './compose.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(process.env);

export const handler = handle(
  createLaunchApp(
    composeLaunch({
      dynamo: createDynamo({ region: env.AWS_REGION }),
      table: env.LMS_TABLE,
      log: createLog({ service: 'launch', level: env.LOG_LEVEL }),
    }),
  ).hono,
);
