import type { ClientPrincipal, ProviderId, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { createHttpApp } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';

/** A machine of this owner. */
export const clientOf = (tenant: ClientPrincipal['tenant'], scopes: readonly Scope[]): ClientPrincipal => ({
  ...{ kind: 'client', clientId: 'mesin', name: 'Mesin', tenant, scopes },
});

export const providerNamed = (id: string) => ({ kind: 'provider', providerId: id as ProviderId }) as const;

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An empty API that knows these callers by the name in a header; anybody else is anonymous. */
export function openDoor(callers: Readonly<Record<string, ClientPrincipal>>, log: Log = silent) {
  const [clock, ids] = [fixedClock(), countedIds()];
  const app = createHttpApp({
    ...{ name: 'api', log, clock, ids },
    authenticate: async (request) => callers[request.headers.get('x-caller') ?? ''] ?? { kind: 'anonymous' },
  });
  /** Method and path in one, as `GET /api/courses`; the body as JSON. */
  const askAs = (caller: string, request: string, body?: object) => {
    const [method = '', path] = request.split(' ');
    return app.hono.request(`http://localhost${path}`, {
      method,
      headers: { 'x-caller': caller, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  return { app, clock, ids, askAs };
}
