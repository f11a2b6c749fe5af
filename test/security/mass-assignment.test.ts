import { randomUUID } from 'node:crypto';
import type { PairId, SessionId } from '@sinau/collaboration';
import type { AnswerId, QuestionId } from '@sinau/collaboration/board';
import type { CommunityId, MeetingId } from '@sinau/collaboration/communities';
import {
  createCommunityBoardStore,
  createCommunityStore,
  createPairStore,
} from '@sinau/collaboration/dynamo';
import {
  answerSample,
  communitySample,
  meetingSample,
  memberSample,
  pairSample,
  questionSample,
  sessionSample,
} from '@sinau/collaboration/testing';
import { courseEvaluationId } from '@sinau/evaluation';
import { createEvaluationStore } from '@sinau/evaluation/dynamo';
import { evaluationOf } from '@sinau/evaluation/testing';
import type { AgencyId, PersonId, Tenant } from '@sinau/kernel';
import { createBankStore } from '@sinau/questions/dynamo';
import { sampleQuestion } from '@sinau/questions/testing';
import type { RecognitionId } from '@sinau/recognition';
import { createRecognitionStore } from '@sinau/recognition/dynamo';
import { recognitionOf } from '@sinau/recognition/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../../functions/dev-server/services.ts';
import { startWorld, type World } from './world/start-world.ts';
import { origin } from './world/system.ts';

/** What a caller would like to decide, and may not. */
const wishes = [
  'role',
  'roles',
  'tenant',
  'tenantId',
  'home',
  'agencyId',
  'workingAgencyId',
  'providerId',
  'personId',
  'status',
  'state',
  'jp',
  'verified',
  'version',
  'registration',
  'completedAt',
  'clientId',
  'secret',
  'credentials',
  'disabledAt',
  'requestsPerSecond',
  'limit',
  'validUntil',
  'createdBy',
  'uploadKey',
  'tries',
  'rev',
  'pk',
  'sessionGeneration',
  'firstOperator',
];

type Form = Readonly<Record<string, string>>;

let world: World;
let provider: Record<string, string>;
/** A client of agency A. */
let clientId: string;
/** In the bank of provider A. */
let questionId: string;
/** What the learner of agency A and their supervisor are asked. */
let evaluationId: string;
let pairs: { readonly asked: string; readonly active: string };

beforeAll(async () => {
  world = await startWorld();
  ({ headers: provider } = await world.client(
    world.tenants.providerA,
    ...(['courses/write', 'courses/read', 'courses/publish', 'questions/write'] as const),
  ));
  questionId = await addQuestion(world.tenants.providerA);
  evaluationId = await askToEvaluate();
  await recognise();
  pairs = await coach();
  ({ clientId } = (await world.client(world.tenants.agencyA, 'records/read')).client.client);
});
afterAll(() => world.close());

const [recognitionId, proposalId] = ['n-diberikan', 'n-diusulkan'] as RecognitionId[] as [
  RecognitionId,
  RecognitionId,
];
async function recognise(): Promise<void> {
  const { learner } = world.people;
  const { agencyA } = world.tenants;
  if (agencyA.kind !== 'agency') throw new Error('agencies are agencies');
  const store = createRecognitionStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const of = { personId: learner.personId, agencyId: agencyA.agencyId };
  await store.step({ after: recognitionOf({ ...of, recognitionId }) });
  await store.step({ after: recognitionOf({ ...of, recognitionId: proposalId, state: 'proposed' }) });
}

/** Somebody asks the learner, and somebody else coaches them; both pairs have an hour of their own, under the same id. */
async function coach(): Promise<typeof pairs> {
  const { learner } = world.people;
  if (world.tenants.agencyA.kind !== 'agency') throw new Error('agencies are agencies');
  const { agencyId } = world.tenants.agencyA;
  const store = createPairStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const [asked, active] = [randomUUID(), randomUUID()];
  for (const pairId of [asked, active]) {
    const people = {
      ...{ guide: { personId: randomUUID() as PersonId, agencyId } },
      learner: { personId: learner.personId, agencyId },
    };
    const state = pairId === asked ? 'invited' : 'active';
    await store.step(
      undefined,
      pairSample({ ...people, pairId: pairId as PairId, state, invitedBy: 'guide' }),
    );
    if (state === 'invited') continue;
    const of = { pairId: pairId as PairId, sessionId: pairId as string as SessionId };
    const two = { guide: people.guide.personId, learner: learner.personId };
    const signatures = [{ side: 'guide' as const, personId: two.guide, at: new Date().toISOString() }];
    await store.stepSession(undefined, sessionSample({ ...of, ...two, signatures }));
  }
  await gather(active, agencyId);
  return { asked, active };
}

