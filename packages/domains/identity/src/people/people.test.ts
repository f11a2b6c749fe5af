import type { AgencyId, PersonId, PersonPrincipal, Role, Tenant } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  AlreadyTaken,
  agenciesOf,
  assignRoles,
  assignRolesRequestSchema,
  type ChangePersonRequest,
  changeMyProfile,
  changeMyProfileRequestSchema,
  changePerson,
  changePersonRequestSchema,
  contactOf,
  createAgency,
  createProvider,
  createUnit,
  disablePerson,
  getPerson,
  IdentityNotFound,
  InvalidField,
  invitePerson,
  invitePersonRequestSchema,
  listAgencies,
  listMyTeam,
  listPeople,
  movePerson,
  NotAllowed,
  namesOf,
  operatorMadeBy,
} from '../index.ts';
import { identityWorld } from '../testing/identity-world.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let admin: PersonPrincipal;
let foreignAdmin: PersonPrincipal;
let supervisor: PersonPrincipal;
let learner: PersonPrincipal;
let author: PersonPrincipal;

beforeEach(async () => {
  world = await identityWorld();
  const { agencyA, agencyB, providerA } = world.tenants;
  admin = await world.principal(agencyA, 'agency-admin');
  foreignAdmin = await world.principal(agencyB, 'agency-admin');
  supervisor = await world.principal(agencyA, 'supervisor');
  learner = await world.principal(agencyA, 'learner');
  author = await world.principal(providerA, 'provider-author');
});

const agencyIdOf = (tenant: Tenant): AgencyId => {
  if (tenant.kind !== 'agency') throw new Error('not an agency');
  return tenant.agencyId;
};

describe('invitePerson', () => {
  let count = 0;
  const invite = (principal: PersonPrincipal, home: Tenant, roles: Role[]) => {
    count += 1;
    const email = `baru${count}@contoh.example`;
    return invitePerson(world, { principal, request: { name: 'Orang Baru', email, home, roles } });
  };

  it('C9: reaches as far as the role of who invites, and no further', async () => {
    const { agencyA, agencyB, providerA, providerB, platform } = world.tenants;
    const cases: [string, PersonPrincipal, Tenant, Role, boolean][] = [
      ['operator invites an operator', world.operator, platform, 'operator', true],
      ['operator invites an agency admin', world.operator, agencyB, 'agency-admin', true],
      ['operator invites an author', world.operator, providerB, 'provider-author', true],
      ['operator cannot mix author and reviewer', world.operator, providerB, 'reviewer', false],
      ['admin invites an admin of the own agency', admin, agencyA, 'agency-admin', true],
      ['admin cannot invite into another agency', admin, agencyB, 'learner', false],
      ['admin cannot invite an operator', admin, agencyA, 'operator', false],
      ['admin cannot invite an auditor', admin, agencyA, 'auditor', false],
      ['admin cannot invite a reviewer', admin, agencyA, 'reviewer', false],
      ['admin cannot invite into a provider', admin, providerA, 'provider-author', false],
      ['admin cannot invite onto the platform', admin, platform, 'reviewer', false],
      ['author invites a colleague', author, providerA, 'provider-author', true],
      ['author cannot invite into another provider', author, providerB, 'provider-author', false],
      ['author cannot invite a learner', author, agencyA, 'learner', false],
      ['supervisor invites nobody', supervisor, agencyA, 'learner', false],
      ['learner invites nobody', learner, agencyA, 'learner', false],
    ];
    for (const [name, principal, home, role, allowed] of cases) {
      const attempt = invite(principal, home, [role]).then(
        () => true,
        () => false,
      );
      expect(await attempt, name).toBe(allowed);
    }
  });

  it('C2: answers alike for a foreign agency and one that does not exist', async () => {
    const foreign = invite(admin, world.tenants.agencyB, ['learner']);
    await expect(foreign).rejects.toEqual(new IdentityNotFound('agency'));
    const absent = invite(admin, { kind: 'agency', agencyId: 'x' as AgencyId }, ['learner']);
    await expect(absent).rejects.toEqual(new IdentityNotFound('agency'));
    const byOperator = invite(world.operator, { kind: 'agency', agencyId: 'x' as AgencyId }, ['learner']);
    await expect(byOperator).rejects.toBeInstanceOf(IdentityNotFound);
  });

  it('refuses an address or number that somebody has', async () => {
    const request = {
      name: 'Orang Baru',
      email: 'a@contoh.example',
      home: world.tenants.agencyA,
      roles: ['learner' as Role],
      employeeNumber: { kind: 'NIP' as const, value: '19900517 201503 1 999' },
    };
    const person = await invitePerson(world, { principal: admin, request });
    expect(person.employeeNumbers).toMatchObject([{ value: '199005172015031999' }]);
    await expect(invitePerson(world, { principal: admin, request })).rejects.toBeInstanceOf(AlreadyTaken);
    const otherEmail = { ...request, email: 'b@contoh.example' };
    await expect(invitePerson(world, { principal: admin, request: otherEmail })).rejects.toMatchObject({
      code: 'identity.number-taken',
      issues: [{ path: '/employeeNumber' }],
    });
  });

  it('refuses a unit, supervisor or number that does not belong to the agency', async () => {
    const { agencyA, agencyB } = world.tenants;
    const unit = await createUnit(world, {
      principal: foreignAdmin,
      request: { agencyId: agencyIdOf(agencyB), name: 'Bagian Umum' },
    });
    const base = { name: 'Orang Baru', email: 'a@contoh.example', home: agencyA, roles: ['learner' as Role] };
    for (const over of [
      { unitId: unit.unitId },
      { supervisorId: foreignAdmin.personId },
      { supervisorId: 'nobody' as PersonId },
      { workingAgencyId: 'nowhere' as AgencyId },
      { employeeNumber: { kind: 'NIP' as const, value: '1.99005E+17' } },
    ]) {
      const request = { ...base, ...over };
      await expect(invitePerson(world, { principal: admin, request })).rejects.toBeInstanceOf(InvalidField);
    }
  });
});

