import * as z from 'zod';

const tokenSchema = z.object({
  access_token: z.string().min(1).max(20_000),
  expires_in: z.number().positive().optional(),
  token_type: z.string().optional(),
  scope: z.string().optional(),
});

export interface OpenEdxToken {
  /** How it is shown: `JWT …`; `Bearer …` of sites that give no JWTs. */
  readonly authorization: string;
  readonly expiresInSeconds: number;
  readonly scopes: ReadonlySet<string>;
}

/** Of `/oauth2/access_token`. Undefined when it is none. */
export function readOpenEdxToken(value: unknown): OpenEdxToken | undefined {
  const parsed = tokenSchema.safeParse(value);
  if (!parsed.success || /\s/.test(parsed.data.access_token)) return undefined;
  const { access_token: token, expires_in: expiresInSeconds = 300, token_type, scope = '' } = parsed.data;
  const isJwt = (token_type ?? 'JWT').toUpperCase() === 'JWT';
  return {
    authorization: `${isJwt ? 'JWT' : 'Bearer'} ${token}`,
    expiresInSeconds,
    scopes: new Set(scope.split(' ').filter((one) => one !== '')),
  };
}
