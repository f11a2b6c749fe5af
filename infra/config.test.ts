import { describe, expect, it } from 'vitest';
import { envSchema as apiEnv } from '../functions/api/env.ts';
import { envSchema as quizEnv } from '../functions/quiz/env.ts';
import { envSchema as recordsEnv } from '../functions/records/env.ts';
import { envSchema as scimEnv } from '../functions/scim/env.ts';
import { envSchema as scormEnv } from '../functions/scorm/env.ts';
import { envSchema as xapiEnv } from '../functions/xapi/env.ts';
import { readConfig } from './config.ts';
import { rateSettings } from './constructs/rate-settings.ts';
import { withQuickApp } from './testing/synthesise.ts';

const every = {
  ...{ xapiClient: 1, xapiSession: 1, scormSession: 1, quizSession: 1 },
  ...{ recordsClient: 1, apiClient: 1, tokenClient: 1, scimClient: 1 },
};
const read = (context: Readonly<Record<string, unknown>>) => () =>
  withQuickApp(context, ({ node }) => readConfig(node));

describe('context of a deployment', () => {
  it('takes what cdk.json has, and text from the command line', () => {
    const given = {
      'sinau:monthlyBudgetUsd': '350',
      'sinau:oidcIssuer': 'https://id.example.go.id/realms/asn',
      'sinau:oidcClientId': 'sinau',
      'sinau:oidcUsernameIsNip': 'true',
    };
    expect(read(given)()).toMatchObject({
      domain: 'sinau.example.go.id',
      monthlyBudgetUsd: 350,
      oidcUsernameIsNip: true,
    });
  });

  it('hands limits to the doors that know them, and leaves the others at their defaults', () => {
    const config = read({ 'sinau:requestsPerSecond': { xapiClient: 600, tokenClient: 2 } })();
    expect(rateSettings(config)).toEqual({
      XAPI_CLIENT_REQUESTS_PER_SECOND: '600',
      TOKEN_CLIENT_REQUESTS_PER_SECOND: '2',
    });
    expect(rateSettings(read({})())).toEqual({});
    const doors = [xapiEnv, scormEnv, quizEnv, recordsEnv, apiEnv, scimEnv].flatMap(({ shape }) =>
      Object.keys(shape),
    );
    const settable = Object.keys(rateSettings({ ...config, requestsPerSecond: every }));
    expect(doors.filter((key) => key.endsWith('_PER_SECOND')).sort()).toEqual(settable.sort());
  });

  it.each([
    [{ 'sinau:domain': 'not a domain' }, /context sinau:domain/],
    [{ 'sinau:hostedZoneId': 'zone' }, /context sinau:hostedZoneId is the id of the Route 53 zone/],
    [{ 'sinau:operatorEmail': 'nobody' }, /context sinau:operatorEmail/],
    [{ 'sinau:mailFrom': 'kabar@example.com' }, /context sinau:mailFrom is an address of the domain itself/],
    [{ 'sinau:oidcIssuer': 'https://id.example.go.id' }, /context sinau:oidcClientId comes together/],
    [{ 'sinau:monthlyBudgetUsd': '-1' }, /context sinau:monthlyBudgetUsd/],
    [{ 'sinau:requestsPerSecond': { xapiClient: 0 } }, /context sinau:requestsPerSecond.xapiClient/],
    [{ 'sinau:retiredCredentialKeys': 'z6MkTooShort' }, /context sinau:retiredCredentialKeys/],
    [{ 'sinau:mediaOrigins': 'https://a.example; script-src *' }, /context sinau:mediaOrigins/],
    [{ 'sinau:requestsPerSecond': { xapi: 5 } }, /context sinau:requestsPerSecond/],
  ])('refuses %j', (context, message) => {
    expect(read(context)).toThrow(message);
  });
});