/** What whoever leads a community does with it and its meeting. */
function communityForms(): readonly { readonly role: 'learner'; path: string; good: Form }[] {
  const { learner, 'other-learner': other } = world.people;
  const here = `/communities/${pairs.active}`;
  const meeting = `${here}/meetings/${pairs.active}`;
  const question = `${here}/questions/${pairs.active}`;
  const forms: readonly (readonly [string, Form])[] = [
    [`${here}/change`, { name: 'Lain', about: 'Menulis lebih pendek', values: 'kompeten', joining: 'open' }],
    [`${here}/state`, { state: 'active' }],
    [`${here}/members`, { personId: other.personId, step: 'facilitator' }],
    [
      `${here}/meetings/new`,
      { topic: 'Rapat', date: yesterday(), startsAt: '09:00', endsAt: '10:00', place: '', link: '' },
    ],
    [`${meeting}/record`, { minutes: 'Notula', present: learner.personId, recorded: '0' }],
    [`${meeting}/undo`, { to: 'cancelled', reason: 'Tidak jadi' }],
    [`${here}/questions/new`, { title: 'Berapa halaman?', text: '' }],
    [`${here}/questions/waits/change`, { title: 'Berapa halaman cukup?', text: '' }],
    [`${question}/answers`, { text: 'Dua halaman.' }],
    [`${question}/answers/own/change`, { text: 'Tiga halaman.' }],
    [`${question}/helpful`, { answerId: 'other' }],
    [`${question}/hide`, { answerId: 'other', reason: 'Menyebut nama' }],
    [`${question}/show`, { answerId: 'other' }],
  ];
  return forms.map(([path, good]) => ({ role: 'learner', path, good }));
}

async function gather(id: string, agencyId: AgencyId): Promise<void> {
  const { learner, 'other-learner': other } = world.people;
  const communities = createCommunityStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const of = { communityId: id as CommunityId, agencyId };
  await communities.found(communitySample(of), memberSample({ ...of, personId: learner.personId }));
  await communities.saveMember(memberSample({ ...of, personId: other.personId, role: 'member' }));
  await communities.saveMeeting(meetingSample({ ...of, meetingId: id as MeetingId }));
  const board = createCommunityBoardStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  const { communityId } = of;
  for (const questionId of [id, 'waits'] as QuestionId[])
    await board.change({ question: questionSample({ communityId, questionId, askedBy: learner.personId }) });
  for (const [answerId, answeredBy] of [
    ['own', learner.personId],
    ['other', other.personId],
  ] as [AnswerId, PersonId][]) {
    const question = await board.findQuestion({ communityId, questionId: id as QuestionId });
    if (!question) throw new Error('it was asked');
    const answer = answerSample({ communityId, questionId: question.questionId, answerId, answeredBy });
    await board.change({ answer, question: { ...question, answers: question.answers + 1 } });
  }
}

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const sessionForm = () => ({
  ...{ date: yesterday(), startsAt: '09:00', endsAt: '10:00', topic: 'Rapat', result: 'Agenda' },
  followUp: 'Dicoba',
});

async function askToEvaluate(): Promise<string> {
  const { learner, supervisor } = world.people;
  const at = new Date().toISOString();
  const evaluation = evaluationOf({
    ...{ personId: learner.personId, evaluationId: courseEvaluationId(randomUUID()), completedAt: at },
    asked: { at, supervisorId: supervisor.personId },
  });
  const store = createEvaluationStore({ dynamo: world.parts.dynamo, table: names.lmsTable });
  await store.step(undefined, evaluation);
  return evaluation.evaluationId;
}

async function addQuestion(tenant: Tenant): Promise<string> {
  if (tenant.kind !== 'provider') throw new Error('providers are providers');
  const { providerId } = tenant;
  const sample = sampleQuestion({ providerId });
  const answers = [{ text: 'x', share: 1 }];
  const { title, prompt, points } = sample.question;
  const content = { kind: 'short-text', title, prompt, points, caseSensitive: false, answers } as const;
  const question = { ...sample, question: { questionId: sample.question.questionId, ...content } };
  await createBankStore({ dynamo: world.parts.dynamo, table: names.lmsTable }).add(providerId, [question]);
  return question.question.questionId;
}

