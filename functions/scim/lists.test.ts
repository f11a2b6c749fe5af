import { describe, expect, it } from 'vitest';
import { enterprise, scimWorld, sinau, sri, userUrn } from './testing/scim-world.ts';

async function world() {
  const made = await scimWorld();
  const unit = await made.unit('Biro Umum');
  const add = async (name: string, over: object = {}) =>
    String(
      (await made.ask('POST /Users', { userName: `${name}@contoh.example`, displayName: name, ...over })).body
        .id,
    );
  const ids = {
    ani: await add('Ani', { [enterprise]: { department: 'Biro Umum' } }),
    budi: await add('Budi', { active: false, timezone: 'Asia/Jayapura' }),
    sri: await add('Sri', sri),
  };
  const names = async (filter: string) => {
    const { status, body } = await made.find(filter);
    return status === 200
      ? body.Resources.map((user: { displayName: string }) => user.displayName)
      : body.scimType;
  };
  return { ...made, unitId: unit, ids, names, add };
}

describe('lists', () => {
  it('answers pages in order of names, with the whole number', async () => {
    const { ask } = await world();
    const page = async (query: string) => {
      const { body } = await ask(`GET /Users?${query}`);
      const names = body.Resources.map((user: { displayName: string }) => user.displayName);
      return [body.totalResults, body.startIndex, body.itemsPerPage, names];
    };
    expect(await page('')).toEqual([3, 1, 3, ['Ani', 'Budi', 'Sri Rahayu, S.E.']]);
    expect(await page('startIndex=2&count=1')).toEqual([3, 2, 1, ['Budi']]);
    expect(await page('startIndex=-4&count=1')).toEqual([3, 1, 1, ['Ani']]);
    expect(await page('count=0')).toEqual([3, 1, 0, []]);
    expect(await page('startIndex=9&sortBy=userName')).toEqual([3, 9, 0, []]);
    expect((await ask('GET /Users?count=many')).status).toBe(400);
  });

  it('asks for parts of everybody in a list, by address and by .search', async () => {
    const { ask, read } = await world();
    const { body } = await ask('GET /Users?attributes=userName&count=1');
    expect(Object.keys(body.Resources[0]).sort()).toEqual(['id', 'schemas', 'userName']);
    const search = await ask('POST /Users/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      ...{
        filter: `${enterprise}:employeeNumber eq "199005172015032999"`,
        attributes: ['displayName'],
        count: 5,
      },
    });
    expect(search.body.Resources.map((user: { displayName: string }) => user.displayName)).toEqual([
      'Sri Rahayu, S.E.',
    ]);
    expect(read.filter(({ what }) => what === 'people')).toHaveLength(2);
  });

  it('finds by what a provider matches people by, in any case', async () => {
    const { names, ids, find } = await world();
    const one = ['Sri Rahayu, S.E.'];
    expect(await names('userName eq "SRI@contoh.example"')).toEqual(one);
    expect(await names(`${userUrn}:USERNAME EQ "sri@contoh.example"`)).toEqual(one);
    expect(await names('externalId eq "ext-1"')).toEqual(one);
    expect(await names('externalId eq "EXT-1"')).toEqual([]);
    expect(await names('emails eq "sri@contoh.example"')).toEqual(one);
    expect(await names('emails[type eq "work" and value eq "sri@contoh.example"]')).toEqual(one);
    expect(await names(`${enterprise}:employeeNumber eq "199005172015032999"`)).toEqual(one);
    expect(await names(`id eq "${ids.sri}" and active eq true`)).toEqual(one);
    expect(await names(`id eq "${ids.sri}" and active eq False`)).toBe('invalidFilter');
    expect((await find('userName eq ""')).body.totalResults).toBe(0);
  });

  it('knows every operator, and what is above and below which', async () => {
    const { names, unitId } = await world();
    const [ani, budi, one] = ['Ani', 'Budi', 'Sri Rahayu, S.E.'];
    expect(await names('displayName co "N" and active eq true')).toEqual([ani]);
    expect(await names('displayName sw "b" or name.familyName ew "YU"')).toEqual([budi, one]);
    expect(await names('active eq "False"')).toEqual([budi]);
    expect(await names('not (active eq false) and externalId pr')).toEqual([one]);
    expect(await names('externalId ne "ext-1"')).toEqual([ani, budi]);
    expect(await names('timezone eq null and (displayName ge "b")')).toEqual([one]);
    expect(await names('displayName gt "Ani" and displayName le "budi"')).toEqual([budi]);
    expect(await names('meta.created lt "2026-03-02T08:00:00+07:00" or timezone pr')).toEqual([budi]);
    expect(await names('meta.created ge "2026-03-02T08:00:00+07:00" and displayName lt "B"')).toEqual([ani]);
    expect(await names(`groups.value eq "${unitId}"`)).toEqual([ani]);
    expect(await names(`${sinau}:employmentStatus eq "pns"`)).toEqual([one]);
    expect(await names('displayName eq "Ani" or displayName eq "Budi" and active eq true')).toEqual([ani]);
  });

  it('refuses filters by what is not kept, and filters that are none', async () => {
    const { names } = await world();
    for (const filter of [
      ...['title eq "x"', 'meta.lastModified gt "2026-01-01T00:00:00Z"', 'password eq "x"', '__proto__ pr'],
      ...[
        'userName',
        'userName eq',
        'userName eq x',
        'userName xx "x"',
        'userName eq "x" and',
        '(userName pr',
      ],
      ...['active gt true', 'active eq 7', 'meta.created gt "yesterday"', 'name eq "x"', 'userName eq "x" 5'],
      ...['emails[value[type eq "x"]]', 'userName[a eq "b"]', 'userName eq "\\u12"', `${'('.repeat(99)}a pr`],
      ...['x'.repeat(3000), Array.from({ length: 50 }, () => 'active pr').join(' or '), 'urn:x:y eq "z"'],
    ]) {
      expect(await names(filter), filter.slice(0, 60)).toBe('invalidFilter');
    }
  });

  it('counts no pages of large agencies, and says how they are asked', async () => {
    const { ask, find } = await scimWorld({ mostListed: 2 });
    for (const name of ['ani', 'budi', 'citra']) {
      await ask('POST /Users', { userName: `${name}@contoh.example`, displayName: name });
    }
    expect(await ask('GET /Users')).toMatchObject({ status: 400, body: { scimType: 'tooMany' } });
    expect((await find('displayName sw "a"')).body.scimType).toBe('tooMany');
    expect((await find('userName eq "citra@contoh.example"')).body.totalResults).toBe(1);
  });
});

