import { describe, expect, it } from 'vitest';
import { enterprise, scimWorld, sinau, sri } from './testing/scim-world.ts';

const made = async (over: object = {}) => {
  const world = await scimWorld();
  const { body, status } = await world.ask('POST /Users', { ...sri, ...over });
  expect(status).toBe(201);
  return { ...world, id: String(body.id), user: body };
};

describe('POST /Users', () => {
  it('makes a learner of the agency, and answers the whole resource with its address and version', async () => {
    const { ask, stored, agencyA, read } = await scimWorld();
    const { status, body, headers } = await ask('POST /Users', sri);
    expect(status).toBe(201);
    expect(headers.get('content-type')).toBe('application/scim+json');
    expect(headers.get('location')).toBe(`https://sinau.example/scim/v2/Users/${body.id}`);
    expect(headers.get('etag')).toBe(body.meta.version);
    expect(body).toEqual({
      ...sri,
      id: body.id,
      meta: {
        resourceType: 'User',
        created: '2026-03-02T01:00:00.000Z',
        location: `https://sinau.example/scim/v2/Users/${body.id}`,
        version: 'W/"1"',
      },
    });
    expect(await stored(body.id)).toMatchObject({
      ...{ status: 'invited', roles: ['learner'], home: { kind: 'agency', agencyId: agencyA } },
      employeeNumbers: [{ kind: 'NIP', value: '199005172015032999' }],
      career: { employment: [{ status: 'PNS' }], posts: [{ title: 'Analis' }] },
    });
    expect(read).toEqual([{ what: 'person', personId: body.id }]);
  });

  it('gives no role, home or id that a body wishes for (case D1)', async () => {
    const { stored, id } = await made({
      ...{ id: 'mine', roles: [{ value: 'operator' }], home: { kind: 'platform' }, status: 'active', rev: 9 },
      ...{ groups: [{ value: 'x' }], meta: { version: 'x' }, firstOperator: true, entitlements: ['admin'] },
    });
    expect(id).not.toBe('mine');
    expect(await stored(id)).toMatchObject({ roles: ['learner'], status: 'invited', rev: 1 });
  });

  it('keeps the name of the account apart from the address, and takes it for the address where there is none', async () => {
    const { ask, stored } = await scimWorld();
    const upn = await ask('POST /Users', { ...sri, userName: 'Sri@tenant.onmicrosoft.example' });
    expect(upn.body).toMatchObject({
      userName: 'Sri@tenant.onmicrosoft.example',
      emails: [{ value: 'sri@contoh.example' }],
    });
    const plain = await ask('POST /Users', { userName: 'Budi@Contoh.example', displayName: 'Budi' });
    expect((await stored(plain.body.id)).email).toBe('budi@contoh.example');
    expect(await ask('POST /Users', { userName: 'citra', displayName: 'Citra' })).toMatchObject({
      ...{
        status: 400,
        body: { scimType: 'invalidValue', detail: expect.stringContaining('emails is needed') },
      },
    });
  });

  it('makes a name of its parts where nobody says it whole, also of a single one', async () => {
    const { ask } = await scimWorld();
    const of = async (userName: string, name: object) =>
      (await ask('POST /Users', { userName, name })).body.displayName;
    expect(await of('a@contoh.example', { givenName: 'Ani', familyName: 'Wati' })).toBe('Ani Wati');
    expect(await of('b@contoh.example', { givenName: 'Suharto' })).toBe('Suharto');
  });

  it('reads names and titles without marks of direction, and takes no other characters that control', async () => {
    const { ask, patch, stored } = await scimWorld();
    const userName = 'b@contoh.example';
    const refused = { status: 400, body: { scimType: 'invalidValue' } };
    const ringing = 'Su\u0007harto';
    for (const wrong of [
      ...[{ displayName: ringing }, { name: { formatted: ringing } }, { name: { givenName: ringing } }],
      { displayName: 'Suharto', name: { familyName: ringing } },
      { ...sri, userName, [sinau]: { ...sri[sinau], postTitle: ringing } },
      { displayName: '\u202e\u200f' },
    ])
      expect([wrong, await ask('POST /Users', { userName, ...wrong })]).toMatchObject([{}, refused]);
    const { id } = (
      await ask('POST /Users', {
        ...{ ...sri, displayName: '\u202aSri Rahayu\u202c', name: { givenName: 'Sri\u200e' } },
        [sinau]: { ...sri[sinau], postTitle: 'Analis\u200f' },
      })
    ).body;
    const plain = {
      ...{ name: 'Sri Rahayu', provisioned: [{ givenName: 'Sri' }] },
      career: { posts: [{ title: 'Analis' }] },
    };
    const made = await stored(id);
    expect(made).toMatchObject(plain);
    // Said again as it was said, it is nothing new.
    await patch(id, {
      op: 'replace',
      value: { displayName: 'Sri Rahayu\u200e', name: { givenName: '\u200eSri' } },
    });
    expect(await stored(id)).toEqual(made);
  });

  it('refuses a second one of the same name, address, number or external id as taken', async () => {
    const { ask } = await made();
    const fresh = { userName: 'x@contoh.example', displayName: 'Xena' };
    for (const over of [
      { userName: 'SRI@contoh.example' },
      { emails: [{ value: 'sri@contoh.example' }] },
      { [enterprise]: { employeeNumber: '199005172015032999' } },
      { externalId: 'ext-1' },
    ]) {
      const { status, body } = await ask('POST /Users', { ...fresh, ...over });
      expect([status, body.scimType], JSON.stringify(over)).toEqual([409, 'uniqueness']);
    }
    expect((await ask('GET /Users')).body.totalResults).toBe(1);
  });

  it('R1: makes one person of requests that come at once', async () => {
    const { ask } = await scimWorld();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('POST /Users', sri)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect((await ask('GET /Users')).body.totalResults).toBe(1);
  });

  it('C2: answers for people of other agencies as for any name in use, and says not whose', async () => {
    const { ask } = await made();
    const theirs = await ask('POST /Users', sri, { as: 'other' });
    expect(theirs).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    // Nor is somebody's address the name of an account elsewhere.
    const named = {
      userName: sri.userName,
      displayName: 'Namesake',
      emails: [{ value: 'own@contoh.example' }],
    };
    expect((await ask('POST /Users', named, { as: 'other' })).status).toBe(409);
    const ours = await ask('POST /Users', sri);
    expect(theirs.body).toEqual(ours.body);
    expect(theirs.body.detail).toMatch(/moved by the operators/);
    expect(JSON.stringify(theirs.body)).not.toMatch(/Sri|Contoh A/);
  });

  it('refuses numbers that are none, states that contradict them, and units nobody knows', async () => {
    const { ask } = await scimWorld();
    const refused = async (over: object) => (await ask('POST /Users', { ...sri, ...over })).body.detail;
    expect(await refused({ [enterprise]: { employeeNumber: '199005172015037999' } })).toMatch(/sex/);
    expect(await refused({ [enterprise]: { employeeNumber: 19900517 } })).toMatch(/is not text/);
    expect(await refused({ [sinau]: { employmentStatus: 'Honorer' } })).toMatch(/employmentStatus/);
    expect(await refused({ [sinau]: { postTitle: 'Analis' } })).toMatch(/postFamily/);
    expect(await refused({ [enterprise]: { department: 'Biro X' } })).toMatch(/no unit of this agency/);
    expect(await refused({ [enterprise]: { manager: { value: 'nobody' } } })).toMatch(/manager is not known/);
    expect((await ask('GET /Users')).body.totalResults).toBe(0);
  });
});