describe('requests', () => {
  it.each([
    [changeMyProfileRequestSchema, '{"locale":"en","role":"operator"}'],
    [changeMyProfileRequestSchema, '{"roles":["operator"]}'],
    [changeMyProfileRequestSchema, '{"tenantId":"x"}'],
    [changeMyProfileRequestSchema, '{"jp":20,"verified":true}'],
    [changePersonRequestSchema, '{"roles":["operator"]}'],
    [changePersonRequestSchema, '{"home":{"kind":"platform"}}'],
    [changePersonRequestSchema, '{"status":"active"}'],
    [changePersonRequestSchema, '{"account":{"issuer":"x","subject":"y"}}'],
    [changePersonRequestSchema, '{"firstOperator":true}'],
    [assignRolesRequestSchema, '{"roles":["learner"],"home":{"kind":"platform"}}'],
    [assignRolesRequestSchema, '{"roles":["god"]}'],
    [
      invitePersonRequestSchema,
      '{"name":"Orang","email":"a@b.example","home":{"kind":"platform"},"roles":["operator"],"status":"active"}',
    ],
    [
      invitePersonRequestSchema,
      '{"name":"Orang","email":"a@b.example","home":{"kind":"platform","agencyId":"x"},"roles":["operator"]}',
    ],
  ])('D1: refuse what nobody may set: %#', (schema, body) => {
    expect(schema.safeParse(JSON.parse(body)).success).toBe(false);
  });

  it('D1: a property slipped past the schema changes nothing', async () => {
    const request = { locale: 'en' as const, roles: ['operator'], home: { kind: 'platform' } };
    await changeMyProfile(world, { principal: learner, request });
    const { agencyA } = world.tenants;
    expect(await world.stored(learner.personId)).toMatchObject({
      locale: 'en',
      roles: ['learner'],
      home: agencyA,
    });
    const byAdmin = { name: 'Nama Baru', roles: ['operator'], home: { kind: 'platform' } };
    await changePerson(world, { principal: admin, personId: learner.personId, request: byAdmin });
    expect(await world.stored(learner.personId)).toMatchObject({ roles: ['learner'], home: agencyA });
  });
});

