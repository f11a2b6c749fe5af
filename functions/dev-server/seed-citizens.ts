import {
  addService,
  elementCodes,
  giveAnswer,
  listComments,
  listServices,
  moderateComment,
  openForm,
  planSurvey,
  setPromise,
} from '@sinau/feedback';
import { addForum, setCommitment } from '@sinau/feedback/forums';
import { takeThemeList, themeTemplate, tryThemeList } from '@sinau/feedback/themes';
import { addDays, localDateOf, type PersonPrincipal } from '@sinau/kernel';
import type { CitizenDesk } from '../shared/citizen-parts.ts';
import type { Seeded } from './seed/index.ts';

/** Scores from U1 to U9, made up: the staff are what citizens rate lowest. */
const answers = [
  [3, 3, 3, 4, 3, 3, 2, 3, 3],
  [4, 3, 3, 4, 3, 3, 2, 3, 3],
  [3, 3, 2, 4, 3, 2, 2, 3, 3],
  [3, 4, 3, 4, 4, 3, 3, 3, 4],
] as const;

const comments = [
  'Petugas di loket dua kurang ramah.',
  'Antreannya sekarang lebih cepat, terima kasih.',
] as const;

/** A service of the seeded agency with a survey that runs, enough answers to tell its first numbers, and what was done. Once. */
export async function seedCitizens(desk: CitizenDesk, { tenants, people }: Seeded): Promise<void> {
  const admin = people.find(({ role }) => role === 'agency-admin');
  if (!admin || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  const { agencyId } = tenants.agency;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  if ((await listServices(desk, { principal })).length > 0) return;
  const service = await addService(desk, {
    principal,
    request: { name: 'Layanan informasi kepegawaian', unit: 'Biro Sumber Daya Manusia' },
  });
  const at = { principal, serviceId: service.serviceId };
  const today = localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta');
  const request = { from: today, to: addDays(today, 60), swapped: false, served: 1_200 };
  const survey = await planSurvey(desk, { ...at, request });
  for (let n = 0; n < 24; n += 1) await answerOnce(desk, service, n);
  const place = { ...at, surveyId: survey.surveyId };
  const waiting = await listComments(desk, { ...place, state: 'waiting', limit: 10 });
  const thanks = waiting.comments.find(({ text }) => text === comments[1]);
  if (thanks) await moderateComment(desk, { ...place, comment: thanks, decision: { state: 'shown' } });
  const promise = {
    said: 'Antrean terlalu lama pada hari Senin.',
    action: 'Loket ketiga dibuka setiap Senin.',
  };
  await setPromise(desk, { ...at, request: { ...promise, state: 'kept' } });
  await seedThemes(desk, principal, service.name);
  await seedForum(desk, principal, service.serviceId);
}

/** A consultation of two weeks ago with a promise that was kept and one that is open, and another that is ahead. */
async function seedForum(desk: CitizenDesk, principal: PersonPrincipal, serviceId: string): Promise<void> {
  const today = localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta');
  const request = {
    ...{ title: 'Forum layanan informasi kepegawaian', serviceIds: [serviceId], place: 'Aula lantai 2' },
    ...{ heldOn: addDays(today, -14), participants: { 'service-users': 24, community: 6, officials: 5 } },
    minutes: 'Dibahas sikap petugas di loket dan lama antrean. Disepakati dua perbaikan.',
  };
  const { forumId } = await addForum(desk, { principal, request });
  await addForum(desk, {
    principal,
    request: {
      ...{ title: 'Forum layanan mutasi pegawai', serviceIds: [serviceId], heldOn: addDays(today, 21) },
      ...{ place: 'Aula lantai 2', link: 'https://rapat.badan-contoh.example/forum', participants: {} },
      agenda: 'Lama penyelesaian berkas mutasi, dan apa yang perlu dibawa sebelum datang ke loket.',
    },
  });
  const unit = 'Biro Sumber Daya Manusia';
  await setCommitment(desk, {
    ...{ principal, forumId, rev: 1 },
    request: {
      ...{ said: 'Nomor antrean sulit dilihat.', text: 'Layar antrean dipasang.', unit, state: 'kept' },
      ...{ due: addDays(today, -1), outcome: 'Layar antrean terpasang di ruang tunggu.' },
    },
  });
  await setCommitment(desk, {
    ...{ principal, forumId, rev: 2 },
    request: {
      ...{ said: 'Petugas loket kurang ramah.', text: 'Petugas loket mengikuti pelatihan pelayanan.' },
      ...{ unit, due: addDays(today, 60), state: 'open', topic: 'Pelayanan publik yang ramah' },
    },
  });
}

/** Complaints of this year so far, made up: as the survey, they are about the staff. */
async function seedThemes(desk: CitizenDesk, principal: PersonPrincipal, service: string): Promise<void> {
  const year = localDateOf(desk.clock.now().getTime(), 'Asia/Jakarta').slice(0, 4);
  const rows = [
    [year, service, 'Sikap petugas', 'SP4N-LAPOR', '34', '21', '4,5'],
    [year, service, 'Sikap petugas', 'Loket', '18', '18', '1'],
    [year, service, 'Antrean lama', 'Loket', '12', '9', '2'],
    [year, service, 'Biaya tidak jelas', 'Surat', '3', '3', ''],
  ];
  const table = { heads: themeTemplate[0] ?? [], rows: rows.map((cells, n) => ({ row: n + 2, cells })) };
  const tried = await tryThemeList(desk, { principal, name: 'pengaduan.xlsx', table });
  if (tried.outcome !== 'tried') throw new Error('the themes were not taken');
  await takeThemeList(desk, { principal, listId: tried.list.listId });
}

async function answerOnce(
  desk: CitizenDesk,
  place: Parameters<typeof openForm>[1],
  n: number,
): Promise<void> {
  const { form } = await openForm(desk, place);
  const row = answers[n % answers.length];
  if (!form || !row) throw new Error('the survey takes no answers');
  const scores = Object.fromEntries(elementCodes.map((code, index) => [code, row[index] ?? 3]));
  const comment = comments[n];
  const request = { form, scores: scores as Record<(typeof elementCodes)[number], number> };
  await giveAnswer(desk, {
    ...{ place, sender: `seed ${n}` },
    request: { ...request, ...(comment !== undefined && { comment }) },
  });
}
