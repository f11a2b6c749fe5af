/** One of a context (NRPS 2.0, 2.2). Members beside `user_id` and `roles` are those that the agreement with the provider lets out. */
export interface Member {
  readonly user_id: string;
  readonly roles: readonly string[];
  readonly status: 'Active' | 'Inactive' | 'Deleted';
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly email?: string;
  readonly lis_person_sourcedid?: string;
  /** What a launch of the link that was asked for would say of this member (NRPS 2.0, 2.5). */
  readonly message?: readonly Readonly<Record<string, unknown>>[];
}

export interface MembershipContainer {
  readonly id: string;
  readonly context: { readonly id: string; readonly label?: string; readonly title?: string };
  readonly members: readonly Member[];
}

const contextRole = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

/** NRPS 2.0, 2.4.1: `role` is a URI, or the short name of a role in a context (LTI core 1.3, A.2.3). */
export function hasRole(roles: readonly string[], role: string): boolean {
  return roles.includes(role) || roles.includes(`${contextRole}${role}`);
}
