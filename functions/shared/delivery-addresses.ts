import type { ActorPort, DeliveryAddresses } from '@sinau/delivery';

/** Addresses that delivery hands out. `contentOriginTemplate`: origin with `{hash}` where the version's label goes. */
export function createDeliveryAddresses(options: {
  readonly portalOrigin: string;
  readonly contentOriginTemplate: string;
  readonly issuer: string;
}): DeliveryAddresses {
  const withoutSlash = (url: string) => url.replace(/\/+$/, '');
  return {
    portalOrigin: withoutSlash(options.portalOrigin),
    // Ids of statements that were sent cannot be taken back: issuer and path stay for good.
    activityBase: `${withoutSlash(options.issuer)}/activities`,
    contentOriginOf: (originHash) => options.contentOriginTemplate.replace('{hash}', originHash),
  };
}

/** People are accounts of this deployment, by their internal id. */
export const actorsOf = (issuer: string): ActorPort => ({
  accountOf: (personId) => ({ homePage: issuer, name: personId }),
});
