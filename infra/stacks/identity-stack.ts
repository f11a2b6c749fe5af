import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { SinauConfig } from '../config.ts';

export interface IdentityStackProps extends StackProps {
  readonly config: SinauConfig;
}

/** Where people sign in: an issuer that exists already, or a Cognito user pool of our own. */
export class IdentityStack extends Stack {
  readonly issuerUrl: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id, props);
    const { oidcIssuer, oidcClientId, domain } = props.config;
    if (oidcIssuer && oidcClientId) {
      this.issuerUrl = oidcIssuer;
      this.clientId = oidcClientId;
      return;
    }
    const pool = this.userPool();
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    this.issuerUrl = `https://cognito-idp.${this.region}.amazonaws.com/${pool.userPoolId}`;
    this.clientId = this.portalClient(pool, domain).userPoolClientId;
  }

  private userPool(): UserPool {
    const pool = new UserPool(this, 'People', {
      signInAliases: { email: true },
      // People are invited by their agency; nobody signs up alone.
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Not every civil servant has a second device; whoever sets up a one-time password is asked for it.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The plus plan costs by the head; agencies of size bring an issuer of their own.',
      },
    );
    return pool;
  }

  private portalClient(pool: UserPool, domain: string): UserPoolClient {
    pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: domain.replaceAll('.', '-') } });
    return pool.addClient('Portal', {
      // A public client with PKCE: the portal holds no client secret.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`https://${domain}/sign-in/callback`],
        logoutUrls: [`https://${domain}/`],
      },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(1),
      preventUserExistenceErrors: true,
    });
  }
}
