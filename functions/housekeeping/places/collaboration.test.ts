import {
  answerSample,
  attendanceSample,
  communitySample,
  materialSample,
  meetingSample,
  memberSample,
  memoryCommunityBoardStore,
  memoryCommunityStore,
  memoryMeetingMaterialRoom,
  memoryPairStore,
  pairSample,
  questionSample,
  sessionSample,
} from '@sinau/collaboration/testing';
import { formNumber } from '@sinau/credentials';
import { memorySignedFormFiles, memorySignedFormStore } from '@sinau/credentials/testing';
import type { PersonId } from '@sinau/kernel';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import type { PersonPlace } from '@sinau/privacy';
import { expect, it } from 'vitest';
import { coachingPlace, communitiesPlace, communityBoardPlace } from './collaboration.ts';

const [sri, budi] = ['sri' as PersonId, 'budi' as PersonId];
const words = /Membuka|Agenda|Senin|Memimpin/;

/** A place as jobs of privacy ask it. */
function asked(place: PersonPlace) {
  const subject = (personId: PersonId, keepVerbs?: readonly string[]) =>
    ({ personId, agencyId: 'bkn', untilMs: 0, ...(keepVerbs && { keepVerbs }) }) as never;
  return {
    copyOf: async (personId: PersonId) => JSON.stringify(await place.copy?.(subject(personId), undefined)),
    erased: async (personId: PersonId, keepVerbs?: readonly string[]) =>
      (await place.erase?.(subject(personId, keepVerbs), undefined))?.counts,
    counted: async (personId: PersonId, keepVerbs?: readonly string[]) =>
      (await place.count(subject(personId, keepVerbs), undefined)).counts,
  };
}

it('both who coach and are coached have a copy, and an erasure takes the words and leaves that it was', async () => {
  const pairs = memoryPairStore();
  await pairs.step(undefined, pairSample());
  await pairs.stepSession(undefined, sessionSample({ state: 'confirmed' }));
  const stores = {
    ...{ pairs, forms: memorySignedFormStore(), formFiles: memorySignedFormFiles() },
    ...{ signer: hmacSigner('x'.repeat(40)), digest: nodeDigest },
  };
  const { pairId, sessionId } = sessionSample();
  const number = formNumber(stores, { pairId, sessionId });
  const printed = { ...{ number, edition: 1, pairId, sessionId, madeAt: '', pdfSha256: '' }, filesId: 'f1' };
  await stores.forms.add(printed);
  await stores.formFiles.put(printed, new Uint8Array([1]));
  const place = asked(coachingPlace(stores, 0));
  expect(await place.counted(sri)).toEqual({ coaching: 2 });
  // A retention rule ends statements alone.
  expect([await place.counted(sri, []), await place.erased(sri, [])]).toEqual([
    { coaching: 0 },
    { coaching: 0 },
  ]);
  expect(await place.copyOf(sri)).toMatch(words);
  expect(await stores.formFiles.pdf(printed)).toBeDefined();
  expect(await place.erased(sri)).toEqual({ coaching: 2 });
  // The last look finds nothing that should not be, or no erasure of anybody with a coach would end.
  expect(await place.counted(sri)).toEqual({ coaching: 0 });
  // What was printed of the words goes with them, for both.
  expect(await stores.formFiles.pdf(printed)).toBeUndefined();
  const rest = await place.copyOf(budi);
  expect(rest).not.toMatch(words);
  expect(rest).toContain('"state":"confirmed"');
});

it('who was in a community has a copy of their own attendance alone, and is in none after an erasure', async () => {
  const communities = memoryCommunityStore();
  await communities.found(communitySample(), memberSample());
  await communities.saveMember(memberSample({ personId: sri, role: 'member', unitId: 'u1' }));
  await communities.saveMeeting(
    meetingSample({ attendances: [attendanceSample('sri'), attendanceSample('tuti')] }),
  );
  const place = asked(communitiesPlace({ communities, meetingMaterials: memoryMeetingMaterialRoom() }, 0));
  const copy = await place.copyOf(sri);
  expect(copy).toContain('"personId":"sri"');
  expect(copy).not.toContain('tuti');
  expect(await place.counted(sri)).toEqual({ communities: 1, meetingFiles: 0 });
  expect(await place.erased(sri)).toEqual({ communities: 1, meetingFiles: 0 });
  expect(await place.counted(sri)).toEqual({ communities: 0, meetingFiles: 0 });
});