/** Every route that writes people, organisations, courses or clients, with a body that it takes. */
function forms(): readonly { readonly role: Parameters<World['signedIn']>[0]; path: string; good: Form }[] {
  const { courseId } = world.course;
  const words = { titleId: 'Judul', titleEn: '', descriptionId: 'Isi', descriptionEn: '', languages: 'id' };
  const details = {
    ...{ ...words, jp: '4', minutes: '', form: 'NKL03', subject: 'other' },
    ...{ competencies: '', audience: '', price: '0' },
  };
  const number = { numberKind: 'NIP', employeeNumber: '' };
  const { learner, 'foreign-learner': foreign, 'other-learner': other } = world.people;
  const { agencyA } = world.tenants;
  const agencyId = agencyA.kind === 'agency' ? agencyA.agencyId : '';
  const providerId = providerAId();
  const corrected = { name: 'Nama lain', email: learner.email, unitId: '', supervisor: '' };
  const moved = { agencyId, workingAgencyId: '', confirmed: 'yes' };
  const invitation = { name: 'Orang baru', email: 'baru@contoh.example', member: 'platform', ...number };
  return [
    { role: 'learner', path: '/account', good: { timeZone: 'Asia/Jayapura' } },
    { role: 'learner', path: '/jp/transcript', good: { year: '2026' } },
    {
      role: 'agency-admin',
      path: `/agency/people/${learner.personId}/transcript`,
      good: { year: '2026' },
    },
    { role: 'learner', path: '/account/mail', good: { quietFrom: '20', quietUntil: '6', wanted: 'digest' } },
    {
      role: 'agency-admin',
      path: '/agency/obligations',
      good: {
        ...{ title: 'Etika', course1: courseId, units: '', postWords: '', often: 'once', due: '2099-12-31' },
        note: '',
      },
    },
    { role: 'learner', path: '/language', good: { language: 'en' } },
    { role: 'other-learner', path: `/courses/${courseId}/enrol`, good: { invitation: '' } },
    { role: 'other-learner', path: `/courses/${courseId}/save`, good: { returnTo: '/saved' } },
    { role: 'other-learner', path: `/courses/${courseId}/unsave`, good: { returnTo: '/saved' } },
    {
      role: 'agency-admin',
      path: '/agency/assignments',
      good: { course: courseId, people: other.email, dueOn: '', note: '' },
    },
    {
      role: 'agency-admin',
      path: `/agency/courses/${courseId}/invitations`,
      good: { label: 'Angkatan I', maxUses: '3', days: '7' },
    },
    {
      role: 'agency-admin',
      path: '/agency/reports',
      good: { kind: 'jp', format: 'csv', year: '2026', unit: '' },
    },
    {
      role: 'agency-admin',
      path: '/agency/siasn/settings',
      good: {
        ...{ isOn: 'yes', environment: 'training', fromYear: '2026', siasnAgencyId: 'B'.repeat(32) },
        ...{ subjectId: 'A'.repeat(32), consumerKey: 'kunci', consumerSecret: 'rahasia' },
      },
    },
    {
      role: 'agency-admin',
      path: '/agency/seal/settings',
      good: {
        ...{ documents: 'certificate', since: '2026-03-01', address: 'https://esign.example' },
        ...{ username: 'sinau', password: 'rahasia', subscriberId: 'segel' },
      },
    },
    { role: 'agency-admin', path: '/agency/seal/order', good: { what: 'activation' } },
    { role: 'agency-admin', path: '/agency/seal/activation', good: { code: '123456' } },
    { role: 'agency-admin', path: '/agency/seal/documents/retry-all', good: { state: 'refused' } },
    { role: 'agency-admin', path: '/agency/siasn/files', good: { year: '2026', format: 'csv' } },
    { role: 'operator', path: '/operator/people/invite', good: { ...invitation, roles: 'reviewer' } },
    { role: 'operator', path: '/operator/agencies', good: { name: 'Badan Contoh C', kind: 'central' } },
    { role: 'operator', path: '/operator/providers', good: { name: 'Kampus Contoh', kind: 'university' } },
    { role: 'agency-admin', path: `/agency/people/${learner.personId}`, good: corrected },
    { role: 'operator', path: `/operator/people/${learner.personId}`, good: corrected },
    { role: 'operator', path: '/operator/keys/tool/rotate', good: {} },
    {
      role: 'agency-admin',
      path: `/agency/people/${learner.personId}/service`,
      good: {
        ...{ status: 'PNS', statusFrom: '2024-01-01', contractFrom: '', contractTo: '', number: '' },
        ...{ post: 'Analis', family: 'pelaksana', level: '', postFrom: '' },
        ...{
          grade: '',
          gradeFrom: '',
          legalStanding: '',
          legalStandingFrom: '',
          education: '',
          educationFrom: '',
        },
      },
    },
    {
      role: 'agency-admin',
      path: `/agency/people/${learner.personId}/roles`,
      good: { roles: 'supervisor', confirmed: 'yes' },
    },
    { role: 'operator', path: `/operator/people/${foreign.personId}/move`, good: moved },
    { role: 'operator', path: `/operator/people/${foreign.personId}/disable`, good: {} },
    { role: 'operator', path: `/operator/people/${foreign.personId}/enable`, good: {} },
    {
      role: 'operator',
      path: `/operator/people/${learner.personId}/view-as`,
      good: { reason: 'Laporan bantuan nomor 17' },
    },
    { role: 'operator', path: '/view-as/end', good: {} },
    { role: 'agency-admin', path: '/agency/supervisors', good: { personId: learner.personId } },
    { role: 'agency-admin', path: '/agency/units', good: { name: 'Bagian Umum', parentId: '' } },
    {
      role: 'operator',
      path: `/operator/agencies/${agencyId}/units`,
      good: { name: 'Bagian Keuangan', parentId: '' },
    },
    { role: 'agency-admin', path: '/agency/clients', good: { name: 'Penarik', scopes: 'records/read' } },
    {
      role: 'agency-admin',
      path: `/agency/clients/${clientId}/change`,
      good: { name: 'Penarik', scopes: 'records/read' },
    },
    { role: 'agency-admin', path: `/agency/clients/${clientId}/rotate`, good: { keep: '86400' } },
    {
      role: 'operator',
      path: '/operator/clients',
      good: { name: 'Katalog', scopes: 'define', member: 'platform' },
    },
    {
      role: 'operator',
      path: `/operator/clients/${clientId}/change`,
      good: { name: 'Penarik', scopes: 'records/read', limit: '5' },
    },
    {
      role: 'provider-author',
      path: '/studio/uploads',
      good: { fileName: 'a.zip', contentType: 'application/zip', sizeBytes: '9' },
    },
    {
      role: 'provider-author',
      path: `/studio/courses/${courseId}/settings`,
      good: { rev: '1', mode: 'open', seats: '', opensAt: '', closesAt: '', versionRule: 'stay' },
    },
    { role: 'provider-author', path: `/studio/courses/${courseId}/details`, good: { ...details, rev: '2' } },
    { role: 'provider-author', path: '/studio/sheet/apply', good: { text: 'code\n' } },
    {
      role: 'provider-author',
      path: '/studio/webhooks/new/webhook',
      good: { name: 'Sistem', url: 'http://127.0.0.1:9/', events: 'course.published', from: 'now', rev: '1' },
    },
    { role: 'provider-author', path: '/studio/connections/new/webhook', good: connectionForm },
    { role: 'provider-author', path: `/studio/courses/${courseId}/submit`, good: { comment: '' } },
    {
      role: 'provider-author',
      path: `/studio/courses/${courseId}/dispatches`,
      good: { name: 'LMS Kota', notes: '', capacity: '5', expiresOn: '' },
    },
    { role: 'provider-author', path: '/studio/questions/new/short-text', good: questionForm },
    { role: 'operator', path: `/operator/agreements/${providerId}/new`, good: agreementForm },
    { role: 'agency-admin', path: `/agency/sharing/${providerId}/stop`, good: { reason: '' } },
    {
      role: 'agency-admin',
      path: '/agency/quotas/new',
      good: { ...quotaForm, target: `course:${courseId}` },
    },
    {
      role: 'agency-admin',
      path: '/agency/budget/new',
      good: { year: '2026', code: 'DL', title: 'Diklat', source: 'apbn', account: '', ceiling: '1' },
    },
    {
      role: 'agency-admin',
      path: '/agency/budget/unit-costs',
      good: {
        ...{ code: 'classroom-jp', title: 'Tatap muka', unit: 'jp', amount: '90000', basis: 'Kontrak' },
        ...{ verified: 'yes', from: '2026-01-01' },
      },
    },
    {
      role: 'agency-admin',
      path: '/agency/competency/dictionary/new',
      good: {
        ...{ code: 'KEU.01', name: 'Pengelolaan kas', field: 'Keuangan', from: '2026-01-01', rev: '0' },
        verified: 'yes',
      },
    },
    {
      role: 'agency-admin',
      path: '/agency/competency/standards/new',
      good: {
        group: 'pelaksana',
        title: '',
        from: '2026-01-01',
        criticality: '1',
        rev: '0',
        'level:M1': '1',
        verified: 'yes',
      },
    },
    { role: 'talent-officer', path: '/talent/find', good: { number: '199005172015032999' } },
    {
      role: 'talent-officer',
      path: '/talent/thresholds',
      good: { rev: '0', middleFrom: '60', highFrom: '80' },
    },
    {
      role: 'talent-officer',
      path: `/talent/people/${learner.personId}`,
      good: {
        ...{ year: '2025', performance: 'predicate:baik', potential: 'high', score: '' },
        ...{ basis: 'BA 1/2026', foundOn: '2026-01-05' },
      },
    },
    { role: 'learner', path: '/competency/word', good: { competencyId: 'M1', level: '2', note: '' } },
    {
      role: 'learner',
      path: `/evaluations/${evaluationId}/end`,
      good: { relevance: '4', delivery: '3', organisation: '3', intention: '4', comment: 'Baik' },
    },
    { role: 'learner', path: `/evaluations/${evaluationId}/applied`, good: appliedForm },
    {
      role: 'learner',
      path: '/recognitions/propose',
      good: {
        ...{ personId: '', email: world.people.supervisor.email, value: 'loyal' },
        behaviour: 'Menjaga rahasia data pegawai selama pindah kantor.',
      },
    },
    {
      role: 'agency-admin',
      path: '/agency/priority/grant',
      good: {
        ...{ who: learner.email, ground: 'loyalty', minutesNumber: 'BA-1', minutesOn: '2026-01-02' },
        validUntil: '',
      },
    },
    { role: 'agency-admin', path: '/agency/priority/stock', good: { stock: '100' } },
    { role: 'learner', path: `/recognitions/${recognitionId}/shown`, good: { shownTo: 'unit' } },
    {
      role: 'agency-admin',
      path: `/agency/recognitions/${learner.personId}/${proposalId}/decision`,
      good: { to: 'granted', reason: 'Nyata' },
    },
    {
      role: 'agency-admin',
      path: `/agency/recognitions/${learner.personId}/${recognitionId}/undo`,
      good: { reason: 'Orang yang lain' },
    },
    {
      role: 'learner',
      path: '/communities/new',
      good: { name: 'Penulis', about: 'Menulis lebih jelas', values: 'kompeten', joining: 'open' },
    },
    { role: 'agency-admin', path: `/agency/communities/${pairs.active}/open`, good: { openTo: 'all' } },
    ...communityForms(),
    {
      role: 'learner',
      path: '/coaching/new',
      good: { kind: 'coaching', as: 'guide', partner: other.email, goal: 'Menulis laporan' },
    },
    { role: 'learner', path: `/coaching/${pairs.asked}/move`, good: { step: 'decline', reason: 'Cuti' } },
    { role: 'learner', path: `/coaching/${pairs.active}/sessions/new`, good: sessionForm() },
    {
      role: 'learner',
      path: `/coaching/${pairs.active}/sessions/${pairs.active}/confirm`,
      good: { version: '1' },
    },
    {
      role: 'learner',
      path: `/coaching/${pairs.active}/sessions/${pairs.active}/change`,
      good: { ...sessionForm(), startsAt: '11:00', endsAt: '12:00', version: '1' },
    },
    {
      role: 'learner',
      path: `/coaching/${pairs.active}/sessions/${pairs.active}/withdraw`,
      good: { reason: 'Salah tanggal' },
    },
    {
      role: 'supervisor',
      path: `/team/evaluations/${learner.personId}/${evaluationId}`,
      good: appliedForm,
    },
    { role: 'agency-admin', path: '/agency/events/new', good: eventForm },
    { role: 'provider-author', path: '/studio/events/new', good: { ...eventForm, audience: 'partners' } },
    { role: 'agency-admin', path: '/agency/partner-events', good: { approval: 'supervisor', rev: '0' } },
    { role: 'agency-admin', path: '/agency/cohorts/new', good: cohortForm(courseId) },
    { role: 'agency-admin', path: '/agency/paths/new', good: pathForm(courseId) },
    { role: 'provider-author', path: '/studio/paths/new', good: { ...pathForm(courseId), audience: 'all' } },
    {
      role: 'agency-admin',
      path: `/agency/annual-plan/${new Date().getUTCFullYear()}/notes/new`,
      good: { kind: 'rule', rev: '0', title: 'SPBE', legalBasis: 'Perpres 95/2018', detail: '' },
    },
    {
      role: 'agency-admin',
      path: '/agency/annual-plan/rules/new',
      good: {
        ...{ rev: '0', title: 'Satu Data', number: 'Perpres 39/2019', inForceFrom: '2027-01-01' },
        ...{ subject: 'data', asks: '' },
      },
    },
    {
      role: 'agency-admin',
      path: '/agency/competency/bands/mapping',
      good: {
        ...{ rev: '0', 'mapping-from': '2099-01-01', 'mapping-high': '90', 'mapping-middle': '78' },
        'mapping-legalBasis': '',
      },
    },
    { role: 'agency-admin', path: '/agency/citizens/new', good: { name: 'Layanan', unit: '', about: '' } },
    { role: 'provider-author', path: '/studio/tools', good: { address: 'http://127.0.0.1:9/register' } },
    {
      role: 'provider-author',
      path: '/studio/tools/new',
      good: {
        ...{ name: 'Alat', initiateLoginUri: 'http://127.0.0.1:9/login', redirectUris: 'http://127.0.0.1:9' },
        ...{ targetLinkUri: 'http://127.0.0.1:9', jwksUri: 'http://127.0.0.1:9/keys', custom: 'a=b' },
      },
    },
    { role: 'provider-author', path: '/studio/lms/new', good: { ...platformByHand, deployments: '1' } },
    { role: 'provider-author', path: '/studio/quizzes', good: { title: 'Kuis' } },
    { role: 'learner', path: '/plan', good: { days: '1', minutes: '60', rev: '0' } },
    { role: 'learner', path: '/jp/ip-asn', good: { education: 's2', rev: '0' } },
    {
      role: 'agency-admin',
      path: '/agency/jp-rules/effort',
      good: {
        intent: 'preview',
        words: 'Peraturan Kepala 1/2026',
        ...{ leastShare: '30', idleMinutes: '20' },
      },
    },
    { role: 'learner', path: '/habits/board/leave', good: {} },
    { role: 'learner', path: '/champions/stop', good: { says: 'no' } },
    { role: 'learner', path: '/habits/hide', good: { hidden: 'no' } },
    { role: 'learner', path: '/habits/away', good: { awayFrom: '2026-11-02', awayUntil: '2026-11-06' } },
    {
      role: 'learner',
      path: '/habits/time',
      good: { days: '2', minutes: '15', weeks: '4', share: 'nobody' },
    },
    { role: 'operator', path: '/operator/nudges', good: { nudge: 'begin:0', share: '20' } },
    {
      role: 'operator',
      path: '/operator/jp-rules/effort',
      good: { intent: 'preview', words: 'Peraturan LAN 1/2026', ...{ leastShare: '30', idleMinutes: '20' } },
    },
    {
      role: 'provider-author',
      path: `/studio/questions/${questionId}`,
      good: { ...questionForm, rev: '1' },
    },
  ];
}

