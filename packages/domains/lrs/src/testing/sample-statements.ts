import type { Actor, Agent, Statement } from '@sinau/xapi';

/** The n-th of a fixed list of UUIDs. */
export function uuidOf(n: number): string {
  return `10000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function person(name: string): Agent & { readonly objectType: 'Agent' } {
  return { objectType: 'Agent', account: { homePage: 'https://sinau.example', name } };
}

export const lms: Actor = person('client-lms');
export const otherClient: Actor = person('client-other');

export const verbIds = {
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  voided: 'http://adlnet.gov/expapi/verbs/voided',
} as const;

export function activityId(n: number): string {
  return `https://kampus.example/modul/${n}`;
}

/** Sri completed module 1; parts may be replaced. */
export function statement(parts: Partial<Statement> = {}): Statement {
  return {
    actor: person('sri'),
    verb: { id: verbIds.completed },
    object: { id: activityId(1) },
    ...parts,
  };
}

export function referring(target: string, parts: Partial<Statement> = {}): Statement {
  return statement({ object: { objectType: 'StatementRef', id: target }, ...parts });
}

export function voiding(target: string, parts: Partial<Statement> = {}): Statement {
  return referring(target, { actor: person('admin'), verb: { id: verbIds.voided }, ...parts });
}
