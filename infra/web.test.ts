import { contentSecurityHeaders, playerSecurityHeaders } from '@sinau/platform/content-edge';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { edgeHeader } from '../functions/portal/sender-in.ts';
import { buildSinau } from './sinau.ts';
import { referredBy, textOf } from './testing/references.ts';
import { sinau, synthesise, withQuickApp } from './testing/synthesise.ts';

const behaviourSchema = z.object({
  ViewerProtocolPolicy: z.string(),
  CachePolicyId: z.string(),
  FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: z.unknown() })).default([]),
  ResponseHeadersPolicyId: z.unknown().optional(),
});
const distributionSchema = z.object({
  DistributionConfig: z.object({
    Aliases: z.array(z.string()),
    WebACLId: z.unknown(),
    ViewerCertificate: z.object({ MinimumProtocolVersion: z.string() }),
    DefaultCacheBehavior: behaviourSchema,
    CacheBehaviors: z.array(behaviourSchema.extend({ PathPattern: z.string() })).default([]),
  }),
});
const headersSchema = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z.object({
      ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), Override: z.literal(true) }),
      ContentTypeOptions: z.object({ Override: z.literal(true) }),
      ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), Override: z.literal(true) }),
      StrictTransportSecurity: z.object({
        AccessControlMaxAgeSec: z.number(),
        IncludeSubdomains: z.boolean(),
        Override: z.literal(true),
      }),
    }),
    CustomHeadersConfig: z.object({
      Items: z.array(z.object({ Header: z.string(), Value: z.string(), Override: z.literal(true) })),
    }),
  }),
});
/** Managed policy of CloudFront that caches nothing. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

const configs = () =>
  sinau()
    .ofType('AWS::CloudFront::Distribution')
    .map(({ properties }) => distributionSchema.parse(properties).DistributionConfig);
const portal = () => configs().find(({ Aliases }) => Aliases[0] === 'sinau.example.go.id');
const content = () => configs().find(({ Aliases }) => Aliases[0] === '*.content.sinau.example.go.id');

describe('both distributions', () => {
  it('stand behind the web ACL and take no old TLS and no plain HTTP', () => {
    expect(configs()).toHaveLength(2);
    for (const { WebACLId, ViewerCertificate, DefaultCacheBehavior, CacheBehaviors } of configs()) {
      expect(WebACLId).toBeDefined();
      expect(ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
      for (const { ViewerProtocolPolicy } of [DefaultCacheBehavior, ...CacheBehaviors]) {
        expect(ViewerProtocolPolicy).toBe('redirect-to-https');
      }
    }
  });

  it('are found by name over IPv4 and IPv6', () => {
    const records = sinau()
      .ofType('AWS::Route53::RecordSet')
      .map(({ properties }) => `${properties.Name} ${properties.Type}`)
      .filter((record) => !record.includes('CNAME'));
    expect(records.toSorted()).toEqual([
      '*.content.sinau.example.go.id. A',
      '*.content.sinau.example.go.id. AAAA',
      'sinau.example.go.id. A',
      'sinau.example.go.id. AAAA',
    ]);
  });
});

describe('portal', () => {
  it('keeps nothing at the edge but the files that are the same for everyone', () => {
    expect(portal()?.DefaultCacheBehavior.CachePolicyId).toBe(cachingDisabled);
    const kept = portal()?.CacheBehaviors.filter(({ CachePolicyId }) => CachePolicyId !== cachingDisabled);
    expect(kept?.map(({ PathPattern }) => PathPattern)).toEqual(['/assets/*']);
  });
});

const originsSchema = z.object({
  DistributionConfig: z.object({
    Aliases: z.array(z.string()),
    Origins: z.array(
      z.object({
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.unknown() }))
          .default([]),
      }),
    ),
  }),
});

/** What a distribution sends its origins by itself. */
const sentBy = (alias: string, app = sinau()) =>
  app
    .ofType('AWS::CloudFront::Distribution')
    .map(({ properties }) => originsSchema.parse(properties).DistributionConfig)
    .filter(({ Aliases }) => Aliases[0] === alias)
    .flatMap(({ Origins }) => Origins.flatMap(({ OriginCustomHeaders }) => OriginCustomHeaders));

