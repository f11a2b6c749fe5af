import type { EsignClient } from '@sinau/esign';
import type { AgencyId } from '@sinau/kernel';
import type { EsignOpener, SecretBox } from './ports.ts';
import type { SealSettings } from './settings.ts';

export const contextOf = (agencyId: AgencyId, what: 'password' | 'activation') => ({
  purpose: `seal-${what}`,
  agency: agencyId,
});

/** The service of the agency, with its secrets; undefined while something is missing. */
export async function openService(
  { box, service }: { readonly box: SecretBox; readonly service: EsignOpener },
  { agencyId, address, username, sealedPassword, subscriberId }: SealSettings,
): Promise<EsignClient | undefined> {
  if (address === undefined || username === undefined) return undefined;
  if (sealedPassword === undefined || subscriberId === undefined) return undefined;
  const password = await box.open(sealedPassword, contextOf(agencyId, 'password'));
  return service.open({ address, username, password, subscriberId });
}