const appliedForm = { applied: '3', obstacle: 'none', example: 'Daftar periksa' };

const platformByHand = {
  ...{ name: 'LMS Kampus', issuer: 'http://127.0.0.1:9', clientId: 'klien-1' },
  ...{ authorizationUrl: 'http://127.0.0.1:9/auth', tokenUrl: 'http://127.0.0.1:9/token' },
  jwksUri: 'http://127.0.0.1:9/certs',
};

const connectionForm = { name: 'Hasil', contactEmail: 'a@kampus.example', acceptance: 'person', rev: '1' };

const questionContent = {
  ...{ kind: 'short-text', title: 'Soal', prompt: 'Sebutkan', points: 1, caseSensitive: false },
  answers: [{ text: 'x', share: 1 }],
};

/** The form of a question with a short answer. */
const questionForm = {
  ...{
    title: 'Soal',
    prompt: 'Sebutkan',
    points: '1',
    explanation: '',
    category: '',
    tags: '',
    language: 'id',
  },
  ...{ status: 'draft', 'row-0-text': 'x', 'row-0-share': '' },
};

/** Forms about things that are not there: whatever they hold, nothing comes of it. */
function formsOfNothing(): ReturnType<typeof forms> {
  const { courseId } = world.course;
  return [
    { role: 'learner', path: `/courses/${courseId}/rating`, good: { stars: '5', comment: 'Baik' } },
    {
      role: 'agency-admin',
      path: '/agency/requests/x',
      good: { outcome: 'granted', ground: '', answer: 'Sudah dibetulkan.' },
    },
    { role: 'learner', path: '/account/data/requests/x/withdraw', good: {} },
    {
      role: 'provider-author',
      path: `/studio/courses/${courseId}/modules/x/link`,
      good: {
        ...{ rev: '1', place: '1', url: '', custom: 'a=b', scored: 'yes' },
        ...{ scoreMaximum: '100', label: 'Ujian' },
      },
    },
    { role: 'operator', path: '/operator/keys/tool/withdraw', good: { kid: 'a-key', reason: 'bocor' } },
    ...['remove', 'answers/own/remove'].map((end) => ({
      ...{ role: 'learner' as const, path: `/communities/${pairs.active}/questions/${pairs.active}/${end}` },
      good: {} as Form,
    })),
    { role: 'learner', path: `/communities/${pairs.active}/join`, good: {} },
    { role: 'learner', path: `/communities/${pairs.active}/leave`, good: {} },
    {
      role: 'learner',
      path: `/communities/${pairs.active}/meetings/${pairs.active}/materials/x/remove`,
      good: {},
    },
    ...['attendance', 'close'].map((end) => ({
      ...{ role: 'learner' as const, path: `/communities/${pairs.active}/meetings/${pairs.active}/${end}` },
      good: (end === 'close' ? {} : { present: 'yes' }) as Form,
    })),
    // Where somebody leads it, or nobody has asked.
    {
      role: 'agency-admin',
      path: '/agency/communities/x/facilitator',
      good: { 'who-x': 'tidak@ada.example' },
    },
    // Where nobody reads them.
    { role: 'learner', path: '/jp/ip-asn/official', good: {} },
    { role: 'learner', path: '/jp/x/answer', good: { words: 'Saya membaca luring.' } },
    { role: 'learner', path: '/jp/external/x/step', good: { action: 'send', rev: '1' } },
    { role: 'learner', path: '/jp/external/x/evidence/x/remove', good: {} },
    {
      role: 'agency-admin',
      path: `/agency/external/${world.people.learner.personId}/x`,
      good: { action: 'verify', reason: '', letterNumber: '', letterDate: '', rev: '1' },
    },
    {
      role: 'agency-admin',
      path: `/agency/external/${world.people.learner.personId}/x/plan`,
      good: { planItem: '2026~x', rev: '1' },
    },
    {
      role: 'agency-admin',
      path: `/agency/held/${world.people.learner.personId}/x`,
      good: { outcome: 'released', words: 'Jurnal belajar ada.', rev: '1' },
    },
    {
      role: 'agency-admin',
      path: '/certificates/SINAU-7K3M-9QXD-4TPA/revoke',
      good: { reason: 'other', note: 'Keliru.' },
    },
    {
      role: 'agency-admin',
      path: '/certificates/SINAU-7K3M-9QXD-4TPA/reissue',
      good: { reason: 'Ejaan nama.' },
    },
    {
      role: 'operator',
      path: '/operator/ratings',
      good: { from: 'hidden', reportId: 'x', decision: 'keep' },
    },
    { role: 'provider-author', path: `/studio/courses/${courseId}/ratings/report`, good: { commentId: 'x' } },
    {
      role: 'operator',
      path: `/operator/agreements/${providerAId()}/revoke-all`,
      good: { reason: 'Kebocoran' },
    },
    ...formsOfExchange(),
  ];
}

