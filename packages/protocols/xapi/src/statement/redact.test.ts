import { describe, expect, it } from 'vitest';
import type { JsonValue, Statement, StoredStatement } from '../model.ts';
import { parseStatement } from '../parse-statement.ts';
import { signatureUsageType } from '../transfer/signature.ts';
import { concernOf, pseudonymise, type Redaction } from './redact.ts';

const homePage = 'https://sinau.example';
const sri = '5b0c1c3e-6a53-4a71-9d0e-2a9c2a3f7d11';
const session = 'c7b1e7a4-0d7f-4a1c-8f1e-1f6f2b3a4c5d';
const registration = '0b6d2a52-7d61-4b6e-9a3b-9f4d2c1e0f77';
const account = (name: string) => ({ objectType: 'Agent' as const, account: { homePage, name } });
const redaction: Redaction = {
  identities: new Set([`account|${homePage}|${sri}`, 'mbox|mailto:sri@bkn.example']),
  replacement: { homePage, name: '11111111-1111-4111-8111-111111111111' },
  pseudonymOf: (value) => `22222222-2222-4222-8222-${value.slice(-12)}`,
};

const stored = (parts: Partial<Statement>): StoredStatement => ({
  id: '00000000-0000-4000-8000-000000000001',
  actor: { ...account(sri), name: 'Sri Wahyuni' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
  object: { id: 'https://kampus.example/modul/1' },
  timestamp: '2026-03-02T01:00:00.000Z',
  stored: '2026-03-02T01:00:00.000Z',
  authority: account('lms'),
  version: '1.0.0',
  ...parts,
});

const textOf = (statement: StoredStatement) => JSON.stringify(statement);
const anyTrace = /sri|5b0c1c3e|wahyuni/i;

describe('whom a statement concerns', () => {
  const concern = (parts: Partial<Statement>) => concernOf(stored(parts), redaction.identities);
  const other = { actor: account('budi-0001') };
  it('is the actor, by any identifier', () => {
    expect(concern({})).toBe('actor');
    expect(concern({ actor: { mbox: 'mailto:sri@BKN.example' } })).toBe('actor');
    expect(concern({ actor: account('budi-0001') })).toBe('none');
  });
  it('is whoever is named anywhere else', () => {
    const sub = {
      actor: account(sri),
      verb: { id: 'http://v.example/1' },
      object: { id: 'http://a.example' },
    };
    const others: readonly Partial<Statement>[] = [
      { object: account(sri) },
      { context: { instructor: account(sri) } },
      { context: { team: { objectType: 'Group', member: [account(sri)] } } },
      { object: { objectType: 'SubStatement', ...sub } },
      { context: { contextAgents: [{ objectType: 'contextAgent', agent: account(sri) }] } },
      { context: { extensions: { 'http://x.example/who': account(sri) as unknown as JsonValue } } },
    ];
    for (const parts of others) expect(concern({ ...other, ...parts })).toBe('mentioned');
    const group = { objectType: 'Group', member: [account('budi-0001'), account(sri)] } as const;
    expect(concern({ actor: group })).toBe('mentioned');
  });
  it('is never the authority', () => {
    expect(concern({ ...other, authority: account(sri) })).toBe('none');
  });
});

describe('a statement made pseudonymous', () => {
  it('has nothing that leads to the person, and keeps what statistics need', () => {
    const before = stored({
      result: { score: { scaled: 0.8 }, success: true, response: 'Saya Sri dari Bandung' },
      context: {
        registration,
        instructor: account('guru-0001'),
        extensions: {
          'https://w3id.org/xapi/cmi5/context/extensions/sessionid': session,
          'http://x.example/note': `oleh ${sri.toUpperCase()}, sesi ${session}, sri@bkn.example`,
        },
      },
    });
    const after = pseudonymise(before, redaction);
    expect(textOf(after)).not.toMatch(anyTrace);
    expect(textOf(after)).not.toContain(session);
    expect(textOf(after)).not.toContain(registration);
    expect(after).toMatchObject({
      id: before.id,
      actor: { objectType: 'Agent', account: redaction.replacement },
      verb: before.verb,
      object: before.object,
      result: { score: { scaled: 0.8 }, success: true },
      context: { registration: redaction.pseudonymOf(registration), instructor: account('guru-0001') },
      timestamp: before.timestamp,
    });
    expect(parseStatement(after, { version: '1.0.3' }).ok).toBe(true);
    expect(concernOf(after, redaction.identities)).toBe('none');
  });

  it('keeps chosen answers and drops written ones, attachments and signatures', () => {
    const definition = (interactionType: 'choice' | 'long-fill-in') => ({
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType,
    });
    const answered = (kind: 'choice' | 'long-fill-in') =>
      pseudonymise(
        stored({
          object: { id: 'http://a.example', definition: definition(kind) },
          result: { response: 'b' },
          attachments: [
            { usageType: 'http://u.example', display: {}, contentType: 'image/png', length: 1, sha2: 'ab' },
          ],
        }),
        redaction,
      );
    expect(answered('choice').result).toEqual({ response: 'b' });
    expect(answered('long-fill-in').result).toEqual({});
    expect(answered('choice').attachments).toBeUndefined();
  });

  it('of someone else loses the mention and the signature alone', () => {
    const attachment = { display: {}, contentType: 'text/plain', length: 1, sha2: 'ab' };
    const before = stored({
      actor: { ...account('budi-0001'), name: 'Budi' },
      result: { response: 'panjang' },
      context: { registration, team: { objectType: 'Group', member: [account('ayu-00001'), account(sri)] } },
      attachments: [
        { ...attachment, usageType: signatureUsageType },
        { ...attachment, usageType: 'http://u.example' },
      ],
    });
    const after = pseudonymise(before, redaction);
    const member = [account('ayu-00001'), { objectType: 'Agent', account: redaction.replacement }];
    expect(after).toEqual({
      ...before,
      context: { registration, team: { objectType: 'Group', member } },
      attachments: [{ ...attachment, usageType: 'http://u.example' }],
    });
  });

  it('replaces no part of a longer word, and short account names as identifiers only', () => {
    const identities = new Set([`account|${homePage}|sri`, 'mbox|mailto:sri@bkn.example']);
    const after = pseudonymise(
      stored({
        actor: account('sri'),
        object: { id: 'https://kampus.example/sri' },
        context: { instructor: { mbox: 'mailto:kasri@bkn.example' } },
      }),
      { ...redaction, identities },
    );
    expect(after.actor.account).toEqual(redaction.replacement);
    expect(after.object).toEqual({ id: 'https://kampus.example/sri' });
    expect(after.context?.instructor).toEqual({ mbox: 'mailto:kasri@bkn.example' });
  });

  it('leaves a statement alone that does not concern the person', () => {
    const other = stored({ actor: account('budi-0001') });
    expect(pseudonymise(other, redaction)).toBe(other);
  });
});
