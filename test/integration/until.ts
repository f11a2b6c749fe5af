import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What workers make of something is there soon.
 * @param logged everything that was logged: the last errors are told with what did not come
 */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
  logged: readonly string[] = [],
): Promise<Value> {
  for (let n = 0; n < 600; n += 1) {
    const found = await look();
    if (found) return found;
    await sleep(100);
  }
  const errors = logged.filter((line) => /rror/.test(line));
  throw new Error([`${what}: not within a minute`, ...errors.slice(-3)].join('\n'));
}
