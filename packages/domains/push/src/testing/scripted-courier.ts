import type { Line } from '../line.ts';
import type { Courier, Sent } from '../ports.ts';

/** A receiver that does as it is told, line by line, and remembers what it took. Sends like the real ones: it stops when all fail. */
export function scriptedCourier(answer: (line: Line, request: number) => Sent): Courier & {
  readonly taken: readonly string[];
  /** Requests made. */
  count(): number;
} {
  const taken: string[] = [];
  let requests = 0;
  const together = 4;
  return {
    taken,
    count: () => requests,
    async send({ lines, apart }) {
      const results: Sent[] = [];
      let failing = 0;
      while (results.length < lines.length && failing < (apart ? 2 : 1)) {
        const group = lines.slice(results.length, results.length + (apart ? 1 : together));
        for (const line of group) {
          requests += 1;
          const sent = answer(line, requests);
          if (sent.outcome === 'delivered') taken.push(line.id);
          results.push(sent);
        }
        const alive = results.slice(-group.length).some(({ outcome }) => outcome !== 'failed');
        failing = alive ? 0 : failing + 1;
      }
      return lines.map((_, n) => results[n] ?? { outcome: 'skipped' });
    },
    test: async () => ({ ok: true, milliseconds: 1 }),
    check: async () => undefined,
    newSecret: () => 'whsec_c2VjcmV0IG9mIGEgd2ViaG9vaywgMzIgYnl0ZXMu',
  };
}
