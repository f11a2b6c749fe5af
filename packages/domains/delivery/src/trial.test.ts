import { describe, expect, it } from 'vitest';
import { acceptAuStatements } from './accept-au-statements.ts';
import { authenticateAuToken } from './authenticate-au-token.ts';
import { fetchAuthToken } from './fetch-auth-token.ts';
import { courseOf, deliveryWorld, fetchIdIn, sri } from './testing/delivery-world.ts';
import { memoryGuestStore } from './testing/memory-guest-store.ts';
import { memoryTrialStore } from './testing/memory-trial-store.ts';
import { launchTrial, readTrial, restartTrial } from './trial.ts';

const at = { personId: sri, courseId: 'c1', version: 7 };

function setup() {
  const world = deliveryWorld(courseOf([['Completed', 'Passed']]));
  const trialWrites: (boolean | undefined)[] = [];
  const documents: (boolean | undefined)[] = [];
  const deps = {
    ...world.deps,
    guests: memoryGuestStore(),
    trials: memoryTrialStore(),
    records: {
      write: (input: Parameters<typeof world.deps.records.write>[0]) => {
        trialWrites.push(input.trial);
        return world.deps.records.write(input);
      },
    },
    documents: {
      putLaunchData: (input: Parameters<typeof world.deps.documents.putLaunchData>[0]) => {
        documents.push(input.trial);
        return world.deps.documents.putLaunchData(input);
      },
      createPreferences: (input: Parameters<typeof world.deps.documents.createPreferences>[0]) => {
        documents.push(input.trial);
        return world.deps.documents.createPreferences(input);
      },
    },
  };
  return { world, deps, trialWrites, documents };
}

describe('a trial', () => {
  it('runs any version into the sandbox, under an account of its own', async () => {
    const { world, deps, trialWrites, documents } = setup();
    const { url, registration } = await launchTrial(deps, { at, auIndex: 0 });
    expect(await deps.registrations.read(registration)).toMatchObject({
      ...{ version: 7, trial: true },
      actor: { homePage: 'https://sinau.example/trial', name: sri },
    });
    expect((await deps.registrations.read(registration))?.personId).toBeUndefined();
    const answer = await fetchAuthToken(deps, fetchIdIn(url));
    const principal = await authenticateAuToken(deps, 'auth-token' in answer ? answer['auth-token'] : '');
    expect(principal).toMatchObject({ kind: 'au', registration, trial: true });
    if (!principal) throw new Error('the token is fresh');
    await world.readDocuments(
      principal,
      (await deps.registrations.read(registration))?.session?.terms.activityId ?? '',
    );
    const say = await world.speaker(principal);
    for (const verb of ['initialized', 'completed'] as const) {
      await acceptAuStatements(deps, { principal, statements: [say(verb)] });
    }
    expect(trialWrites.length).toBeGreaterThan(2);
    expect(new Set([...trialWrites, ...documents])).toEqual(new Set([true]));
    const { progress } = await readTrial(deps, at);
    expect(progress.aus.map(({ state }) => state)).toEqual(['done', 'not-started']);
  });

  it('goes on where it stopped, until it is begun anew', async () => {
    const { deps } = setup();
    const first = await launchTrial(deps, { at, auIndex: 0 });
    expect((await launchTrial(deps, { at, auIndex: 1 })).registration).toBe(first.registration);
    await restartTrial(deps, at);
    const { registration, progress } = await readTrial(deps, at);
    expect(registration).not.toBe(first.registration);
    expect(progress.aus.every(({ state }) => state === 'not-started')).toBe(true);
    const other = await launchTrial(deps, { at: { ...at, version: 8 }, auIndex: 0 });
    expect(other.registration).not.toBe(registration);
  });
});
