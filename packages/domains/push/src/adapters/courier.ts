import type { Clock, Digest, Ids } from '@sinau/kernel';
import { type Outbound, OutboundFailed } from '@sinau/platform/outbound';
import { ReceiverNotAllowed } from '../errors.ts';
import type { Courier, StatementRecords } from '../ports.ts';
import { createAccessTokens } from './access-tokens.ts';
import { sendStatements, testLrs } from './lrs-courier.ts';
import { newWebhookSecret } from './sign-message.ts';
import { sendWebhooks, testWebhook } from './webhook-courier.ts';

/** Both kinds of receivers. One per process, since it keeps access tokens. */
export function createCourier(deps: {
  readonly outbound: Outbound;
  readonly records: StatementRecords;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly ids: Ids;
  readonly portalOrigin: string;
}): Courier {
  const { outbound } = deps;
  const lrs = { ...deps, tokens: createAccessTokens(deps) };
  return {
    send: async (delivery) => {
      const { receiver } = delivery.subscription;
      return receiver.kind === 'lrs'
        ? sendStatements(lrs, { ...delivery, receiver })
        : sendWebhooks(deps, { ...delivery, receiver });
    },
    test: async ({ subscription: { receiver }, ...given }) =>
      receiver.kind === 'lrs'
        ? testLrs(lrs, { ...given, receiver })
        : testWebhook(deps, { ...given, receiver }),
    check: async (receiver) => {
      await checkAddress(outbound, receiver.url, 'url');
      if (receiver.kind === 'lrs' && receiver.auth.kind === 'oauth') {
        await checkAddress(outbound, receiver.auth.tokenUrl, 'tokenUrl');
      }
    },
    newSecret: newWebhookSecret,
  };
}

/** Everything that is wrong now gets one answer, so that nobody can map our network by the differences. */
async function checkAddress(outbound: Outbound, url: string, field: 'url' | 'tokenUrl'): Promise<void> {
  try {
    await outbound.check(url);
  } catch (error) {
    if (error instanceof OutboundFailed) throw new ReceiverNotAllowed(field);
    throw error;
  }
}
