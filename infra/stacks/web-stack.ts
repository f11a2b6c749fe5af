import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  KeyValueStore,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ARecord, HostedZone, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { contentSecurityHeaders } from '../../packages/platform/src/content-edge/index.ts';
import type { SinauConfig } from '../config.ts';
import type { DataStack } from './data-stack.ts';
import type { EdgeStack } from './edge-stack.ts';

export interface WebStackProps extends StackProps {
  readonly config: SinauConfig;
  readonly data: DataStack;
  readonly edge: EdgeStack;
  readonly api: HttpApi;
}

const edgeCode = resolve(import.meta.dirname, '../../packages/platform/src/content-edge');

/** The two faces: the portal before the API, and content with an origin of its own per package version. */
export class WebStack extends Stack {
  private readonly props: WebStackProps;
  private readonly zone: IHostedZone;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    this.props = props;
    const { hostedZoneId, domain } = props.config;
    this.zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domain });
    this.portal();
    this.content();
  }

  private portal(): void {
    const { config, edge, api, data } = this.props;
    const distribution = new Distribution(this, 'Portal', {
      comment: 'Sinau portal and APIs',
      domainNames: [config.domain],
      certificate: edge.portalCertificate,
      webAclId: edge.webAclArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      enableLogging: true,
      logBucket: data.logBucket,
      logFilePrefix: 'portal/',
      defaultBehavior: {
        origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
          readTimeout: Duration.seconds(30),
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Pages are personal; hashed assets carry their own long max-age, which browsers keep.
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        compress: true,
      },
    });
    this.name('PortalName', config.domain, distribution);
  }

  private content(): void {
    const { config, edge, data } = this.props;
    const keys = new KeyValueStore(this, 'ContentKeys', {
      comment: 'Key of content tickets; set after deployment',
    });
    const entry = new EdgeFunction(this, 'ContentEdge', {
      comment: 'Lets only the holder of a ticket into the origin of a package version',
      code: FunctionCode.fromInline(edgeFunctionCode()),
      runtime: FunctionRuntime.JS_2_0,
      keyValueStore: keys,
    });
    const distribution = new Distribution(this, 'Content', {
      comment: 'Sinau content, one origin per package version',
      domainNames: [`*.content.${config.domain}`],
      certificate: edge.contentCertificate,
      webAclId: edge.webAclArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      enableLogging: true,
      logBucket: data.logBucket,
      logFilePrefix: 'content/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(data.contentBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.contentHeaders(),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: entry }],
      },
    });
    this.name('ContentName', `*.content.${config.domain}`, distribution);
  }

  private contentHeaders(): ResponseHeadersPolicy {
    const headers = contentSecurityHeaders({ portalOrigin: `https://${this.props.config.domain}` });
    return new ResponseHeadersPolicy(this, 'ContentHeaders', {
      customHeadersBehavior: {
        customHeaders: Object.entries(headers).map(([header, value]) => ({ header, value, override: true })),
      },
    });
  }

  private name(id: string, recordName: string, distribution: Distribution): void {
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, id, { zone: this.zone, recordName: `${recordName}.`, target });
  }
}

function edgeFunctionCode(): string {
  return readFileSync(join(edgeCode, 'viewer-request.js'), 'utf8');
}