/** Of SIASN, the electronic seal, and courses of obligations. */
function formsOfExchange(): ReturnType<typeof forms> {
  const { personId } = world.people.learner;
  const role = 'agency-admin' as const;
  return [
    {
      role,
      path: '/agency/obligations/x/courses/c1',
      good: { to: '', reason: 'Kursus ini ditutup.', rev: '1' },
    },
    {
      role,
      path: '/agency/obligations/x/courses/c1/preview',
      good: { to: '', reason: 'Kursus ini ditutup.', rev: '1' },
    },
    { role, path: '/agency/obligations/x/course-changes/0/undo', good: { rev: '1' } },
    { role, path: '/agency/siasn/session', good: { token: 'bukan token siapa pun' } },
    { role, path: '/agency/siasn/session/close', good: {} },
    { role, path: '/agency/siasn/indexes/switch', good: { isOn: 'no' } },
    { role, path: '/agency/siasn/indexes/now', good: {} },
    { role, path: '/agency/siasn/files/x/mark', good: {} },
    { role, path: '/agency/siasn/files/x/release', good: { reason: 'Tidak pernah dikirim.' } },
    { role, path: `/agency/siasn/lines/${personId}/x/decide`, good: { decision: 'retry' } },
    {
      role,
      path: `/agency/siasn/lines/${personId}/x/choose`,
      good: { subjectId: 'A'.repeat(32), scope: 'line' },
    },
    { role, path: '/agency/seal/sealer', good: { fingerprint: 'a'.repeat(64) } },
    { role, path: '/agency/seal/resume', good: {} },
    {
      role,
      path: '/agency/seal/documents/retry',
      good: { kind: 'certificate', number: 'SINAU-1', edition: '1', state: 'refused' },
    },
  ];
}

