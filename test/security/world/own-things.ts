import { randomUUID } from 'node:crypto';
import { openLine } from '@sinau/budget';
import { createBudgetStore } from '@sinau/budget/dynamo';
import type { ConnectionId } from '@sinau/connectors';
import { createConnectionStore } from '@sinau/connectors/dynamo';
import { sampleConnection } from '@sinau/connectors/testing';
import { addService, planSurvey } from '@sinau/feedback';
import { createServiceStore } from '@sinau/feedback/dynamo';
import type { UnitId } from '@sinau/identity';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { AgencyId, ProviderId } from '@sinau/kernel';
import type { ObligationId } from '@sinau/obligations';
import { createObligationsStore } from '@sinau/obligations/dynamo';
import type { CohortId, EventId, PathId } from '@sinau/programmes';
import { createCohortStore, createEventStore, createPathStore } from '@sinau/programmes/dynamo';
import { cohortOf, eventOf, pathOf } from '@sinau/programmes/testing';
import { agencyOwner, providerOwner } from '@sinau/push';
import { createPushStore } from '@sinau/push/dynamo';
import { sampleSubscription } from '@sinau/push/testing';
import { createQuiz, newQuizSchema } from '@sinau/questions';
import { createBankStore, createQuizStore } from '@sinau/questions/dynamo';
import { sampleQuestion } from '@sinau/questions/testing';
import { names } from '../../../functions/dev-server/services.ts';
import type { World } from './start-world.ts';
import { system } from './system.ts';

/** What stands where in an address; everything is agency A's, provider A's, or of one of their learners. */
export async function makeOwnThings(
  world: World,
): Promise<(path: string) => Readonly<Record<string, string>>> {
  const { agencyA, providerA } = world.tenants;
  if (agencyA.kind !== 'agency' || providerA.kind !== 'provider')
    throw new Error('tenants are what they are');
  const { personId } = world.people.learner;
  const { courseId, jobId } = world.course;
  const { clientId } = (await world.client(agencyA, 'records/read')).client.client;
  const ids = {
    ...{ personId, courseId, jobId, uploadId: jobId, importId: jobId, clientId, contextId: courseId },
    ...{ agencyId: agencyA.agencyId, providerId: providerA.providerId, learningId: courseId },
    ...{ year: '2026', version: '1', number: '1', partId: '1', signalId: 'competency:M1', kind: 'results' },
    ...(await ofAgency(world, agencyA.agencyId)),
    ...(await ofProvider(world, providerA.providerId)),
  };
  const webhook = await subscriptionOf(world, providerOwner(providerA.providerId));
  return (path) => (/webhook/.test(path) ? { ...ids, subscriptionId: webhook } : ids);
}

async function ofAgency(world: World, agencyId: AgencyId) {
  const stores = { dynamo: world.parts.dynamo, table: names.lmsTable };
  const principal = world.principal('agency-admin');
  const owner = { kind: 'agency', agencyId } as const;
  const events = createEventStore(stores);
  const eventIds = Array.from({ length: 31 }, () => randomUUID() as EventId);
  for (const eventId of eventIds) await events.save(eventOf({ eventId, owner }));
  const pathId = randomUUID() as PathId;
  const path = pathOf({ pathId, owner, state: 'published', version: 1 });
  await createPathStore(stores).save({ ...path, current: path.draft });
  const cohortId = randomUUID() as CohortId;
  await createCohortStore(stores).save(
    cohortOf({ cohortId, agencyId, facilitatorId: world.people.learner.personId, state: 'open' }),
  );
  const request = { year: 2026, code: 'DL.1', title: 'Diklat', source: 'apbn', ceiling: 1_000_000 } as const;
  const { lineId } = await openLine(
    { ...system, budgets: createBudgetStore(stores) },
    { principal, request },
  );
  const feedback = { ...system, services: createServiceStore(stores) };
  const { serviceId } = await addService(feedback, { principal, request: { name: 'KTP elektronik' } });
  const days = { from: '2026-11-01', to: '2026-11-30', swapped: false };
  const { surveyId } = await planSurvey(feedback, { principal, serviceId, request: days });
  return {
    ...{ eventId: eventIds[0] ?? '', pathId, cohortId, lineId, serviceId, surveyId },
    subscriptionId: await subscriptionOf(world, agencyOwner(agencyId)),
    ...{ unitId: await unitOf(world, agencyId), obligationId: await obligationOf(world, agencyId) },
  };
}

async function ofProvider(world: World, providerId: ProviderId) {
  const stores = { dynamo: world.parts.dynamo, table: names.lmsTable };
  const connectionId = randomUUID() as ConnectionId;
  await createConnectionStore(stores).create(sampleConnection({ connectionId, providerId }));
  const question = sampleQuestion({ providerId });
  await createBankStore(stores).add(providerId, [question]);
  const { quizId } = await createQuiz(
    { ...system, quizzes: createQuizStore(stores) },
    { principal: world.principal('provider-author'), request: newQuizSchema.parse({ title: 'Kuis' }) },
  );
  return { connectionId, questionId: question.question.questionId, quizId };
}

async function subscriptionOf(world: World, ownerId: ReturnType<typeof agencyOwner>): Promise<string> {
  const subscription = sampleSubscription({ ownerId });
  await createPushStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).create(subscription);
  return subscription.subscriptionId;
}

async function unitOf(world: World, agencyId: AgencyId): Promise<string> {
  const organisations = createOrganisationStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const unit = { agencyId, unitId: randomUUID() as UnitId, name: 'Biro Umum', past: [] };
  const { rev } = await organisations.readTree(agencyId);
  await organisations.putUnit(
    { ...unit, createdAt: '2026-03-02T01:00:00.000Z', validFrom: '2026-03-02' },
    rev,
  );
  return unit.unitId;
}

async function obligationOf(world: World, agencyId: AgencyId): Promise<string> {
  const obligationId = randomUUID() as ObligationId;
  const at = '2026-03-02T01:00:00.000Z';
  const by = { kind: 'client', id: 'c', name: 'X' } as const;
  await createObligationsStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).create({
    ...{ obligationId, agencyId, title: 'Wajib', courseIds: [], audience: {}, edition: 1, state: 'active' },
    ...{ due: { kind: 'once', on: '2099-01-01' }, rev: 1 },
    ...{ createdAt: at, changedAt: at, createdBy: by, changedBy: by },
  });
  return obligationId;
}