describe('the edge secret', () => {
  const secretOf = (app = sinau()) => {
    const [sent, ...others] = sentBy('sinau.example.go.id', app);
    expect(others).toEqual([]);
    expect(sent?.HeaderName).toBe(edgeHeader);
    return sent?.HeaderValue;
  };

  it('goes to the API with every request of the portal, resolved when it is deployed, and to no other origin', () => {
    const value = secretOf();
    const [secret] = referredBy(sinau(), value, 'SinauWeb');
    expect(secret?.properties).toEqual({
      Description: expect.any(String),
      // Made by AWS, so that nobody ever wrote it.
      GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true },
    });
    expect(textOf(value)).toMatch(/^\{\{resolve:secretsmanager:.+:SecretString:::\}\}$/);
    expect(sentBy('*.content.sinau.example.go.id')).toEqual([]);
  });

  it('can be one version of it, while it changes', () => {
    const version = '0190a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a2b';
    const changing = withQuickApp({ 'sinau:edgeSecretVersion': version }, (app) => {
      buildSinau(app);
      return synthesise(app);
    });
    expect(textOf(secretOf(changing))).toMatch(new RegExp(`:SecretString:::${version}\\}\\}$`));
  });

  it('is what the portal reads, by its name alone', () => {
    const [portal, ...others] = sinau()
      .ofType('AWS::Lambda::Function')
      .filter(({ properties }) => JSON.stringify(properties.Environment ?? {}).includes('EDGE_SECRET_ID'));
    expect(others).toEqual([]);
    expect(portal?.properties.FunctionName).toMatch(/-portal$/);
    const [named] = referredBy(sinau(), secretOf(), 'SinauWeb');
    const reached = referredBy(sinau(), portal?.properties.Environment, portal?.stack ?? '');
    expect(named !== undefined && reached.has(named)).toBe(true);
  });
});

describe('the record store', () => {
  it('has a version on answers that the gateway makes by itself, and keeps that of its own', () => {
    const xapi = portal()?.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/xapi/*');
    expect(xapi?.CachePolicyId).toBe(cachingDisabled);
    const [policy] = referredBy(sinau(), xapi?.ResponseHeadersPolicyId, 'SinauWeb');
    expect(policy?.properties).toEqual({
      ResponseHeadersPolicyConfig: {
        Name: expect.any(String),
        CustomHeadersConfig: {
          Items: [{ Header: 'x-experience-api-version', Value: '0.95', Override: false }],
        },
      },
    });
  });
});

describe('content', () => {
  it('B3: passes every request through the edge function that looks at tickets', () => {
    const { DefaultCacheBehavior: behaviour, CacheBehaviors } = content() ?? {};
    const [own] = CacheBehaviors ?? [];
    expect(CacheBehaviors?.map(({ PathPattern }) => PathPattern)).toEqual(['/_sinau/*']);
    expect(own?.FunctionAssociations).toEqual(behaviour?.FunctionAssociations);
    expect(own?.CachePolicyId).toBe(behaviour?.CachePolicyId);
    expect(behaviour?.ResponseHeadersPolicyId).toBeDefined();
    expect(behaviour?.FunctionAssociations.map(({ EventType }) => EventType)).toEqual([
      'viewer-request',
      'viewer-response',
    ]);
    const [entry] = behaviour?.FunctionAssociations.map((one) => [
      ...referredBy(sinau(), one.FunctionARN, 'SinauWeb'),
    ]) ?? [[]];
    expect(entry?.[0]?.properties).toMatchObject({
      FunctionCode: expect.stringContaining("await cf.kvs().get('ticket-key')"),
      FunctionConfig: {
        Runtime: 'cloudfront-js-2.0',
        KeyValueStoreAssociations: [expect.anything()],
      },
      AutoPublish: true,
    });
  });

  it('B1: sends the headers of content origins, each where CloudFront takes it', () => {
    const told = { portalOrigin: 'https://sinau.example.go.id', mediaOrigins: [] };
    const { DefaultCacheBehavior, CacheBehaviors } = content() ?? {};
    expect(headersOf(DefaultCacheBehavior)).toEqual(contentSecurityHeaders(told));
    expect(headersOf(CacheBehaviors?.[0])).toEqual(playerSecurityHeaders(told));
    expect(headersOf(CacheBehaviors?.[0])?.['content-security-policy']).toContain("media-src 'self' blob:;");
  });

  it('lets the edge read packages and our own pages, and nothing else', () => {
    const policies = JSON.stringify(
      sinau()
        .ofType('AWS::S3::BucketPolicy')
        .map(({ properties }) => properties),
    );
    expect(policies).toContain('/versions/*');
    expect(policies).toContain('/player/*');
  });

  it('keeps what a running session names when its pages are deployed anew', () => {
    const deployments = sinau().ofType('Custom::CDKBucketDeployment');
    expect(deployments.map(({ properties }) => properties.SystemMetadata)).toEqual([
      { 'cache-control': 'public, max-age=31536000, immutable' },
      { 'cache-control': 'no-cache' },
    ]);
    for (const { properties } of deployments) {
      expect(properties).toMatchObject({ DestinationBucketKeyPrefix: 'player/', Prune: false });
    }
  });
});

function headersOf(behaviour: z.infer<typeof behaviourSchema> | undefined) {
  const [policy] = referredBy(sinau(), behaviour?.ResponseHeadersPolicyId, 'SinauWeb');
  const { ResponseHeadersPolicyConfig: config } = headersSchema.parse(policy?.properties);
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = config;
  // CloudFront refuses these among custom headers.
  expect(custom.Items.map(({ Header }) => Header)).not.toContain('content-security-policy');
  const { AccessControlMaxAgeSec, IncludeSubdomains } = security.StrictTransportSecurity;
  return {
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'x-content-type-options': 'nosniff',
  };
}
