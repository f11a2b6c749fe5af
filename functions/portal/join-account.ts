import { changeMyProfile } from '@sinau/identity';
import { mailWishesSchema, usualWishes } from '@sinau/notifications';
import type { AccountPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

export function joinAccount(deps: Pick<PortalDeps, 'people' | 'clock' | 'mailWishes'>): AccountPorts {
  return {
    changeLanguage: async (principal, locale) => {
      await changeMyProfile(deps, { principal, request: { locale } });
    },
    changeTimeZone: async (principal, timeZone) => {
      await changeMyProfile(deps, { principal, request: { timeZone } });
    },
    mailWishesOf: async ({ personId }) => (await deps.mailWishes.wishesOf(personId)) ?? usualWishes,
    saveMailWishes: ({ personId }, wishes) =>
      deps.mailWishes.saveWishes(personId, requestOfForm(mailWishesSchema, wishes)),
  };
}
