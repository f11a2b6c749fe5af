import { mediaOriginsSchema } from '@sinau/media';
import type { Node } from 'constructs';
import * as z from 'zod';

/** Region of everything that holds data: public-sector data stays in Indonesia (PP 71/2019). */
export const dataRegion = 'ap-southeast-3';
/** CloudFront takes certificates and web ACLs from here only, and AWS Budgets exists here; neither holds data. */
export const edgeRegion = 'us-east-1';

const perSecond = z.int().min(1).max(1_000_000).optional();

const configSchema = z.strictObject({
  /** Domain of the portal; content is served from `<hash>.content.<domain>`. */
  domain: z.hostname(),
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]+$/, 'is the id of the Route 53 zone of the domain, like Z0123456789'),
  /** Whoever first signs in with this verified address becomes the first operator, once. */
  operatorEmail: z.email(),
  mailFrom: z.email(),
  alarmEmail: z.email(),
  monthlyBudgetUsd: z.coerce.number().positive(),
  /** Issuer of an existing OIDC provider (agency Keycloak, ASN Digital). @default a Cognito user pool is created */
  oidcIssuer: z.url().optional(),
  oidcClientId: z.string().optional(),
  /** `true`: that issuer checks that `preferred_username` is the person's own NIP. */
  oidcUsernameIsNip: z.union([z.boolean(), z.stringbool()]).default(false),
  /** Origins by comma where AUs may live outside their package. @default none */
  auOrigins: z.string().optional(),
  /** Origins by comma where video and audio of modules may lie outside their package. @default none */
  mediaOrigins: z.optional(mediaOriginsSchema),
  /** Other systems whose courses run here by a small package, which talks to them. */
  connectOrigins: z.optional(mediaOriginsSchema),
  /** Public keys by comma (`z6Mk…`) that signed credentials before and may still be checked with. */
  retiredCredentialKeys: z
    .string()
    .regex(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}(,z6Mk[1-9A-HJ-NP-Za-km-z]{44})*$/, 'lists keys like z6Mk… by comma')
    .optional(),
  /** Version of the edge secret that CloudFront sends, while it changes. @default the present one, when CloudFront was last changed */
  edgeSecretVersion: z.uuid().optional(),
  /** Of one API client at each door, and of one session of content. @default those of decision 0011 */
  requestsPerSecond: z
    .strictObject({
      xapiClient: perSecond,
      xapiSession: perSecond,
      scormSession: perSecond,
      quizSession: perSecond,
      recordsClient: perSecond,
      apiClient: perSecond,
      tokenClient: perSecond,
      scimClient: perSecond,
    })
    .optional(),
});

const checkedSchema = configSchema
  .refine(({ mailFrom, domain }) => mailFrom.endsWith(`@${domain}`), {
    path: ['mailFrom'],
    message: 'is an address of the domain itself, for which SES signs',
  })
  .refine(({ oidcIssuer, oidcClientId }) => (oidcIssuer === undefined) === (oidcClientId === undefined), {
    path: ['oidcClientId'],
    message: 'comes together with sinau:oidcIssuer',
  });

export type SinauConfig = z.infer<typeof configSchema>;

/** Reads the `sinau:*` context of cdk.json or `-c`; throws with one line per wrong key. */
export function readConfig(node: Node): SinauConfig {
  const read = (key: string): unknown => node.tryGetContext(`sinau:${key}`);
  const given = Object.fromEntries(
    Object.keys(configSchema.shape)
      .map((key) => [key, read(key)] as const)
      .filter(([, value]) => value !== undefined),
  );
  const parsed = checkedSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues.map((issue) => `context sinau:${issue.path.join('.')} ${issue.message}`).join('\n'),
  );
}
