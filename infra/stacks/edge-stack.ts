import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { SinauConfig } from '../config.ts';

export interface EdgeStackProps extends StackProps {
  readonly config: SinauConfig;
}

/** What CloudFront and AWS Budgets take from us-east-1 only. Holds no data of anyone. */
export class EdgeStack extends Stack {
  readonly portalCertificate: Certificate;
  readonly contentCertificate: Certificate;
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, props);
    const { domain, hostedZoneId, alarmEmail, monthlyBudgetUsd } = props.config;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName: domain });
    this.portalCertificate = this.certificate('PortalCertificate', domain, zone);
    this.contentCertificate = this.certificate('ContentCertificate', `*.content.${domain}`, zone);
    this.webAclArn = this.webAcl().attrArn;
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: [80, 100].map((threshold) => ({
        notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold },
        subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail }],
      })),
    });
  }

  private certificate(id: string, domainName: string, zone: IHostedZone): Certificate {
    return new Certificate(this, id, { domainName, validation: CertificateValidation.fromDns(zone) });
  }

  private webAcl(): CfnWebACL {
    const visibility = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName,
      sampledRequestsEnabled: false,
    });
    return new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('sinau'),
      rules: [
        {
          name: 'known-bad-inputs',
          priority: 0,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesKnownBadInputsRuleSet' },
          },
          visibilityConfig: visibility('known-bad-inputs'),
        },
        {
          // A whole office shares one address, so the bound is generous; per-credential limits sit behind it.
          name: 'rate-per-address',
          priority: 1,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 20_000, aggregateKeyType: 'IP' } },
          visibilityConfig: visibility('rate-per-address'),
        },
      ],
    });
  }
}
