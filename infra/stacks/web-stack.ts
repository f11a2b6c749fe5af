import { CfnOutput, Duration, Fn, SecretValue, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  KeyValueStore,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { edgeHeader } from '../../functions/portal/sender-in.ts';
import {
  contentSecurityHeaders,
  edgeFunctionCode,
  ownPagesPrefix,
  playerSecurityHeaders,
} from '../../packages/platform/src/content-edge/index.ts';
import type { SinauConfig } from '../config.ts';
import { PlayerPages } from '../constructs/player-pages.ts';
import { ResponseHeaders } from '../constructs/response-headers.ts';
import type { DataStack } from './data-stack.ts';
import type { EdgeStack } from './edge-stack.ts';

export interface WebStackProps extends StackProps {
  readonly config: SinauConfig;
  readonly data: DataStack;
  readonly edge: EdgeStack;
  readonly api: HttpApi;
}

/** The two faces: the portal before the API, and content with an origin of its own per package version. */
export class WebStack extends Stack {
  private readonly props: WebStackProps;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    this.props = props;
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-CFR1',
        reason: 'Civil servants also study at embassies and on journeys.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Its log holds addresses of people and is set up in us-east-1; API Gateway and S3 log the same requests in Jakarta.',
      },
    );
    const { domain } = props.config;
    this.point('PortalName', domain, this.portal());
    this.point('ContentName', `*.content.${domain}`, this.content());
  }

  private portal(): Distribution {
    const { config, data, edge, api } = this.props;
    const { edgeSecretVersion: versionId } = config;
    const behaviour = {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
        readTimeout: Duration.seconds(30),
        // Resolved by CloudFormation: the template names the secret alone. A viewer's header of that name is replaced.
        customHeaders: {
          [edgeHeader]: SecretValue.secretsManager(
            data.edgeSecret.secretArn,
            versionId === undefined ? {} : { versionId },
          ).unsafeUnwrap(),
        },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const personal = {
      ...behaviour,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // Pages and records are personal; nothing of them stays outside the data region.
      cachePolicy: CachePolicy.CACHING_DISABLED,
    };
    return new Distribution(this, 'Portal', {
      ...this.common(),
      comment: 'Sinau portal and APIs',
      domainNames: [config.domain],
      certificate: edge.portalCertificate,
      defaultBehavior: personal,
      additionalBehaviors: {
        '/assets/*': assetsOf(behaviour.origin),
        '/xapi/*': {
          ...personal,
          // The gateway's own answers (too large, no function free) have no version; whose it would be nobody knows.
          responseHeadersPolicy: new ResponseHeaders(this, 'XapiHeaders', {
            headers: {},
            defaults: { 'x-experience-api-version': '0.95' },
          }).policy,
        },
      },
    });
  }

  private content(): Distribution {
    const { config, edge, data } = this.props;
    const keyValueStore = new KeyValueStore(this, 'ContentKeys', {
      comment: 'Key of content tickets; see docs/runbook.md',
    });
    new CfnOutput(this, 'ContentKeysArn', { value: keyValueStore.keyValueStoreArn });
    // By its attributes: the bucket's policy belongs to the stack of the data, and is written there.
    const bucket = Bucket.fromBucketAttributes(this, 'ContentBucket', {
      bucketArn: data.contentBucket.bucketArn,
      region: this.region,
    });
    const behaviour = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels: [] }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // The edge function puts the version into the path, so that versions never share a cache entry.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      functionAssociations: this.contentFunctions(keyValueStore),
    };
    const told = { portalOrigin: `https://${config.domain}` };
    const distribution = new Distribution(this, 'Content', {
      ...this.common(),
      comment: 'Sinau content, one origin per package version',
      domainNames: [`*.content.${config.domain}`],
      certificate: edge.contentCertificate,
      defaultBehavior: {
        ...behaviour,
        responseHeadersPolicy: new ResponseHeaders(this, 'ContentHeaders', {
          headers: contentSecurityHeaders({ ...told, connectOrigins: config.connectOrigins ?? [] }),
        }).policy,
      },
      additionalBehaviors: {
        '/_sinau/*': {
          ...behaviour,
          responseHeadersPolicy: new ResponseHeaders(this, 'PlayerHeaders', {
            headers: playerSecurityHeaders({ ...told, mediaOrigins: config.mediaOrigins ?? [] }),
          }).policy,
        },
      },
    });
    new PlayerPages(this, 'Player', { bucket: data.contentBucket, prefix: ownPagesPrefix });
    Validations.of(distribution).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      reason: 'DataStack writes the policy.',
    });
    return distribution;
  }

  private contentFunctions(keyValueStore: KeyValueStore): FunctionAssociation[] {
    return [
      {
        eventType: FunctionEventType.VIEWER_REQUEST,
        function: new EdgeFunction(this, 'ContentEntry', {
          comment: 'Lets only the holder of a ticket into the origin of a package version',
          code: FunctionCode.fromInline(edgeFunctionCode('viewer-request')),
          runtime: FunctionRuntime.JS_2_0,
          keyValueStore,
        }),
      },
      {
        eventType: FunctionEventType.VIEWER_RESPONSE,
        function: new EdgeFunction(this, 'ContentDisposition', {
          comment: 'Saves to disk what is no kind of page',
          code: FunctionCode.fromInline(edgeFunctionCode('viewer-response')),
          runtime: FunctionRuntime.JS_2_0,
        }),
      },
    ];
  }

  private common(): Omit<DistributionProps, 'defaultBehavior'> {
    return {
      webAclId: this.props.edge.webAclArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // With edges in Indonesia.
      priceClass: PriceClass.PRICE_CLASS_200,
    };
  }

  private point(id: string, recordName: string, distribution: Distribution): void {
    const { hostedZoneId, domain } = this.props.config;
    const zone = HostedZone.fromHostedZoneAttributes(this, `${id}Zone`, { hostedZoneId, zoneName: domain });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, id, { zone, recordName: `${recordName}.`, target });
    new AaaaRecord(this, `${id}V6`, { zone, recordName: `${recordName}.`, target });
  }
}

/** The style sheet and scripts, named by their content: the same for everyone, kept and compressed at the edge. */
function assetsOf(origin: IOrigin): BehaviorOptions {
  return {
    origin,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    compress: true,
  };
}
