export const pushPath = '/agency/push';

export const pushHref = (subscriptionId: string): string =>
  `${pushPath}/${encodeURIComponent(subscriptionId)}`;
