import { elsewhereParameters } from '@sinau/lti';
import { describe, expect, it } from 'vitest';
import { courseOf, deliveryWorld, registration, sri } from '../testing/delivery-world.ts';

const content = { kind: 'external', page: { url: 'https://kuliah.contoh.ac.id/4' } } as const;
const launchParameters = elsewhereParameters({ title: { id: 'Kuliah' }, content });

/** A part that another system shows, behind one of the platform's own. */
function world() {
  const made = deliveryWorld(courseOf([['Completed'], ['Completed']], { launchParameters }), {
    part: { kind: 'external', moduleId: 'm1' },
  });
  const visits: object[] = [];
  const open = made.deps.elsewhere.open;
  made.deps.elsewhere.open = async (visit) => {
    visits.push(visit);
    return open(visit);
  };
  return { ...made, visits };
}

describe('a part that another system shows', () => {
  it('is opened by its way there, and said to be launched without a session', async () => {
    const { launch, visits, records, deps } = world();
    const launched = await launch({ auIndex: 1, returnUrl: '/courses/c1', locale: 'en' });
    expect(launched).toMatchObject({ url: 'https://university.example/open/m1', mode: 'Normal' });
    expect(visits).toEqual([
      {
        ...{ registration, personId: sri, courseId: 'c1', moduleId: 'm1', title: 'Kuliah', content },
        ...{ returnUrl: 'https://sinau.example/courses/c1', locale: 'en' },
      },
    ]);
    const [statement] = records.statements.slice(-1);
    expect(statement).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/launched' },
      context: { registration },
    });
    // No session of cmi5: its category and its session id would say so.
    expect(JSON.stringify(statement)).not.toMatch(/cmi5/);
    const state = await deps.registrations.read(registration);
    expect(state?.session).toBeUndefined();
    expect(state?.aus[1]?.launchedAt).toBeDefined();
  });

  it('writes nothing when there is no way in', async () => {
    const { launch, deps, records } = world();
    deps.elsewhere.open = async () => Promise.reject(new Error('closed'));
    await expect(launch({ auIndex: 1 })).rejects.toThrow('closed');
    expect(await deps.registrations.read(registration)).toBeUndefined();
    expect(records.statements).toEqual([]);
  });

  it('opens for nobody who is not enrolled (B3)', async () => {
    const { launch, entitlements, visits } = world();
    entitlements.clear();
    await expect(launch({ auIndex: 1 })).rejects.toMatchObject({ code: 'delivery.not-entitled' });
    expect(visits).toEqual([]);
  });
});
