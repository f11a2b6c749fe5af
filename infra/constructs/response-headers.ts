import { Duration } from 'aws-cdk-lib';
import {
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

export interface ResponseHeadersProps {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same, for answers that do not have them already; none of security. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/** Headers that CloudFront puts on every answer. Those of security it takes only in places of their own. */
export class ResponseHeaders extends Construct {
  readonly policy: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, props: ResponseHeadersProps) {
    super(scope, id);
    const custom: ResponseCustomHeader[] = [];
    let security: ResponseSecurityHeadersBehavior = {};
    for (const [header, value] of Object.entries(props.headers)) {
      const place = places[header];
      if (place) security = { ...security, ...place(value) };
      else custom.push({ header, value, override: true });
    }
    for (const [header, value] of Object.entries(props.defaults ?? {})) {
      custom.push({ header, value, override: false });
    }
    this.policy = new ResponseHeadersPolicy(this, 'Policy', {
      ...(Object.keys(security).length > 0 && { securityHeadersBehavior: security }),
      customHeadersBehavior: { customHeaders: custom },
    });
  }
}

const override = true;

const places: Readonly<Record<string, (value: string) => ResponseSecurityHeadersBehavior>> = {
  'content-security-policy': (value) => ({
    contentSecurityPolicy: { contentSecurityPolicy: value, override },
  }),
  'referrer-policy': (value) => {
    const referrerPolicy = Object.values(HeadersReferrerPolicy).find((known) => known === value);
    if (!referrerPolicy) throw new Error(`CloudFront knows no referrer policy "${value}"`);
    return { referrerPolicy: { referrerPolicy, override } };
  },
  'strict-transport-security': (value) => {
    const seconds = /max-age=(\d+)/.exec(value)?.[1];
    if (!seconds) throw new Error(`"${value}" has no max-age`);
    return {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(seconds)),
        includeSubdomains: /includeSubDomains/i.test(value),
        preload: /preload/i.test(value),
        override,
      },
    };
  },
  'x-content-type-options': (value) => {
    if (value !== 'nosniff') throw new Error(`CloudFront knows nosniff alone, not "${value}"`);
    return { contentTypeOptions: { override } };
  },
};
