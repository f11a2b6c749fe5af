import { describe, expect, it } from 'vitest';
import { applyPatch } from './apply-patch.ts';
import { readPatchRequest } from './patch-request.ts';
import { readResource } from './read-resource.ts';
import type { Json, Resource } from './resource.ts';
import { userKind } from './schemas.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const work = { value: 'sri@kantor.example', type: 'work', primary: true };
const home = { value: 'sri@rumah.example', type: 'home' };

function after(before: Resource, ...operations: readonly Json[]): Resource {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
  return applyPatch(userKind, before, readPatchRequest({ schemas, Operations: operations })).resource;
}

describe('operations on many values', () => {
  it('add what is not there, once, and let one alone be the primary', () => {
    const both = after({ emails: [work] }, { op: 'add', path: 'emails', value: [home, work] });
    expect(both.emails).toEqual([work, home]);
    const main = after(both, { op: 'add', path: 'emails', value: { ...home, primary: true } });
    expect(main.emails).toEqual([
      { ...work, primary: false },
      { ...home, primary: true },
    ]);
    const again = after(main, { op: 'replace', path: 'emails[type eq "work"].primary', value: true });
    expect(again.emails).toEqual([work, { ...home, primary: false }]);
  });

  it('make the value that a filter describes where there is none, if they add', () => {
    const made = after(
      {},
      { op: 'Add', path: 'emails[type eq "work" and primary eq true].value', value: work.value },
    );
    expect(made.emails).toEqual([work]);
    const whole = after({}, { op: 'add', path: 'emails[type eq "work"]', value: { value: 'x@y.example' } });
    expect(whole.emails).toEqual([{ type: 'work', value: 'x@y.example' }]);
  });

  it('replace all, one, or a part of all', () => {
    expect(after({ emails: [work] }, { op: 'replace', path: 'emails', value: [home] }).emails).toEqual([
      home,
    ]);
    const typed = after({ emails: [work, home] }, { op: 'replace', path: 'emails.type', value: 'other' });
    expect((typed.emails as Resource[]).map(({ type }) => type)).toEqual(['other', 'other']);
    const one = after(
      { emails: [work, home] },
      { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'z@y.example' } },
    );
    expect(one.emails).toEqual([work, { value: 'z@y.example', type: 'home' }]);
  });

  it('remove what a filter or a list names, and all', () => {
    const held = { emails: [work, home] };
    expect(after(held, { op: 'remove', path: 'emails[type eq "home"]' }).emails).toEqual([work]);
    expect(after(held, { op: 'remove', path: 'emails', value: [{ value: home.value }] }).emails).toEqual([
      work,
    ]);
    expect(after(held, { op: 'remove', path: 'emails[value ew "none"]' }).emails).toEqual([work, home]);
    expect(after(held, { op: 'remove', path: 'emails' }).emails).toBeNull();
  });
});

describe('operations on single values', () => {
  it('change the named parts of a complex one, and of an extension', () => {
    const named = after(
      { name: { givenName: 'Sri', familyName: 'R' } },
      { op: 'replace', path: 'name', value: { familyName: 'Wati' } },
    );
    expect(named.name).toEqual({ givenName: 'Sri', familyName: 'Wati' });
    const numbered = after(
      { [enterprise]: { department: 'A' } },
      { op: 'add', path: enterprise, value: { employeeNumber: '1', costCenter: 'x' } },
      { op: 'add', value: { [enterprise]: { manager: [{ $ref: 'x', value: 'm' }] } } },
    );
    expect(numbered[enterprise]).toEqual({ department: 'A', employeeNumber: '1', manager: { value: 'm' } });
  });

  it('work one after the other', () => {
    const named = after(
      {},
      { op: 'add', path: 'displayName', value: 'A' },
      { op: 'remove', path: 'displayname' },
    );
    expect(named).toEqual({ displayName: null });
  });
});

describe('bodies', () => {
  it('are read by the schemas: any case, nothing read-only, nothing unknown', () => {
    expect(
      readResource(userKind, {
        ...{
          USERNAME: ' sri ',
          id: 'x',
          meta: {},
          groups: [],
          shoeSize: 4,
          displayName: '',
          active: 'FALSE',
        },
        ...{ Emails: work, timezone: ['Asia/Jakarta'], [`${enterprise}:employeeNumber`]: '1' },
        [enterprise.toUpperCase()]: { DEPARTMENT: 'A', manager: null },
      }),
    ).toEqual({
      ...{ userName: 'sri', displayName: null, active: false, emails: [work], timezone: 'Asia/Jakarta' },
      [enterprise]: { department: 'A', manager: null },
    });
  });

  it('are refused where a name is there twice or a value is of another type', () => {
    const read = (body: unknown) => () => readResource(userKind, body);
    expect(read({ userName: 'a', username: 'b' })).toThrow('twice');
    expect(read({ userName: { a: 1 } })).toThrow('is not text');
    expect(read({ emails: Array.from({ length: 51 }, () => home) })).toThrow('more than 50');
    expect(read({ [enterprise]: 'x' })).toThrow('is not an object');
    expect(read({ displayName: 'x'.repeat(1001) })).toThrow('longer');
    expect(read([])).toThrow('not a JSON object');
  });
});
