import type Cmi5 from '@xapi/cmi5';
import type { Lesson } from './lesson.ts';
import { keepBookmark, openSession, readBookmark } from './session.ts';

const stage = byId('stage');
const status = byId('status');
const lesson: Lesson = JSON.parse(byId('lesson').textContent ?? '{}');

openSession()
  .then(async (cmi5) => {
    const { page } = await readBookmark(cmi5);
    showPage(cmi5, Math.min(page, lesson.pages.length));
  })
  .catch(() => say('Sesi ini tidak dapat dibuka. Tutup halaman ini lalu buka lagi dari halaman kursus.'));

function showPage(cmi5: Cmi5, index: number): void {
  const page = lesson.pages[index];
  if (!page) {
    showQuiz(cmi5);
    return;
  }
  stage.replaceChildren(
    place(index),
    element('h1', {}, page.heading),
    ...page.paragraphs.map((text) => element('p', {}, text)),
    buttons(
      index > 0 ? button('Kembali', 'quiet', () => move(cmi5, index - 1)) : undefined,
      button('Lanjut', 'main', () => move(cmi5, index + 1)),
    ),
  );
}

/** The quiz is the last of the parts. */
function place(index: number): HTMLElement {
  return element('p', { className: 'where' }, `Bagian ${index + 1} dari ${lesson.pages.length + 1}`);
}

async function move(cmi5: Cmi5, to: number): Promise<void> {
  say('Menyimpan…');
  await keepBookmark(cmi5, { page: to });
  await cmi5.progress(Math.round((to / (lesson.pages.length + 1)) * 100));
  say('Tersimpan');
  showPage(cmi5, to);
}

function showQuiz(cmi5: Cmi5): void {
  const form = element('form', { id: 'quiz' });
  for (const question of lesson.questions) {
    const group = element('fieldset', {}, element('legend', {}, question.text));
    for (const choice of question.choices) {
      const input = element('input', { type: 'radio', name: question.id, value: choice.id, required: true });
      group.append(element('label', {}, input, ` ${choice.text}`));
    }
    form.append(group);
  }
  form.append(buttons(element('button', { className: 'main', type: 'submit' }, 'Kirim jawaban')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    judge(cmi5, new FormData(form)).catch(() =>
      say('Jawaban belum tersimpan. Periksa sambungan, lalu kirim lagi.'),
    );
  });
  stage.replaceChildren(place(lesson.pages.length), element('h1', {}, 'Periksa pemahaman'), form);
}

async function judge(cmi5: Cmi5, answers: FormData): Promise<void> {
  say('Menyimpan…');
  const right = lesson.questions.filter(({ id, right }) => answers.get(id) === right);
  for (const { id, right: correct, text } of lesson.questions) {
    const given = String(answers.get(id));
    await cmi5.interactionChoice(
      'kuis',
      id,
      [given],
      [correct],
      undefined,
      { id: text },
      undefined,
      given === correct,
    );
  }
  const score = right.length / lesson.questions.length;
  const mastery = cmi5.getLaunchData().masteryScore ?? 0;
  if (score < mastery) {
    say(`Nilai ${percent(score)}. Perlu ${percent(mastery)}. Baca lagi, lalu coba sekali lagi.`);
    return;
  }
  await cmi5.pass({ scaled: score });
  await cmi5.complete();
  say('Tersimpan');
  stage.replaceChildren(
    element('h1', {}, 'Selesai'),
    element('p', {}, `Nilai Anda ${percent(score)}. Terima kasih sudah belajar.`),
    buttons(button('Tutup pelajaran', 'main', () => leave(cmi5))),
  );
}

async function leave(cmi5: Cmi5): Promise<void> {
  await cmi5.terminate();
  stage.replaceChildren(
    element('h1', {}, 'Pelajaran ditutup'),
    element('p', {}, 'Anda boleh kembali ke halaman kursus.'),
  );
  const { returnURL } = cmi5.getLaunchData();
  if (returnURL) location.assign(returnURL);
}

function percent(share: number): string {
  return new Intl.NumberFormat('id', { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

function say(text: string): void {
  status.textContent = text;
}

function button(label: string, className: string, act: () => void | Promise<void>): HTMLElement {
  const node = element('button', { type: 'button', className }, label);
  node.addEventListener('click', () => {
    Promise.resolve(act()).catch(() => say('Belum tersimpan. Periksa sambungan, lalu coba lagi.'));
  });
  return node;
}

function buttons(...children: (HTMLElement | undefined)[]): HTMLElement {
  return element('div', { className: 'buttons' }, ...children.filter((child) => child !== undefined));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no element ${id}`);
  return node;
}
