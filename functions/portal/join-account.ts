import { changeMyProfile } from '@sinau/identity';
import type { AccountPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

export function joinAccount(deps: Pick<PortalDeps, 'people' | 'clock'>): AccountPorts {
  return {
    changeLanguage: async (principal, locale) => {
      await changeMyProfile(deps, { principal, request: { locale } });
    },
    changeTimeZone: async (principal, timeZone) => {
      await changeMyProfile(deps, { principal, request: { timeZone } });
    },
  };
}
