import { forgetAuthor, type QuestionPlace } from '@sinau/collaboration/board';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(tenant: keyof typeof world.tenants = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], ['learner']);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}
type Reader = Awaited<ReturnType<typeof signedIn>>;

const pathIn = (answer: Response): string => {
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'https://sinau.example').pathname;
};

/** Budi leads a community that Sri and Tuti are in. */
async function boarded() {
  const [budi, sri, tuti] = [await signedIn(), await signedIn(), await signedIn()];
  const terms = {
    name: 'Penulis telaahan',
    about: 'Menulis lebih jelas',
    values: 'kompeten',
    joining: 'open',
  };
  const community = pathIn(await budi.post('/communities/new', terms));
  for (const one of [sri, tuti]) await one.post(`${community}/join`, {});
  const board = `${community}/questions`;
  const ask = (by: Reader, title = 'Berapa <b>halaman</b>?', text = '') =>
    by.post(`${board}/new`, { title, text });
  return { budi, sri, tuti, community, board, ask };
}

const answerIdIn = (page: string): string => /id="answer-([^"]+)"/.exec(page)?.[1] ?? '';

describe('questions of a community', () => {
  it('are asked, answered and marked; what waits stands first, and what people write is text', async () => {
    const { budi, sri, tuti, community, board, ask } = await boarded();
    expect(await sri.page(community)).toContain(`href="${board}"`);
    expect(await sri.page(board)).toContain('Belum ada pertanyaan');
    const question = pathIn(await ask(sri, 'Berapa <b>halaman</b>?', '<script>alert(1)</script>'));
    world.clock.advance(1_000);
    await ask(tuti, 'Siapa yang membaca?');
    const shown = await tuti.page(question);
    expect(shown).toContain('Berapa &lt;b&gt;halaman&lt;/b&gt;?');
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const before = await budi.page(board);
    expect(before.indexOf('Siapa')).toBeLessThan(before.indexOf('Berapa'));
    const answered = await budi.post(`${question}/answers`, { text: 'Dua <i>halaman</i>.' });
    expect(pathIn(answered)).toBe(question);
    await tuti.post(`${board}/x/answers`, { text: 'Tidak ada' });
    const page = await sri.page(question);
    expect(page).toContain('Dua &lt;i&gt;halaman&lt;/i&gt;.');
    const answerId = answerIdIn(page);
    expect(await tuti.page(question)).not.toContain('Ini membantu');
    expect((await tuti.post(`${question}/helpful`, { answerId })).status).toBe(422);
    expect((await sri.post(`${question}/helpful`, { answerId })).status).toBe(303);
    expect(await budi.page(question)).toContain('Jawaban yang membantu');
    expect(await budi.page(board)).toContain('Terjawab');
    expect((await sri.post(`${question}/helpful`, {})).status).toBe(303);
    expect(await budi.page(question)).not.toContain('Jawaban yang membantu');
  });

  it('are read and written by nobody who is not in it, whatever they know of its address', async () => {
    const { budi, sri, tuti, community, board, ask } = await boarded();
    const question = pathIn(await ask(sri));
    await budi.post(`${question}/answers`, { text: 'Dua halaman.' });
    const answerId = answerIdIn(await sri.page(question));
    await tuti.post(`${community}/leave`, {});
    for (const one of [tuti, await signedIn(), await signedIn('agencyB')]) {
      for (const path of [board, `${board}/new`, question, `${question}/change`])
        expect([path, (await one.ask(path)).status]).toEqual([path, 404]);
      for (const [path, form] of [
        [`${board}/new`, { title: 'Boleh bertanya?', text: '' }],
        [`${question}/answers`, { text: 'Tiga.' }],
        [`${question}/helpful`, { answerId }],
        [`${question}/hide`, { reason: 'Iklan' }],
        [`${question}/remove`, {}],
        [`${question}/answers/${answerId}/remove`, {}],
      ] as const)
        expect([path, (await one.post(path, form)).status]).toEqual([path, 404]);
    }
    // The same id in another community is nothing.
    const other = pathIn(
      await tuti.post('/communities/new', {
        ...{ name: 'Lain lagi', about: 'Menulis lebih jelas', values: 'kompeten', joining: 'open' },
      }),
    );
    const elsewhere = question.replace(community, other);
    expect((await tuti.ask(elsewhere)).status).toBe(404);
  });

  it('take no characters that control, no empty words and none that are too long, and keep what was typed', async () => {
    const { sri, tuti, board, ask } = await boarded();
    const bell = String.fromCharCode(7);
    for (const [title, text] of [
      ['', ''],
      ['Hm?', ''],
      [`Berapa${bell} halaman?`, ''],
      ['x'.repeat(151), ''],
      ['Berapa halaman?', `a${bell}`],
      ['Berapa halaman?', 'x'.repeat(4_001)],
    ] as const)
      expect([title, (await ask(sri, title, text)).status]).toEqual([title, 422]);
    expect(await (await ask(sri, 'Hm?', 'Yang sudah ditulis')).text()).toContain('Yang sudah ditulis');
    const question = pathIn(await ask(sri));
    for (const text of ['', ' ', bell, 'x'.repeat(4_001)])
      expect((await tuti.post(`${question}/answers`, { text })).status).toBe(422);
    const turned = `Dua ${String.fromCharCode(0x202e)}namalah`;
    await tuti.post(`${question}/answers`, { text: turned });
    expect(await sri.page(question)).not.toContain(String.fromCharCode(0x202e));
    expect((await sri.ask(`${board}?page=palsu`)).status).toBe(400);
  });

  it('are changed and removed by their authors alone, as long as that misleads nobody', async () => {
    const { budi, sri, tuti, board, ask } = await boarded();
    const question = pathIn(await ask(sri));
    const words = { title: 'Berapa halaman cukup?', text: '' };
    expect((await budi.post(`${question}/change`, words)).status).toBe(422);
    expect(pathIn(await budi.ask(`${question}/change`))).toBe(question);
    expect(await sri.page(`${question}/change`)).toContain('Berapa &lt;b&gt;halaman');
    expect((await sri.post(`${question}/change`, words)).status).toBe(303);
    expect(await tuti.page(question)).toContain('· diubah');
    await tuti.post(`${question}/answers`, { text: 'Dua halaman.' });
    const answerId = answerIdIn(await sri.page(question));
    const own = `${question}/answers/${answerId}`;
    const late = await sri.post(`${question}/change`, words);
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('sudah dijawab')]);
    expect((await sri.post(`${question}/remove`, {})).status).toBe(422);
    expect((await sri.post(`${own}/change`, { text: 'Tiga.' })).status).toBe(422);
    expect(await tuti.page(`${own}/change`)).toContain('Dua halaman.');
    expect((await tuti.post(`${own}/change`, { text: 'Tiga halaman.' })).status).toBe(303);
    await sri.post(`${question}/helpful`, { answerId });
    const marked = await tuti.post(`${own}/change`, { text: 'Beli di toko saya.' });
    expect([marked.status, await marked.text()]).toEqual([422, expect.stringContaining('ditandai membantu')]);
    expect((await tuti.post(`${own}/remove`, {})).headers.get('location')).toBe(`${question}?notice=deleted`);
    expect((await sri.post(`${question}/remove`, {})).headers.get('location')).toBe(
      `${board}?notice=deleted`,
    );
    expect((await sri.ask(question)).status).toBe(404);
  });

  it('are hidden by whoever leads with a reason that all read, and shown again', async () => {
    const { budi, sri, tuti, board, ask } = await boarded();
    const question = pathIn(await ask(sri, 'Mengapa Pak X begitu?'));
    await tuti.post(`${question}/answers`, { text: 'Karena rahasia.' });
    const answerId = answerIdIn(await sri.page(question));
    expect((await tuti.post(`${question}/hide`, { reason: 'Iklan' })).status).toBe(422);
    const bare = await budi.post(`${question}/hide`, { answerId, reason: '' });
    expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('Tulis alasannya')]);
    await budi.post(`${question}/hide`, { answerId, reason: 'Menyebut nama' });
    const seen = await sri.page(question);
    expect(seen).toContain('Menyebut nama');
    expect(seen).not.toContain('Karena rahasia.');
    for (const one of [budi, tuti]) expect(await one.page(question)).toContain('Karena rahasia.');
    await budi.post(`${question}/show`, { answerId });
    expect(await sri.page(question)).toContain('Karena rahasia.');
    expect(await tuti.page(question)).toContain(`/answers/${answerId}/change"`);
    await budi.post(`${question}/hide`, { reason: 'Menyebut nama' });
    // Under a hidden question an answer stays as it is.
    const change = `${question}/answers/${answerId}/change`;
    expect(await tuti.page(question)).not.toContain(`${change}"`);
    expect(pathIn(await tuti.ask(change))).toBe(question);
    expect((await tuti.post(change, { text: 'Lain lagi.' })).status).toBe(422);
    const reader = await signedIn();
    await reader.post(`${board.replace('/questions', '')}/join`, {});
    for (const path of [board, question]) {
      const page = await reader.page(path);
      expect([page.includes('Pak X'), page.includes('Karena rahasia.')]).toEqual([false, false]);
    }
    // Whoever wrote it reads it, and why it is gone.
    expect(await sri.page(question)).toContain('Pak X');
    expect(await tuti.page(question)).toContain('Karena rahasia.');
  });

  it('go on page by page, and tell of who is not there any more', async () => {
    const { budi, sri, tuti, board, ask } = await boarded();
    for (let n = 0; n < 21; n += 1) {
      world.clock.advance(1_000);
      await ask([budi, sri, tuti][n % 3] ?? sri, `Pertanyaan nomor ${n}?`);
    }
    const first = await sri.page(board);
    expect([first.includes('nomor 20?'), first.includes('nomor 0?')]).toEqual([true, false]);
    const next = /href="([^"]+\?page=[^"]+)"/.exec(first)?.[1] ?? '';
    expect(await sri.page(next)).toContain('nomor 0?');
    // A place of one reader opens nothing for another.
    expect((await tuti.ask(next)).status).toBe(400);
    const { board: store } = await world.deps.collaboration();
    await forgetAuthor(store, budi.person.personId);
    expect(await sri.page(next)).toContain('anggota yang sudah keluar');
  });

  it('keep what somebody was writing while the question was changed, and show its new words', async () => {
    const { sri, tuti, ask } = await boarded();
    const question = pathIn(await ask(sri));
    const asOf = /name="asOf" value="([^"]+)"/.exec(await tuti.page(question))?.[1] ?? '';
    expect(asOf).not.toBe('');
    world.clock.advance(1_000);
    await sri.post(`${question}/change`, { title: 'Perlu halaman judul?', text: '' });
    const late = await tuti.post(`${question}/answers`, { text: 'Dua saja.', asOf });
    const page = await late.text();
    expect(late.status).toBe(422);
    for (const said of [
      'diubah selagi Anda menulis',
      'Perlu halaman judul?',
      'Dua saja.',
      'Belum ada jawaban.',
    ])
      expect(page).toContain(said);
    const again = /name="asOf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await tuti.post(`${question}/answers`, { text: 'Ya.', asOf: again })).status).toBe(303);
    expect(await sri.page(question)).toContain('Ya.');
  });

  it('that are hidden wait for nobody, stand below, and tell of who has hidden them and is not there any more', async () => {
    const { budi, sri, board, ask } = await boarded();
    const waits = pathIn(await ask(sri, 'Siapa yang membaca?'));
    world.clock.advance(1_000);
    const question = pathIn(await ask(sri, 'Mengapa begitu?'));
    await budi.post(`${question}/hide`, { reason: 'Menyebut nama' });
    const page = await sri.page(board);
    expect(page.indexOf(waits)).toBeLessThan(page.indexOf(question));
    expect([page.split('Belum dijawab').length - 1, page.includes('Disembunyikan')]).toEqual([1, true]);
    expect(await sri.page(question)).not.toContain('Disembunyikan oleh anggota yang sudah keluar.');
    const { board: store } = await world.deps.collaboration();
    const [, , communityId, , questionId] = question.split('/');
    const kept = await store.findQuestion({ communityId, questionId } as QuestionPlace);
    if (!kept?.hidden) throw new Error('it is hidden');
    await store.change({ question: { ...kept, hidden: { ...kept.hidden, by: 'siapa' as PersonId } } });
    expect(await sri.page(question)).toContain('Disembunyikan oleh anggota yang sudah keluar.');
  });

  it('stop at as many as one may write in a day', async () => {
    const { sri, ask } = await boarded();
    for (let n = 0; n < 10; n += 1) await ask(sri, `Pertanyaan nomor ${n}?`);
    const full = await ask(sri, 'Satu lagi boleh?');
    expect([full.status, await full.text()]).toEqual([422, expect.stringContaining('Lanjutkan besok')]);
  });
});
