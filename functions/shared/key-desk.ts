import {
  type KeyStanding,
  type PlatformKeyDeps,
  readOrRotate,
  rotatePlatformKeys,
  standingsOf,
  withdrawKey,
} from '@sinau/delivery/lti';
import type { Log } from '@sinau/platform/log';
import { createSigningKeys, type SigningKeySources, type SigningRole } from './signing-keys.ts';

/** What operators, and machines of the platform, see and do with the keys that we sign with. */
export interface KeyDesk {
  /** Newest first. */
  list(role: SigningRole): Promise<readonly KeyStanding[]>;
  rotate(role: SigningRole, by: string): Promise<readonly KeyStanding[]>;
  withdraw(
    role: SigningRole,
    withdrawal: { readonly kid: string; readonly by: string; readonly reason: string },
  ): Promise<readonly KeyStanding[]>;
}

export function createKeyDesk(given: SigningKeySources & { readonly log: Log }): KeyDesk {
  return keyDeskOn({ keysOf: (role) => createSigningKeys(given, role), log: given.log });
}

export function keyDeskOn({
  keysOf,
  log,
}: {
  readonly keysOf: (role: SigningRole) => PlatformKeyDeps;
  readonly log: Log;
}): KeyDesk {
  const told = (keys: Parameters<typeof standingsOf>[0], { clock }: PlatformKeyDeps) =>
    standingsOf(keys, clock.now());
  return {
    async list(role) {
      const deps = keysOf(role);
      return told((await readOrRotate(deps)).keys, deps);
    },
    async rotate(role, by) {
      const deps = keysOf(role);
      const { keys } = await rotatePlatformKeys(deps, by);
      log.info('signing key made by hand', { role, by, kid: keys.at(-1)?.kid });
      return told(keys, deps);
    },
    async withdraw(role, { kid, by, reason }) {
      const deps = keysOf(role);
      const { keys } = await withdrawKey(deps, { kid, by, reason });
      // Worth an operator's eye, whoever did it.
      log.warn('signing key withdrawn', { role, by, kid });
      return told(keys, deps);
    },
  };
}
