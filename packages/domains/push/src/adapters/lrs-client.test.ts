import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import { describe, expect, it } from 'vitest';
import type { LrsReceiver } from '../subscription.ts';
import { createAccessTokens, NoToken } from './access-tokens.ts';
import { openLrs } from './lrs-client.ts';

type Request = Parameters<Outbound['send']>[0];

/** A receiver that gives `token`, and the requests that reached it. */
function receiverGiving(token: unknown) {
  const requests: Request[] = [];
  const outbound: Outbound = {
    check: async () => undefined,
    send: async (request): Promise<OutboundResponse> => {
      requests.push(request);
      return { status: 200, headers: {}, body: Buffer.from(JSON.stringify({ access_token: token })) };
    },
  };
  const tokens = createAccessTokens({ outbound, clock: fixedClock(), digest: nodeDigest });
  const open = (auth: LrsReceiver['auth'], password: string) =>
    openLrs(
      { outbound, tokens },
      {
        receiver: { kind: 'lrs', url: 'https://lrs.agency.example/xapi', version: '1.0.3', auth },
        secrets: { current: password },
        requestMs: 1_000,
      },
    );
  return { requests, open };
}

describe('credentials for a record store', () => {
  it('are written in UTF-8, whatever letters they have', async () => {
    const { requests, open } = receiverGiving(undefined);
    const lrs = await open({ kind: 'basic', key: 'künci' }, 'rahasia€😀');
    await lrs.getStatements({ limit: 1 });
    const { headers } = requests.at(-1) ?? { headers: {} };
    const { Authorization: text = '' } = headers as Record<string, string>;
    expect(Buffer.from(text.replace('Basic ', ''), 'base64').toString()).toBe('künci:rahasia€😀');
  });

  const oauth = { kind: 'oauth', tokenUrl: 'https://login.agency.example/token', clientId: 'c' } as const;

  it.each(['a\r\nX-Injected: 1', '€uro', 'a\u0000', '', 7])(
    'F4: a token that no header can hold (%j) counts as none',
    async (token) => {
      await expect(receiverGiving(token).open(oauth, 's')).rejects.toBeInstanceOf(NoToken);
    },
  );

  it('an ordinary token is sent as it came', async () => {
    const { requests, open } = receiverGiving('eyJ.a-b_c~+/=');
    const lrs = await open(oauth, 's');
    await lrs.getStatements({ limit: 1 });
    expect(requests.at(-1)?.headers).toMatchObject({ Authorization: 'Bearer eyJ.a-b_c~+/=' });
  });
});
