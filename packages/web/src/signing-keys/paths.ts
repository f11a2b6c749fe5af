import type { SigningRole } from './ports.ts';

export const keysPath = '/operator/keys';
export const signingRoles = ['platform', 'tool'] as const;

export const rotateHref = (role: SigningRole): string => `${keysPath}/${role}/rotate`;
export const withdrawPath = (role: SigningRole): string => `${keysPath}/${role}/withdraw`;
export const withdrawHref = (role: SigningRole, kid: string): string =>
  `${withdrawPath(role)}?kid=${encodeURIComponent(kid)}`;