describe('cursors (RFC 9865)', () => {
  async function follow(world: Awaited<ReturnType<typeof scimWorld>>, query: string) {
    const pages: string[][] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined && pages.length < 20) {
      const { status, body } = await world.ask(`GET /Users?${query}&cursor=${encodeURIComponent(cursor)}`);
      expect([status, body.startIndex]).toEqual([200, undefined]);
      pages.push(body.Resources.map((user: { displayName: string }) => user.displayName));
      cursor = body.nextCursor;
    }
    return pages;
  }

  async function crowd() {
    const world = await scimWorld({ mostListed: 2, mostLooked: 3 });
    for (const name of ['Ani', 'Budi', 'Citra', 'Dewi', 'Eko', 'Fitri', 'Gita']) {
      await world.ask('POST /Users', { userName: `${name}@contoh.example`, displayName: name });
    }
    return world;
  }

  it('lead through everybody once, also where nobody can be counted', async () => {
    const world = await crowd();
    expect(await follow(world, 'count=3')).toEqual([
      ['Ani', 'Budi', 'Citra'],
      ['Dewi', 'Eko', 'Fitri'],
      ['Gita'],
    ]);
    const pages = await follow(
      world,
      `filter=${encodeURIComponent('displayName co "i" and active eq true')}&count=2`,
    );
    expect(pages.flat()).toEqual(['Ani', 'Budi', 'Citra', 'Dewi', 'Fitri', 'Gita']);
    const search = await world.ask('POST /Users/.search', { cursor: '', count: 200 });
    expect(search.body.Resources.length).toBeGreaterThan(0);
    const first = await world.ask('GET /Users?cursor&count=1');
    expect([first.body.totalResults, first.body.itemsPerPage]).toEqual([undefined, 1]);
    const one = await world.ask(
      `GET /Users?cursor=&filter=${encodeURIComponent('userName eq "ani@contoh.example"')}`,
    );
    expect([one.body.totalResults, one.body.nextCursor]).toEqual([1, undefined]);
  });

  it('are refused for another question, to another client, altered, and beside an index', async () => {
    const { ask } = await crowd();
    const { nextCursor } = (await ask('GET /Users?cursor=&count=1')).body;
    const cursor = encodeURIComponent(nextCursor);
    for (const [query, as] of [
      [`cursor=${cursor}&filter=active%20pr`, 'entra'],
      [`cursor=${cursor}`, 'keycloak'],
      [`cursor=${cursor}`, 'other'],
      [`cursor=${cursor}x`, 'entra'],
      ['cursor=x', 'entra'],
      [`cursor=${cursor}&startIndex=1`, 'entra'],
    ] as const) {
      const { status, body } = await ask(`GET /Users?${query}`, undefined, { as });
      expect([status, body.scimType], query).toEqual([400, 'invalidCursor']);
    }
    expect((await ask(`GET /Users?cursor=${cursor}&count=1`)).body.Resources[0].displayName).toBe('Budi');
  });
});

