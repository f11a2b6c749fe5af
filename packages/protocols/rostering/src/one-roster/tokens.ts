import * as z from 'zod';

const scope = (name: string) => `https://purl.imsglobal.org/spec/or/v1p2/scope/${name}`;

/** As the administrator over there finds them. */
export const rosterScopes = {
  roster: scope('roster-core.readonly'),
  gradebook: scope('gradebook.readonly'),
} as const;

export interface AccessToken {
  readonly token: string;
  /** Absent: the server does not say. */
  readonly seconds?: number;
}

const answerSchema = z.object({
  // It goes into a header.
  access_token: z.string().regex(/^[\x21-\x7e]{1,8000}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

/** Answer of a token endpoint (RFC 6749); undefined when it is none. */
export function readAccessToken(value: unknown): AccessToken | undefined {
  const { data } = answerSchema.safeParse(value);
  if (!data) return undefined;
  return { token: data.access_token, ...(data.expires_in !== undefined && { seconds: data.expires_in }) };
}
