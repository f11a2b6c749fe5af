import type { ActorPort, DeliveryAddresses } from '@sinau/delivery';

/** Addresses that delivery hands out. `contentOriginTemplate`: origin with `{hash}` where the version's label goes. */
export function createDeliveryAddresses(options: {
  readonly portalOrigin: string;
  readonly contentOriginTemplate: string;
  readonly issuer: string;
}): DeliveryAddresses {
  return {
    portalOrigin: withoutSlash(options.portalOrigin),
    activityBase: activityBaseOf(options.issuer),
    contentOriginOf: (originHash) => options.contentOriginTemplate.replace('{hash}', originHash),
  };
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

// Ids of statements that were sent cannot be taken back: issuer and path stay for good.
export const activityBaseOf = (issuer: string) => `${withoutSlash(issuer)}/activities`;

/** The course of an activity whose id delivery made; undefined for every other id. */
export function courseOfActivity(issuer: string, activityId: string): string | undefined {
  const base = `${activityBaseOf(issuer)}/`;
  const [, course] = activityId.startsWith(base)
    ? (/^([\w.~%!'()*-]+)\/(?:course|block|au)\/[0-9a-f]+$/.exec(activityId.slice(base.length)) ?? [])
    : [];
  if (course === undefined) return undefined;
  try {
    return decodeURIComponent(course);
  } catch {
    // Not escaped as we escape: an id that somebody else made.
    return undefined;
  }
}

/** People are accounts of this deployment, by their internal id. */
export const actorsOf = (issuer: string): ActorPort => ({
  accountOf: (personId) => ({ homePage: issuer, name: personId }),
});