it('why somebody was taken out of a meeting goes with them, also where they had left; what was said of others stays', async () => {
  const communities = memoryCommunityStore();
  await communities.found(communitySample(), memberSample());
  await communities.saveMember(memberSample({ personId: sri, role: 'member', state: 'left' }));
  const override = (reason: string) => ({
    ...{ present: false, way: 'code' as const },
    override: { by: budi, at: '2026-03-02T04:00:00.000Z', reason },
  });
  const attendances = [
    attendanceSample('sri', override('Pulang karena sakit')),
    attendanceSample('tuti', override('Salah ruang')),
  ];
  await communities.saveMeeting(meetingSample({ attendances }));
  const place = asked(communitiesPlace({ communities, meetingMaterials: memoryMeetingMaterialRoom() }, 0));
  expect(await place.copyOf(sri)).toContain('Pulang karena sakit');
  expect(await place.counted(sri)).toEqual({ communities: 1, meetingFiles: 0 });
  // A retention rule ends statements alone.
  expect(await place.erased(sri, [])).toEqual({ communities: 0, meetingFiles: 0 });
  // Somebody writes the same meeting just then.
  const { saveMeeting } = communities;
  let others = 0;
  communities.saveMeeting = async (next) => {
    others += 1;
    return others === 1 ? 'conflict' : saveMeeting(next);
  };
  expect(await place.erased(sri)).toEqual({ communities: 1, meetingFiles: 0 });
  const [meeting] = await communities.meetingsOf(communitySample().communityId);
  expect(meeting?.attendances.map((one) => [one.present, one.override?.reason])).toEqual([
    [false, '–'],
    [false, 'Salah ruang'],
  ]);
  expect([await place.counted(sri), await place.erased(sri)]).toEqual([
    { communities: 0, meetingFiles: 0 },
    { communities: 0, meetingFiles: 0 },
  ]);
});

it('files that somebody brought to meetings are in their copy by name and digest, and go with them', async () => {
  const communities = memoryCommunityStore();
  await communities.found(communitySample(), memberSample());
  await communities.saveMember(memberSample({ personId: sri, role: 'member', state: 'left' }));
  const files = [materialSample({ addedBy: sri }), materialSample({ materialId: 'f2', name: 'lain.pdf' })];
  await communities.saveMeeting(meetingSample({ materials: files }));
  const meetingMaterials = memoryMeetingMaterialRoom();
  for (const { materialId } of files)
    await meetingMaterials.put({ ...meetingSample(), materialId }, new Uint8Array([1]));
  const place = asked(communitiesPlace({ communities, meetingMaterials }, 0));
  const copy = await place.copyOf(sri);
  expect([copy.includes(files[0]?.sha256 ?? ''), copy.includes('lain.pdf')]).toEqual([true, false]);
  expect(await place.counted(sri)).toEqual({ communities: 0, meetingFiles: 1 });
  // A retention rule ends statements alone.
  expect(await place.erased(sri, [])).toEqual({ communities: 0, meetingFiles: 0 });
  expect(await place.erased(sri)).toEqual({ communities: 0, meetingFiles: 1 });
  expect([...meetingMaterials.files.keys()]).toEqual(['k1/m1/f2']);
  expect(await place.copyOf(sri)).not.toContain('paparan.pdf');
});

it('what somebody asked and answered is in their copy, and stays without their name after an erasure', async () => {
  const board = memoryCommunityBoardStore();
  await board.change({ question: questionSample(), answer: answerSample() });
  const place = asked(communityBoardPlace({ board }, 0));
  expect(await place.copyOf(sri)).toContain('Berapa halaman telaahan?');
  // What others have answered is theirs.
  expect(await place.copyOf(sri)).not.toContain('Dua halaman cukup.');
  expect(await place.copyOf(budi)).toContain('Dua halaman cukup.');
  expect(await place.counted(sri)).toEqual({ boardWords: 1 });
  // A retention rule ends statements alone.
  expect([await place.counted(sri, []), await place.erased(sri, [])]).toEqual([
    { boardWords: 0 },
    { boardWords: 0 },
  ]);
  expect(await place.erased(sri)).toEqual({ boardWords: 1 });
  const question = await board.findQuestion(questionSample());
  expect([question?.title, question?.askedBy]).toEqual(['Berapa halaman telaahan?', undefined]);
  expect(await place.copyOf(sri)).not.toContain('Berapa');
  expect(await place.counted(budi)).toEqual({ boardWords: 1 });
});

it('a copy says why words of somebody were hidden, and not by whom; the reason goes with them', async () => {
  const board = memoryCommunityBoardStore();
  const hidden = { by: 'wulan' as PersonId, at: '2026-03-03T00:00:00.000Z', reason: 'Menyebut nama' };
  const answer = answerSample({ answeredBy: sri, hidden: { ...hidden, reason: 'Iklan' } });
  await board.change({ question: questionSample({ hidden }), answer });
  const place = asked(communityBoardPlace({ board }, 0));
  const copy = await place.copyOf(sri);
  for (const said of ['Menyebut nama', 'Iklan']) expect(copy).toContain(said);
  expect(copy).not.toContain('wulan');
  expect(await place.erased(sri)).toEqual({ boardWords: 2 });
  expect([
    (await board.findQuestion(questionSample()))?.hidden,
    (await board.findAnswer(answerSample()))?.hidden,
  ]).toEqual([
    { ...hidden, reason: '–' },
    { ...hidden, reason: '–' },
  ]);
});
