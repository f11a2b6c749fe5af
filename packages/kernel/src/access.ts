import type { Principal, Role, Scope, ToolScope } from './principal.ts';

/**
 * One way to be let in. `anyone` includes the anonymous; `person` is anyone signed in to the portal;
 * `au` is a running assignable unit; `tool:` a tool of LTI.
 */
export type Grant = 'anyone' | 'person' | 'au' | `role:${Role}` | `scope:${Scope}` | `tool:${ToolScope}`;

/** Declared beside every route; any one grant suffices. */
export type Access = readonly [Grant, ...Grant[]];

/** True when the principal holds at least one of the grants. Object-level checks come after this one. */
export function grantsAccess(access: Access, principal: Principal): boolean {
  return access.some((grant) => holds(grant, principal));
}

function holds(grant: Grant, principal: Principal): boolean {
  if (grant === 'anyone') return true;
  if (grant === 'person') return principal.kind === 'person';
  if (grant === 'au') return principal.kind === 'au';
  if (grant.startsWith('role:')) {
    return principal.kind === 'person' && principal.roles.some((role) => grant === `role:${role}`);
  }
  if (grant.startsWith('tool:')) {
    return principal.kind === 'tool' && principal.scopes.some((scope) => grant === `tool:${scope}`);
  }
  return principal.kind === 'client' && principal.scopes.some((scope) => grant === `scope:${scope}`);
}