const providerAId = () => {
  const { providerA } = world.tenants;
  return providerA.kind === 'provider' ? providerA.providerId : '';
};

/** The form of seats at a provider. */
const quotaForm = {
  ...{ from: '2026-01-01', to: '2026-12-31', seats: '5', price: '', contract: '' },
  ...{ payer: 'agency', whenFull: 'wait' },
};

/** Years that nobody plans further. */
const ahead = new Date().getUTCFullYear() + 2;

/** The form of a cohort of a course. */
const cohortForm = (courseId: string) => ({
  ...{ name: 'Angkatan I', subject: `course:${courseId}`, about: '', zone: 'Asia/Jakarta', capacity: '9' },
  ...{
    startsOn: `${ahead}-12-01`,
    endsOn: `${ahead}-12-31`,
    applyUntil: `${ahead}-12-05`,
    confirmHours: '24',
  },
  ...{ admission: 'open', audience: 'agency', facilitator: '' },
});

/** The form of a learning path, with one step. */
const pathForm = (courseId: string) => ({
  ...{ title: 'Jalur', about: '', audience: 'agency', strict: 'yes', g0title: 'Dasar', g0needs: '' },
  ...{ g0s0of: `course:${courseId}`, g0s0after: '' },
});

/** The form of an event, with one session. */
const eventForm = {
  ...{ title: 'Seminar', about: '', form: 'KL06', stated: '', mode: 'in-person', abroad: 'no' },
  ...{ zone: 'Asia/Jakarta', capacity: '5', opensAt: '2026-01-01T08:00', closesAt: `${ahead}-01-01T09:00` },
  ...{ audience: 'agency', approval: 'none', confirmHours: '24', evaluation: '' },
  ...{
    s0date: `${ahead}-01-01`,
    s0from: '09:00',
    s0until: '12:00',
    s0title: '',
    s0place: 'Aula',
    s0link: '',
  },
};