describe('GET and the bounds of an agency', () => {
  it('C1: shows a machine its own agency alone, and each machine its own external ids', async () => {
    const { ask, id, find } = await made();
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', sri],
      [
        'PATCH',
        {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
          Operations: [{ op: 'replace', path: 'active', value: false }],
        },
      ],
      ['DELETE', undefined],
    ] as const) {
      const foreign = await ask(`${method} /Users/${id}`, body, { as: 'other' });
      const absent = await ask(`${method} /Users/nobody`, body, { as: 'other' });
      expect([foreign.status, foreign.body], method).toEqual([404, absent.body]);
    }
    expect((await find('userName eq "sri@contoh.example"', 'other')).body.totalResults).toBe(0);
    expect((await ask('GET /Users', undefined, { as: 'other' })).body.totalResults).toBe(0);
    const second = await ask(`GET /Users/${id}`, undefined, { as: 'keycloak' });
    expect(second.body.externalId).toBeUndefined();
    expect((await find('externalId eq "ext-1"', 'keycloak')).body.totalResults).toBe(0);
    expect((await find('externalId eq "ext-1"')).body.totalResults).toBe(1);
  });

  it('lets nobody in without the scope, and no client of another owner', async () => {
    const { ask } = await scimWorld();
    for (const as of ['reader', 'provider']) {
      const { status, body } = await ask('GET /Users', undefined, { as });
      expect([status, body.schemas]).toEqual([403, ['urn:ietf:params:scim:api:messages:2.0:Error']]);
    }
    const nobody = await ask('GET /Users', undefined, { headers: { authorization: '' } });
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="scim"']);
  });

  it('answers parts on demand, and 304 for the version that is known', async () => {
    const { ask, id, user } = await made();
    const some = await ask(
      `GET /Users/${id}?attributes=username,name.givenName,${enterprise}:employeeNumber`,
    );
    expect(some.body).toEqual({
      ...{ schemas: user.schemas, id, userName: user.userName, name: { givenName: 'Sri' } },
      [enterprise]: { employeeNumber: '199005172015032999' },
    });
    const rest = await ask(`GET /Users/${id}?excludedAttributes=emails,${enterprise},name.familyName,id`);
    const { emails: _, [enterprise]: __, ...left } = user;
    expect(rest.body).toEqual({ ...left, name: { formatted: sri.name.formatted, givenName: 'Sri' } });
    const known = await ask(`GET /Users/${id}`, undefined, {
      headers: { 'if-none-match': user.meta.version },
    });
    expect(known.status).toBe(304);
    const plain = await ask(`GET /Users/${id}`, undefined, { headers: { accept: 'application/json' } });
    expect(plain.headers.get('content-type')).toBe('application/json');
  });
});

