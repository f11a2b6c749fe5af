import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterprise, patchUrn, scimWorld, sinau, sri } from './testing/scim-world.ts';

async function world() {
  const made = await scimWorld();
  const top = await made.unit('Sekretariat');
  const unit = await made.unit('Biro Umum', top);
  await made.unit('Biro Hukum', top);
  const boss = (await made.ask('POST /Users', { userName: 'boss@contoh.example', displayName: 'Bu Boss' }))
    .body;
  const user = (await made.ask('POST /Users', sri)).body;
  return { ...made, unitId: unit, bossId: String(boss.id), id: String(user.id), user };
}

describe('PATCH', () => {
  it('takes the operations of Entra ID: capital words, text for truth, paths with filters, a manager as text', async () => {
    const { patch, id, bossId, unitId } = await world();
    const { status, body } = await patch(
      id,
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'sri.baru@contoh.example' },
      { op: 'Replace', path: 'active', value: 'False' },
      { op: 'Add', path: `${enterprise}:department`, value: 'Sekretariat / Biro Umum' },
      { op: 'Add', path: `${enterprise}:manager`, value: bossId },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '0812' },
      { op: 'Add', path: 'addresses[type eq "work"].country', value: 'ID' },
      { op: 'Replace', value: { displayName: 'Sri R.', [`${sinau}:postLevel`]: 'ahli-muda' } },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ active: false, displayName: 'Sri R.', userName: 'sri@contoh.example' },
      emails: [{ value: 'sri.baru@contoh.example', type: 'work', primary: true }],
      groups: [{ value: unitId, display: 'Sekretariat / Biro Umum' }],
      [enterprise]: {
        department: 'Sekretariat / Biro Umum',
        manager: { value: bossId, $ref: `https://sinau.example/scim/v2/Users/${bossId}` },
      },
      [sinau]: { postLevel: 'ahli-muda', unitId },
    });
    expect(body.phoneNumbers).toBeUndefined();
  });

  it('takes the whole resource without a path, as Okta and Keycloak send it', async () => {
    const { patch, id, user } = await world();
    const { body } = await patch(id, {
      op: 'replace',
      value: { ...user, id: 'other', meta: {}, name: { familyName: 'Wati' }, active: 'true' },
    });
    expect(body).toMatchObject({ id, active: true, name: { givenName: 'Sri', familyName: 'Wati' } });
  });

  it('takes away unit, supervisor and external id, and keeps number, address and post', async () => {
    const { patch, id, bossId, stored } = await world();
    await patch(id, {
      op: 'add',
      value: { [enterprise]: { department: 'Biro Hukum', manager: { value: bossId } } },
    });
    expect((await stored(id)).supervisorId).toBe(bossId);
    const { body } = await patch(
      id,
      { op: 'remove', path: `${enterprise}:department` },
      { op: 'Remove', path: `${enterprise}:manager` },
      { op: 'remove', path: 'externalId' },
    );
    expect(body.externalId).toBeUndefined();
    expect(body[enterprise]).toEqual({ employeeNumber: '199005172015032999' });
    for (const path of [
      `${enterprise}:employeeNumber`,
      'emails',
      'userName',
      'name',
      `${sinau}:postTitle`,
      sinau,
    ]) {
      const refused = await patch(id, { op: 'remove', path });
      expect([refused.status, refused.body.scimType], path).toEqual([400, 'mutability']);
    }
    const { body: boss } = await patch(
      bossId,
      { op: 'remove', path: enterprise },
      { op: 'remove', path: sinau },
    );
    expect(boss.displayName).toBe('Bu Boss');
    // Another one may come in the same request.
    const swapped = await patch(
      id,
      { op: 'remove', path: 'emails[type eq "work"]' },
      { op: 'add', path: 'emails', value: [{ value: 'lain@contoh.example', type: 'work' }] },
    );
    expect(swapped.body.emails[0].value).toBe('lain@contoh.example');
  });

  it('does all of a request or nothing, and says what was wrong in the words of the standard', async () => {
    const { patch, ask, id } = await world();
    const good = { op: 'replace', path: 'displayName', value: 'Nobody' };
    for (const [bad, status, type] of [
      [{ op: 'replace', path: 'shoeSize', value: 1 }, 400, 'invalidPath'],
      [{ op: 'replace', path: 'emails[type eq', value: 1 }, 400, 'invalidPath'],
      [{ op: 'replace', path: 'emails[type eq "home"].value', value: 'a@b.example' }, 400, 'noTarget'],
      [{ op: 'remove' }, 400, 'noTarget'],
      [{ op: 'replace', path: 'id', value: 'x' }, 400, 'mutability'],
      [{ op: 'replace', path: 'groups', value: [] }, 400, 'mutability'],
      [{ op: 'replace', path: 'active', value: 'perhaps' }, 400, 'invalidValue'],
      [{ op: 'replace', path: 'emails', value: [{ value: 'no address' }] }, 400, 'invalidValue'],
      [{ op: 'replace', path: 'userName', value: 'boss@contoh.example' }, 409, 'uniqueness'],
      [{ op: 'shout', path: 'active', value: true }, 400, 'invalidSyntax'],
      [{ op: 'replace', path: '__proto__.polluted', value: 'x' }, 400, 'invalidPath'],
      [{ op: 'add', value: { constructor: { prototype: 1 } } }, 400, 'invalidPath'],
    ] as const) {
      const answered = await patch(id, good, bad);
      expect([answered.status, answered.body.scimType], JSON.stringify(bad)).toEqual([status, type]);
      expect(answered.body.status).toBe(String(status));
    }
    expect((await ask(`GET /Users/${id}`)).body.displayName).toBe(sri.displayName);
  });

  it('refuses long lists, bodies without the schema and ones that are no patches', async () => {
    const { patch, ask, id } = await world();
    const one = { op: 'replace', path: 'active', value: true };
    const many = await patch(id, ...Array.from({ length: 101 }, () => one));
    expect(many).toMatchObject({ status: 400, body: { scimType: 'tooMany' } });
    for (const body of [{ Operations: [one] }, { schemas: [patchUrn] }, [], 'null', '{"schemas":']) {
      const { status, body: answer } = await ask(`PATCH /Users/${id}`, body);
      expect([status, answer.scimType], JSON.stringify(body)).toEqual([400, 'invalidSyntax']);
    }
    const large = await ask(`PATCH /Users/${id}`, ` ${JSON.stringify({ text: 'x'.repeat(200_000) })}`);
    expect(large.status).toBe(413);
    const text = await ask(`PATCH /Users/${id}`, 'x', { headers: { 'content-type': 'text/plain' } });
    expect(text.status).toBe(415);
  });

  it('leaves what its operations leave, in any order: a PUT of the resource that came of them is the same', async () => {
    const word = fc.constantFrom('Ani', 'Budi Santoso', 'Citra, S.H.', 'Dewi');
    const set = (path: string, value: fc.Arbitrary<unknown>) =>
      fc.record({ op: fc.constantFrom('add', 'Replace'), path: fc.constant(path), value });
    const units = fc.constantFrom('Sekretariat', 'Sekretariat / Biro Umum', 'biro hukum');
    const operation = fc.oneof(
      set('displayName', word),
      set('name.formatted', word),
      set('name.familyName', word),
      set('name.givenName', word),
      set('userName', fc.constantFrom('a@contoh.example', 'b@contoh.example', 'sri@contoh.example')),
      set('emails[type eq "work"].value', fc.constantFrom('a@contoh.example', 'c@contoh.example')),
      set('emails', fc.constantFrom([{ value: 'd@contoh.example', primary: true }])),
      set('active', fc.constantFrom('False', true, false)),
      set('timezone', fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura')),
      set('externalId', fc.constantFrom('e-1', 'e-2')),
      set(`${enterprise}:department`, units),
      set(`${sinau}:postLevel`, fc.constantFrom('ahli-muda', 'ahli-madya')),
      set(`${sinau}:postTitle`, fc.constantFrom('Analis', 'Perencana')),
      set(sinau, fc.constantFrom({ postFamily: 'pelaksana' }, { postFamily: 'fungsional-keahlian' })),
    );
    const requests = fc.array(fc.array(operation, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(requests, async (all) => {
        const [patched, put] = [await world(), await world()];
        for (const operations of all) await patched.patch(patched.id, ...operations);
        const { body: result } = await patched.ask(`GET /Users/${patched.id}`);
        const { status, body } = await put.ask(`PUT /Users/${put.id}`, result);
        expect(status).toBe(200);
        const { meta: _, ...one } = body;
        const { meta: __, ...other } = result;
        expect(one).toEqual(other);
      }),
      { numRuns: 25 },
    );
  });
});
