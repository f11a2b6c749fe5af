import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { quickApp } from './testing/synthesise.ts';

const read = (context: Readonly<Record<string, unknown>>) => () => readConfig(quickApp(context).node);

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

  it.each([
    [{ 'sinau:domain': 'not a domain' }, /context sinau:domain/],
    [{ 'sinau:hostedZoneId': 'zone' }, /context sinau:hostedZoneId is the id of the Route 53 zone/],
    [{ 'sinau:operatorEmail': 'nobody' }, /context sinau:operatorEmail/],
    [{ 'sinau:mailFrom': 'kabar@example.com' }, /context sinau:mailFrom is an address of the domain itself/],
    [{ 'sinau:oidcIssuer': 'https://id.example.go.id' }, /context sinau:oidcClientId comes together/],
    [{ 'sinau:monthlyBudgetUsd': '-1' }, /context sinau:monthlyBudgetUsd/],
  ])('refuses %j', (context, message) => {
    expect(read(context)).toThrow(message);
  });
});