/** The form of a data agreement. */
const agreementForm = {
  ...{ title: 'PKS 12/2026', purpose: 'Sertifikat memuat nama.', legalBasis: 'public-task' },
  ...{ attributes: 'name', coverage: 'all', validFrom: '2026-01-01', lastDay: '2026-12-31' },
};

const bodies = () =>
  [
    { path: '/api/uploads', good: { fileName: 'a.zip', contentType: 'application/zip', sizeBytes: 9 } },
    { path: '/api/imports', good: { jobId: world.course.jobId } },
    { path: `/api/courses/${world.course.courseId}/publish`, good: { jp: '4' } },
    { path: `/api/courses/${world.course.courseId}/dispatches`, good: { name: 'LMS Kota' } },
    { path: '/api/lti/platforms', good: { ...platformByHand, deployments: ['1'], clientId: 'klien-2' } },
    { path: '/api/questions', good: { status: 'draft', question: questionContent } },
    { path: '/api/quizzes', good: { title: 'Kuis' } },
    { path: '/api/question-bank', good: { sinauQuestions: 1, questions: [] } },
  ] as const;

async function postForm(role: Parameters<World['signedIn']>[0], path: string, fields: Form) {
  const headers = { accept: 'text/html', origin, ...(await world.signedIn(role)) };
  const response = await world.ask(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  await response.body?.cancel();
  return response.status;
}

async function postJson(path: string, body: object): Promise<number> {
  const headers = { ...provider, 'content-type': 'application/json' };
  const response = await world.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  await response.body?.cancel();
  return response.status;
}

describe('fields that nobody asked for', () => {
  it('D1: are refused by every form, and nothing is changed', async () => {
    const before = await world.rows();
    for (const { role, path, good } of [...forms(), ...formsOfNothing()]) {
      for (const wish of wishes.filter((name) => !Object.hasOwn(good, name))) {
        expect(await postForm(role, path, { ...good, [wish]: 'operator' }), `${path} ${wish}`).toBe(400);
      }
    }
    expect(await world.rows()).toEqual(before);
  });

  it('D1: are refused by every JSON door, and nothing is changed', async () => {
    const before = await world.rows();
    for (const { path, good } of bodies()) {
      for (const wish of wishes.filter((name) => !Object.hasOwn(good, name))) {
        if (path.endsWith('publish') && wish === 'version') continue;
        expect(await postJson(path, { ...good, [wish]: 'operator' }), `${path} ${wish}`).toBe(400);
      }
    }
    const sent = await world.ask('/api/packages?fileName=a.zip&providerId=x', {
      method: 'POST',
      headers: provider,
      body: 'zip',
    });
    expect(sent.status).toBe(400);
    expect(await world.rows()).toEqual(before);
  });

  it('D2: in the body of an enrolment are refused, and in its address enrol nobody else and decide nothing', async () => {
    const { courseId } = world.course;
    const victim = world.people['other-learner'].personId;
    const wish = { personId: victim, state: 'completed', completedAt: '2026-01-01T00:00:00.000Z' };
    const before = await world.rows();
    const path = `/courses/${courseId}/enrol?${new URLSearchParams(wish)}`;
    const invented = { status: 'completed', score: '1', certificateId: 'x', member: victim, user_id: victim };
    for (const [name, value] of Object.entries({ ...wish, ...invented })) {
      expect(await postForm('learner', path, { [name]: value }), name).toBe(400);
    }
    expect(await world.rows()).toEqual(before);
    expect(await postForm('learner', path, {})).toBe(303);
    const after = [...(await world.rows())].filter(([key, row]) => before.get(key) !== row);
    const enrolments = after.filter(([key]) => key.startsWith('ENROLMENT#'));
    expect(enrolments).toHaveLength(1);
    expect(after.map(([, row]) => row).join()).not.toContain(victim);
    const [[, row = ''] = []] = enrolments;
    expect(row).toContain(world.people.learner.personId);
    expect(row).not.toMatch(/completed/);
  });

  it('D1: every form and body without them is taken, so that the refusals above have one reason', async () => {
    for (const { role, path, good } of forms()) {
      expect([200, 303], path).toContain(await postForm(role, path, good));
    }
    for (const { path, good } of bodies()) expect(await postJson(path, good), path).toBeLessThan(300);
  });

  it('D1: nobody gives a scope or role beyond those of the tenant', async () => {
    const before = await world.rows();
    for (const scopes of ['courses/write', 'define']) {
      const status = await postForm('agency-admin', '/agency/clients', { name: 'Penarik', scopes });
      expect(status, scopes).toBe(422);
    }
    const { agencyA, providerA } = world.tenants;
    const agency = agencyA.kind === 'agency' ? `agency:${agencyA.agencyId}` : '';
    const company = providerA.kind === 'provider' ? `provider:${providerA.providerId}` : '';
    const invitation = { name: 'Orang', email: 'lain@contoh.example', numberKind: 'NIP', employeeNumber: '' };
    for (const [member, roles] of [
      [agency, 'provider-author'],
      [company, 'reviewer'],
      [company, 'learner'],
      ['platform', 'agency-admin'],
    ] as const) {
      const status = await postForm('operator', '/operator/people/invite', { ...invitation, member, roles });
      expect(status, `${member} ${roles}`).toBe(422);
    }
    expect(await world.rows()).toEqual(before);
  });
});
