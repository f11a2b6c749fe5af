import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { InvalidInput } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { Refusal } from '../testing/fixture-ports.ts';
import { createPushFixtures } from '../testing/push-fixtures.ts';
import type { PushPorts, PushSettings } from './ports.ts';

const words = dictionaries.id.push;
const principal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Siti',
  roles: ['agency-admin'],
  agencyId: 'agency-1' as AgencyId,
} as const;
const fixtures = createPushFixtures(() => new Refusal('push.not-found'));

async function post(path: string, fields: Readonly<Record<string, string>>, ports: Partial<PushPorts> = {}) {
  const { hono } = createFixturePortal({ principal, ports: { push: { ...fixtures, ...ports } } });
  const answer = await hono.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
}

const lrs = {
  name: 'LRS instansi',
  url: 'https://lrs.example/xapi/',
  version: '1.0.3',
  auth: 'basic',
  account: 'kunci',
  secret: 'sandi-rahasia',
  tokenUrl: '',
  scope: '',
  verbs: 'http://adlnet.gov/expapi/verbs/passed\r\nhttp://adlnet.gov/expapi/verbs/failed\r\n',
  activities: '',
  from: 'now',
};
const webhook = {
  name: 'Gudang data',
  url: 'https://data.example/hook',
  payload: 'thin',
  events: 'records.void',
  verbs: '',
  activities: '',
  from: 'beginning',
};

describe('forms of receivers', () => {
  it('give the settings as they were typed, filters line by line', async () => {
    const given: unknown[] = [];
    const create: PushPorts['create'] = async (_, settings) => {
      given.push(settings);
      return { subscriptionId: 'push-lrs', name: settings.name };
    };
    const done = await post('/agency/push/new/lrs', lrs, { create });
    expect(done).toMatchObject({ status: 303, location: '/agency/push/push-lrs?notice=created' });
    expect(given).toEqual([
      {
        name: 'LRS instansi',
        receiver: {
          kind: 'lrs',
          url: 'https://lrs.example/xapi/',
          version: '1.0.3',
          auth: { kind: 'basic', key: 'kunci' },
        },
        filter: {
          verbs: ['http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed'],
          activities: [],
        },
        secret: 'sandi-rahasia',
        from: 'now',
      },
    ]);
  });

  it('show the secret of a webhook in the answer, and no password ever', async () => {
    const made = await post('/agency/push/new/webhook', webhook);
    expect(made.html).toContain('whsec_c2VrYWxpIHNhamE=');
    const wrong = await post('/agency/push/new/lrs', { ...lrs, url: 'lrs.example' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(words.urlWrong);
    expect(wrong.html).not.toContain('sandi-rahasia');
  });

  it.each([
    [{ auth: 'oauth' }, words.tokenUrlMissing],
    [{ secret: '' }, words.secretMissing],
    [{ verbs: 'passed' }, words.irisWrong],
    [{ account: 'a:b' }, dictionaries.id.shell.fieldWrong],
  ])('come back with %j and say why', async (change, sentence) => {
    const wrong = await post('/agency/push/new/lrs', { ...lrs, ...change });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(sentence);
  });

  it('F3: say at the address that it is not allowed', async () => {
    const create = async () => {
      const refusal = new Refusal('push.receiver-not-allowed');
      throw Object.assign(refusal, { issues: [{ path: '/receiver/url', message: 'x' }] });
    };
    const wrong = await post(
      '/agency/push/new/webhook',
      { ...webhook, url: 'https://10.0.0.1/' },
      { create },
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(dictionaries.id.problem.code['push.receiver-not-allowed']);
    expect(wrong.html).toContain('id="error-url"');
  });

  it('D1: refuse a field that they do not have', async () => {
    expect((await post('/agency/push/new/webhook', { ...webhook, agencyId: 'agency-2' })).status).toBe(400);
  });

  it('change with the revision that was read, keep the password when it is left empty, and ask when it is needed', async () => {
    const given: (PushSettings & { readonly rev: number })[] = [];
    const { from: _, ...fields } = lrs;
    const change: PushPorts['change'] = async (_person, _id, settings) => void given.push(settings);
    const form = { ...fields, secret: '', rev: '3' };
    expect(await post('/agency/push/push-lrs/change', form, { change })).toMatchObject({ status: 303 });
    expect(given[0]).toMatchObject({ rev: 3 });
    expect(given[0]).not.toHaveProperty('secret');
    const needs = async () => {
      throw new InvalidInput('x', { issues: [{ path: '/secret', message: 'x' }] });
    };
    const asked = await post('/agency/push/push-lrs/change', form, { change: needs });
    expect(asked.html).toContain(words.secretMissing);
  });
});

describe('the page of a receiver', () => {
  it('says what a test was answered, and how sending again went', async () => {
    expect((await post('/agency/push/push-webhook/test', {})).html).toContain('menjawab 204 dalam 0,1 detik');
    const failed = await post('/agency/push/push-lrs/test', {});
    expect(failed.html).toContain('servernya sedang bermasalah (jawaban 502)');
    expect((await post('/agency/push/push-lrs/replay', {})).html).toContain(words.replayed('1', '1'));
    const one = await post('/agency/push/push-lrs/replay', { letter: 'x' });
    expect(one.html).toContain(words.replayed('1', '0'));
  });

  it('leads on after pausing, resuming and deleting', async () => {
    expect((await post('/agency/push/push-lrs/pause', {})).location).toBe(
      '/agency/push/push-lrs?notice=saved',
    );
    expect((await post('/agency/push/push-lrs/delete', {})).location).toBe('/agency/push?notice=deleted');
    expect((await post('/agency/push/push-webhook/rotate', {})).html).toContain('whsec_eWFuZyBiYXJ1');
  });

  it('of a provider stand in the menu of the studio', async () => {
    const { agencyId, ...person } = principal;
    const author = { ...person, roles: ['provider-author'], providerId: 'p1' as ProviderId } as const;
    const { hono } = createFixturePortal({ principal: author });
    const html = await (await hono.request('/studio/webhooks')).text();
    expect(html).toMatch(/href="\/studio\/webhooks"[^>]*aria-current="page"/);
    expect(html).toContain('href="/studio/quizzes"');
  });

  it('C2: is not there for what is another’s', async () => {
    const { hono } = createFixturePortal({ principal });
    expect((await hono.request('/agency/push/foreign')).status).toBe(404);
    expect(
      (
        await post(
          '/agency/push/foreign/delete',
          {},
          { delete: () => Promise.reject(new Refusal('push.not-found')) },
        )
      ).status,
    ).toBe(404);
  });
});