describe('PUT', () => {
  it('changes what is said and leaves what is not: nobody is emptied by a short body', async () => {
    const { ask, id, unit } = await made();
    await unit('Biro Umum');
    const { status, body } = await ask(`PUT /Users/${id}`, {
      ...{ userName: 'sri@contoh.example', displayName: 'Sri R.' },
      [enterprise]: { department: 'biro umum' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ externalId: 'ext-1', displayName: 'Sri R.', active: true, emails: sri.emails },
      [enterprise]: { employeeNumber: '199005172015032999', department: 'Biro Umum' },
      [sinau]: { postTitle: 'Analis' },
    });
    const emptied = await ask(`PUT /Users/${id}`, {
      ...{ userName: 'sri@contoh.example', externalId: null, emails: [] },
      [enterprise]: { department: null, employeeNumber: null },
    });
    expect(emptied.body.externalId).toBeUndefined();
    expect(emptied.body[enterprise]).toEqual({ employeeNumber: '199005172015032999' });
    expect(emptied.body.emails).toEqual(sri.emails);
  });

  it('refuses a change of a version that its sender has not seen', async () => {
    const { ask, id, user } = await made();
    const put = (displayName: string, tag: string) =>
      ask(`PUT /Users/${id}`, { ...sri, displayName }, { headers: { 'if-match': tag } });
    expect((await put('Sri Satu', user.meta.version)).status).toBe(200);
    expect((await put('Sri Dua', user.meta.version)).status).toBe(412);
    expect((await ask(`DELETE /Users/${id}`, undefined, { headers: { 'if-match': 'W/"1"' } })).status).toBe(
      412,
    );
    expect((await put('Sri Tiga', '*')).body.displayName).toBe('Sri Tiga');
  });

  it('corrects a contract that began earlier than was told', async () => {
    const { ask } = await scimWorld();
    const told = { userName: 'ani@contoh.example', displayName: 'Ani' };
    const contract = (contractStart: string, contractEnd: string) => ({
      [sinau]: { contractStart, contractEnd },
    });
    const { body } = await ask('POST /Users', {
      ...told,
      [sinau]: { employmentStatus: 'PPPK', contractStart: '2026-02-01', contractEnd: '2026-12-31' },
    });
    const put = await ask(`PUT /Users/${body.id}`, { ...told, ...contract('2026-01-01', '2027-12-31') });
    expect(put.body[sinau]).toMatchObject({ contractStart: '2026-01-01', contractEnd: '2027-12-31' });
  });

  it('keeps a career by day: a new number, status and post stand beside the old ones', async () => {
    const { ask, id, stored, clock } = await made();
    clock.advance(40 * 86_400_000);
    await ask(`PUT /Users/${id}`, {
      userName: 'sri@contoh.example',
      [enterprise]: { employeeNumber: '1990 0517 2015 0319 99' },
      [sinau]: { postLevel: 'ahli-muda' },
    });
    const person = await stored(id);
    expect(person.employeeNumbers.map(({ value, validTo }) => [value, validTo !== undefined])).toEqual([
      ['199005172015032999', true],
      ['199005172015031999', false],
    ]);
    expect(person.career?.posts.map(({ level }) => level)).toEqual([undefined, 'ahli-muda']);
    const again = await ask(`PUT /Users/${id}`, (await ask(`GET /Users/${id}`)).body);
    expect(again.body.meta.version).toBe(`W/"${person.rev}"`);
  });
});
