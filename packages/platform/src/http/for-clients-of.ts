import type { Tenant } from '@sinau/kernel';
import type { HttpApp } from './create-http-app.ts';

/** The app for routes about what only this kind of owner has: a client of another kind is refused before any work is done. */
export function forClientsOf(owner: Tenant['kind'], app: HttpApp): HttpApp {
  return { ...app, route: (spec, handler) => app.route({ ...spec, owner }, handler) };
}
