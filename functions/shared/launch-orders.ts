import { createLaunchTicket, type LtiClientId, type LtiToolStore, type OrderDeps } from '@sinau/delivery/lti';

type Order = Parameters<typeof createLaunchTicket>[1];

/** Tools as pages of the portal ask for them. */
export interface LaunchOrders extends Pick<LtiToolStore, 'find' | 'listOf'> {
  /** Address that leads to a tool, once and soon. */
  order(order: Order): Promise<string>;
}

export function launchOrdersOf(deps: OrderDeps & { readonly tools: LtiToolStore }): LaunchOrders {
  return {
    find: (clientId: LtiClientId) => deps.tools.find(clientId),
    listOf: (providerId) => deps.tools.listOf(providerId),
    order: (order) => createLaunchTicket(deps, order),
  };
}