describe('changing people', () => {
  it('C1 C2: nobody outside the administration of the person finds them', async () => {
    const stranger = await world.principal(world.tenants.agencyB, 'learner');
    for (const principal of [foreignAdmin, supervisor, author, learner, stranger]) {
      const { personId } = principal === learner ? supervisor : learner;
      const change = changePerson(world, { principal, personId, request: { name: 'Diubah' } });
      await expect(change).rejects.toEqual(new IdentityNotFound('person'));
      const roles = assignRoles(world, { principal, personId, request: { roles: ['agency-admin'] } });
      await expect(roles).rejects.toEqual(new IdentityNotFound('person'));
      await expect(disablePerson(world, { principal, personId })).rejects.toEqual(
        new IdentityNotFound('person'),
      );
      expect(await world.stored(personId)).toMatchObject({ rev: 2, status: 'active' });
    }
  });

  it('an agency admin gives and takes the roles of an agency only', async () => {
    const { personId } = learner;
    const assign = (roles: Role[]) => assignRoles(world, { principal: admin, personId, request: { roles } });
    expect((await assign(['learner', 'supervisor'])).roles).toEqual(['learner', 'supervisor']);
    await expect(assign(['learner', 'operator'])).rejects.toBeInstanceOf(InvalidField);
    await expect(assign(['learner', 'reviewer'])).rejects.toBeInstanceOf(InvalidField);
  });

  it('an agency admin cannot touch somebody of the agency who holds a role on the platform', async () => {
    const { personId } = await world.active(world.tenants.agencyA, ['learner', 'operator']);
    const attempts = [
      disablePerson(world, { principal: admin, personId }),
      changePerson(world, { principal: admin, personId, request: { email: 'milikku@contoh.example' } }),
      assignRoles(world, { principal: admin, personId, request: { roles: ['learner'] } }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toBeInstanceOf(IdentityNotFound);
  });

  it('nobody changes their own roles or disables themselves', async () => {
    const { operator } = world;
    const { personId } = operator;
    await expect(
      assignRoles(world, { principal: operator, personId, request: { roles: ['learner'] } }),
    ).rejects.toBeInstanceOf(NotAllowed);
    await expect(disablePerson(world, { principal: operator, personId })).rejects.toBeInstanceOf(NotAllowed);
    const { agencyA, agencyB } = world.tenants;
    const lodger = await world.principal(agencyA, 'operator', 'agency-admin');
    const request = { agencyId: agencyIdOf(agencyB) };
    await expect(
      movePerson(world, { principal: lodger, personId: lodger.personId, request }),
    ).rejects.toBeInstanceOf(NotAllowed);
  });

  it('C7: remembers who invited somebody, made them an operator, or gave them another address before they came', async () => {
    const { operator, tenants, clock } = world;
    const makersOf = (personId: PersonId) => operatorMadeBy(world, personId);
    const request = {
      name: 'Baru',
      email: 'baru@sinau.example',
      home: tenants.platform,
      roles: ['auditor'],
    } as const;
    const { personId } = await invitePerson(world, {
      principal: operator,
      request: { ...request, roles: [...request.roles] },
    });
    const at = clock.now().toISOString();
    expect(await makersOf(personId)).toEqual([{ by: operator.personId, at }]);
    const other = await world.principal(tenants.platform, 'operator');
    clock.advance(60_000);
    const later = clock.now().toISOString();
    await assignRoles(world, { principal: other, personId, request: { roles: ['auditor', 'operator'] } });
    const both = [
      { by: operator.personId, at },
      { by: other.personId, at: later },
    ];
    expect(await makersOf(personId)).toEqual(both);
    await assignRoles(world, { principal: operator, personId, request: { roles: ['operator'] } });
    expect(await makersOf(personId)).toEqual(both);
    await changePerson(world, { principal: operator, personId, request: { email: 'lain@sinau.example' } });
    expect(await makersOf(personId)).toEqual([
      { by: operator.personId, at },
      { by: operator.personId, at: later },
    ]);
    // Who has come already is known by their account.
    await changePerson(world, {
      principal: operator,
      personId: other.personId,
      request: { email: 'x@sinau.example' },
    });
    expect((await makersOf(other.personId)).some(({ at: noted }) => noted === later)).toBe(false);
    expect(await makersOf('nobody' as PersonId)).toEqual([]);
  });

  it('an operator remains, also when the last two take each other away at the same time', async () => {
    const takings = [
      (principal: PersonPrincipal, personId: PersonId) => disablePerson(world, { principal, personId }),
      (principal: PersonPrincipal, personId: PersonId) =>
        assignRoles(world, { principal, personId, request: { roles: ['auditor'] } }),
    ];
    for (const take of takings) {
      world = await identityWorld();
      const other = await world.principal(world.tenants.platform, 'operator');
      const results = await Promise.allSettled([
        take(world.operator, other.personId),
        take(other, world.operator.personId),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const left = [await world.stored(other.personId), await world.stored(world.operator.personId)];
      expect(
        left.filter(({ status, roles }) => status === 'active' && roles.includes('operator')),
      ).toHaveLength(1);
    }
  });

  it('takes a unit and a supervisor away again, and leaves what is not named', async () => {
    const { personId } = learner;
    const agencyId = agencyIdOf(world.tenants.agencyA);
    const unit = await createUnit(world, { principal: admin, request: { agencyId, name: 'Bagian Umum' } });
    const change = (request: ChangePersonRequest) =>
      changePerson(world, { principal: admin, personId, request });
    await change({ unitId: unit.unitId, supervisorId: supervisor.personId });
    expect(await change({ name: 'Nama Baru' })).toMatchObject({
      unitId: unit.unitId,
      supervisorId: supervisor.personId,
    });
    expect(await change({ unitId: null })).not.toHaveProperty('unitId');
    expect(await change({ supervisorId: null })).not.toHaveProperty('supervisorId');
    expect((await world.stored(personId)).name).toBe('Nama Baru');
  });

  it('only operators move people, and roles over the old agency stay behind', async () => {
    const request = { agencyId: agencyIdOf(world.tenants.agencyB) };
    const { personId } = admin;
    await expect(movePerson(world, { principal: foreignAdmin, personId, request })).rejects.toBeInstanceOf(
      NotAllowed,
    );
    const moved = await movePerson(world, { principal: world.operator, personId, request });
    expect(moved).toMatchObject({ home: world.tenants.agencyB, roles: ['learner'] });
  });

  it('keeps both of two changes made at the same time', async () => {
    const { personId } = learner;
    await Promise.all([
      changePerson(world, { principal: admin, personId, request: { name: 'Nama Baru' } }),
      changeMyProfile(world, { principal: learner, request: { locale: 'en' } }),
    ]);
    expect(await world.stored(personId)).toMatchObject({ name: 'Nama Baru', locale: 'en' });
  });
});

describe('seeing people', () => {
  it('C1: one sees oneself, one’s team and one’s own tenant', async () => {
    const member = await world.invite(world.tenants.agencyA, ['learner'], {
      supervisorId: supervisor.personId,
    });
    const sees = (principal: PersonPrincipal, personId: PersonId) =>
      getPerson(world, { principal, personId }).then(
        () => true,
        () => false,
      );
    expect(await sees(learner, learner.personId)).toBe(true);
    expect(await sees(supervisor, member.personId)).toBe(true);
    expect(await sees(admin, member.personId)).toBe(true);
    expect(await sees(world.operator, member.personId)).toBe(true);
    expect(await sees(supervisor, learner.personId)).toBe(false);
    expect(await sees(learner, member.personId)).toBe(false);
    expect(await sees(foreignAdmin, member.personId)).toBe(false);
    expect(await sees(author, member.personId)).toBe(false);
    expect((await listMyTeam(world, { principal: supervisor })).map((one) => one.personId)).toEqual([
      member.personId,
    ]);
  });

  it('the agency that borrows a person sees them, and both agencies get their records', async () => {
    const { agencyA, agencyB } = world.tenants;
    const lent = await world.invite(agencyA, ['learner'], { workingAgencyId: agencyIdOf(agencyB) });
    await expect(getPerson(world, { principal: foreignAdmin, personId: lent.personId })).resolves.toEqual(
      lent,
    );
    const agencies = await agenciesOf(world, [lent.personId, author.personId, 'nobody' as PersonId]);
    expect(agencies.get(lent.personId)).toEqual([agencyIdOf(agencyA), agencyIdOf(agencyB)]);
    expect(agencies.get(author.personId)).toEqual([]);
    expect(agencies.has('nobody' as PersonId)).toBe(false);
    expect((await namesOf(world, [lent.personId])).get(lent.personId)).toBe(lent.name);
  });

  it('tells the platform how to reach a person, unless their account is closed', async () => {
    const { personId } = learner;
    expect(await contactOf(world, personId)).toMatchObject({ email: 'orang4@contoh.example', locale: 'id' });
    await changeMyProfile(world, { principal: learner, request: { locale: 'en' } });
    expect((await contactOf(world, personId))?.locale).toBe('en');
    await disablePerson(world, { principal: admin, personId });
    expect(await contactOf(world, personId)).toBeUndefined();
    expect(await contactOf(world, 'nobody' as PersonId)).toBeUndefined();
  });

  it('lists page by page with masked numbers, and binds the page link to caller and agency', async () => {
    const { agencyA, agencyB } = world.tenants;
    for (let index = 0; index < 60; index += 1) {
      const value = `1990051720150310${String(10 + index)}`;
      await world.invite(agencyA, ['learner'], { employeeNumber: { kind: 'NIP', value } });
    }
    const first = await listPeople(world, { principal: admin, tenant: agencyA });
    expect(first.people).toHaveLength(50);
    expect(JSON.stringify(first)).not.toContain('19900517');
    expect(first.people.some((person) => person.maskedEmployeeNumber?.startsWith('•'))).toBe(true);
    const pageToken = first.nextPageToken ?? '';
    const second = await listPeople(world, { principal: admin, tenant: agencyA, pageToken });
    expect(second.people).toHaveLength(63 - 50);
    expect(second.nextPageToken).toBeUndefined();
    const ids = new Set([...first.people, ...second.people].map((person) => person.personId));
    expect(ids.size).toBe(63);
    const elsewhere = [
      listPeople(world, { principal: world.operator, tenant: agencyA, pageToken }),
      listPeople(world, { principal: foreignAdmin, tenant: agencyB, pageToken }),
    ];
    for (const attempt of elsewhere) await expect(attempt).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('lists those whose name begins so, and binds the page link to the words', async () => {
    const { agencyA, agencyB } = world.tenants;
    for (let index = 0; index < 51; index += 1)
      await world.invite(agencyA, ['learner'], { name: `Wayan ${index}` });
    await world.invite(agencyB, ['learner'], { name: 'Wayan Asing' });
    const asked = { principal: admin, tenant: agencyA, beginning: 'wayan' };
    const first = await listPeople(world, asked);
    expect(first.people).toHaveLength(50);
    const pageToken = first.nextPageToken ?? '';
    const second = await listPeople(world, { ...asked, pageToken });
    const names = [...first.people, ...second.people].map(({ name }) => name);
    expect(new Set(names).size).toBe(51);
    expect(names).not.toContain('Wayan Asing');
    expect(second.nextPageToken).toBeUndefined();
    for (const other of [{ beginning: 'way' }, { beginning: '' }])
      await expect(listPeople(world, { ...asked, ...other, pageToken })).rejects.toMatchObject({
        code: 'request.invalid',
      });
    expect((await listPeople(world, { ...asked, beginning: 'Asing' })).people).toEqual([]);
    // What is too long is cut, also in the middle of a character.
    const long = `x${'\u{1f33a}'.repeat(200)}`;
    expect((await listPeople(world, { ...asked, beginning: long })).people).toEqual([]);
  });

  it('C9: lists of a tenant are for those who administer it', async () => {
    for (const principal of [foreignAdmin, supervisor, learner, author]) {
      const list = listPeople(world, { principal, tenant: world.tenants.agencyA });
      await expect(list).rejects.toBeInstanceOf(IdentityNotFound);
    }
  });
});

describe('organisations', () => {
  it('C9: only operators open agencies and providers', async () => {
    const agency = { name: 'Badan Baru', kind: 'central' as const };
    const provider = { name: 'Penyedia Baru', kind: 'university' as const };
    for (const principal of [admin, supervisor, learner, author]) {
      await expect(createAgency(world, { principal, request: agency })).rejects.toBeInstanceOf(NotAllowed);
      await expect(createProvider(world, { principal, request: provider })).rejects.toBeInstanceOf(
        NotAllowed,
      );
      await expect(listAgencies(world, { principal })).rejects.toBeInstanceOf(NotAllowed);
    }
    expect(await listAgencies(world, { principal: world.operator })).toHaveLength(2);
  });

  it('units grow under units of the same agency, by its own admin', async () => {
    const [a, b] = [agencyIdOf(world.tenants.agencyA), agencyIdOf(world.tenants.agencyB)];
    const top = await createUnit(world, { principal: admin, request: { agencyId: a, name: 'Sekretariat' } });
    const request = { agencyId: a, name: 'Bagian Umum', parentId: top.unitId };
    expect(await createUnit(world, { principal: admin, request })).toMatchObject({ parentId: top.unitId });
    const foreignParent = { ...request, agencyId: b };
    await expect(createUnit(world, { principal: foreignAdmin, request: foreignParent })).rejects.toEqual(
      new IdentityNotFound('unit'),
    );
    await expect(createUnit(world, { principal: foreignAdmin, request })).rejects.toEqual(
      new IdentityNotFound('agency'),
    );
  });
});
