import { SESv2Client, type SESv2ClientConfig, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { callAws, type RetryPolicy } from '../retry/call-aws.ts';
import { mailAddress } from './mail-address.ts';
import type { Mailer } from './mailer.ts';
import { oneLine } from './one-line.ts';

/**
 * Plain-text mail through Amazon SES. The notice id travels as `X-Notice-Id`, so that two copies of one notice (a try
 * that timed out was sent after all) are recognised in the mailbox.
 */
export function createSesMailer(options: {
  readonly client: SESv2Client | SESv2ClientConfig;
  /** Verified sender, `Name <address>` or an address. */
  readonly from: string;
  readonly retry?: Partial<RetryPolicy>;
}): Mailer {
  const from = oneLine(options.from);
  const client =
    'send' in options.client
      ? options.client
      : new SESv2Client({
          maxAttempts: 1,
          requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
          ...options.client,
        });
  return {
    send: async ({ to, subject, text, noticeId }) => {
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [mailAddress(to)] },
        Content: {
          Simple: {
            Subject: { Data: oneLine(subject), Charset: 'UTF-8' },
            Body: { Text: { Data: text, Charset: 'UTF-8' } },
            Headers: [{ Name: 'X-Notice-Id', Value: oneLine(noticeId) }],
          },
        },
      });
      await callAws('The mail service', () => client.send(command), options.retry);
    },
  };
}
