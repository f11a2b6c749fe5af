import { OutboundFailed, type OutboundReason } from '@sinau/platform/outbound';
import { describe, expect, it } from 'vitest';
import { createToolReach } from './tool-reach.ts';

const address = 'https://alat.example/login?id=0a';

/** Answers in this order, the last one for good. */
function reachOf(...answers: readonly (number | OutboundReason)[]) {
  const asked: string[] = [];
  const outbound = {
    check: async () => undefined,
    async send({ url }: { readonly url: string }) {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(url);
      if (typeof answer !== 'number') throw new OutboundFailed(answer ?? 'broken');
      return { status: answer, headers: {}, body: new Uint8Array() };
    },
  };
  return { asked, faultOf: () => createToolReach({ outbound }).faultAt(address) };
}

describe('whether the login of a tool can be reached', () => {
  it.each([200, 302, 400, 403, 404, 405, 500])(
    'R10: %i is an answer: it expects what we do not send',
    async (status) => expect(await reachOf(status).faultOf()).toBeUndefined(),
  );

  it.each([
    [502, 'server-error'],
    [503, 'server-error'],
    [504, 'server-error'],
    ['timeout', 'timeout'],
    ['tls', 'tls'],
    ['refused', 'unreachable'],
    ['broken', 'unreachable'],
    ['name-unknown', 'unreachable'],
  ] as const)('R10: %s is %s', async (answer, fault) => expect(await reachOf(answer).faultOf()).toBe(fault));

  it('F3: an address that leads inside is not asked, and so cannot be reached', async () => {
    const { asked, faultOf } = reachOf('address-forbidden');
    expect(await faultOf()).toBe('unreachable');
    expect(new Set(asked)).toEqual(new Set([address]));
  });

  it('R10: a line that was cut once is tried again, whoever is slow is not', async () => {
    const cut = reachOf('broken', 400);
    expect(await cut.faultOf()).toBeUndefined();
    const slow = reachOf('timeout', 400);
    expect([await slow.faultOf(), slow.asked.length]).toEqual(['timeout', 1]);
  });
});
