import type { Role } from '@sinau/kernel';

/** Roles whose holders are told of what waits for them, and so are listed by themselves. Few hold one in any tenant. */
export const heldRoles = [
  'agency-admin',
  'authorised-official',
  'appointing-official',
  'provider-author',
  'reviewer',
  'operator',
  'auditor',
] as const satisfies readonly Role[];
export type HeldRole = (typeof heldRoles)[number];