describe('what the server says of itself', () => {
  it('shows units as groups that are read alone', async () => {
    const { ask, unitId } = await world();
    const { body } = await ask('GET /Groups?filter=displayName%20eq%20%22biro%20umum%22');
    expect(body.Resources).toEqual([
      {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
        ...{ id: unitId, displayName: 'Biro Umum' },
        meta: {
          ...{ resourceType: 'Group', created: '2026-03-02T01:00:00.000Z' },
          location: `https://sinau.example/scim/v2/Groups/${unitId}`,
        },
      },
    ]);
    expect((await ask(`GET /Groups/${unitId}`)).body).toEqual(body.Resources[0]);
    expect((await ask(`GET /Groups/${unitId}`, undefined, { as: 'other' })).status).toBe(404);
    expect((await ask('GET /Groups', undefined, { as: 'other' })).body.totalResults).toBe(0);
    for (const request of ['POST /Groups', `PATCH /Groups/${unitId}`, 'POST /Bulk']) {
      expect((await ask(request, { displayName: 'Operator' })).status, request).toBe(501);
    }
    expect((await ask('GET /Me')).status).toBe(501);
  });

  it('is true: each attribute of an answer is in a schema, and each kept one can be filtered by', async () => {
    const { ask, ids, find } = await world();
    const { body: schemas } = await ask('GET /Schemas');
    expect(schemas.totalResults).toBe(4);
    const { body: types } = await ask('GET /ResourceTypes');
    expect(types.Resources.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
      '/Users',
      '/Groups',
    ]);
    expect((await ask('GET /ResourceTypes/User')).body).toEqual(types.Resources[0]);
    expect((await ask(`GET /Schemas/${userUrn}`)).body).toEqual(schemas.Resources[0]);
    expect((await ask('GET /Schemas/urn:none')).status).toBe(404);
    const { body: config } = await ask('GET /ServiceProviderConfig');
    expect(config).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      etag: { supported: true },
    });
    interface Described {
      readonly name: string;
      readonly type: string;
      readonly subAttributes?: readonly Described[];
    }
    const named = (attributes: readonly Described[], prefix: string): readonly string[] =>
      attributes.flatMap(({ name, subAttributes }) =>
        subAttributes ? named(subAttributes, `${prefix}${name}.`) : [`${prefix}${name}`],
      );
    const all = schemas.Resources.slice(0, 3).flatMap(({ id, attributes }: { id: string; attributes: [] }) =>
      named(attributes, `${id}:`),
    );
    for (const path of all) expect((await find(`${path} pr`)).status, path).toBe(200);
    const everything = [...all, 'meta', 'externalId'].join(',');
    const { body: user } = await ask(`GET /Users/${ids.sri}`);
    const { body: projected } = await ask(`GET /Users/${ids.sri}?attributes=${everything}`);
    expect(projected).toEqual(user);
  });
});
