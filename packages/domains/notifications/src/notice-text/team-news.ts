import type { Locale } from '@sinau/kernel';
import type { NoticeContent } from '../notice.ts';
import { day, flat, inLanguage } from './words.ts';

type TeamNews = NonNullable<Extract<NoticeContent, { kind: 'weekly-digest' }>['params']['team']>;

const id = {
  title: 'TIM ANDA PEKAN INI',
  action: {
    decide: 'Satu hal untuk dimulai: jawab permintaan yang menunggu.',
    talk: 'Satu hal untuk dimulai: tanyakan apa yang mereka perlukan agar sempat belajar.',
    evaluate: 'Satu hal untuk dimulai: isi evaluasi penerapan yang menunggu.',
    congratulate: 'Satu hal untuk dimulai: ucapkan selamat.',
    plan: 'Satu hal untuk dimulai: bicarakan rencana pengembangan yang jatuh tempo.',
  } satisfies Record<TeamNews['action'], string>,
  requests: (count: number) => `${count} permintaan menunggu keputusan Anda.`,
  evaluations: (count: number) => `${count} evaluasi penerapan menunggu jawaban Anda.`,
  duties: 'Yang wajib dan jatuh tempo sampai Minggu:',
  planItems: 'Rencana pengembangan yang jatuh tempo:',
  finished: 'Selesai dalam tujuh hari terakhir:',
  recognised: 'Mendapat pengakuan:',
  until: (date: string, isOverdue: boolean) => (isOverdue ? `lewat sejak ${date}` : `paling lambat ${date}`),
  more: (count: number) => `dan ${count} lagi`,
  page: 'Selengkapnya di Tim → Minggu ini. Bagian ini dapat dimatikan di halaman Akun saya.',
};

const en: typeof id = {
  title: 'YOUR TEAM THIS WEEK',
  action: {
    decide: 'One thing to begin with: answer the requests that wait.',
    talk: 'One thing to begin with: ask what they need to find time to learn.',
    evaluate: 'One thing to begin with: fill in the evaluations that wait.',
    congratulate: 'One thing to begin with: congratulate.',
    plan: 'One thing to begin with: talk about the development plans that are due.',
  },
  requests: (count) => `${count} ${count === 1 ? 'request waits' : 'requests wait'} for your decision.`,
  evaluations: (count) =>
    `${count} ${count === 1 ? 'evaluation waits' : 'evaluations wait'} for your answer.`,
  duties: 'Required and due by Sunday:',
  planItems: 'Development plans that are due:',
  finished: 'Finished in the last seven days:',
  recognised: 'Recognised:',
  until: (date, isOverdue) => (isOverdue ? `overdue since ${date}` : `by ${date}`),
  more: (count) => `and ${count} more`,
  page: 'All of it is at Team → This week. You can turn this part off on the page My account.',
};

/** What a supervisor is told of the team, below their own week; nothing without a team. */
export function teamParagraphs(news: TeamNews | undefined, locale: Locale): readonly string[] {
  if (!news) return [];
  const words = locale === 'id' ? id : en;
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[title, ...lines.map((line) => `- ${line}`)].join('\n')];
  const due = ({ name, title, dueOn, isOverdue }: TeamNews['duties'][number]) =>
    `${flat(name)}: ${inLanguage(title, locale)}, ${words.until(day(dueOn, tag), isOverdue)}`;
  return [
    words.title,
    words.action[news.action],
    ...(news.requests > 0 ? [words.requests(news.requests)] : []),
    ...(news.evaluations > 0 ? [words.evaluations(news.evaluations)] : []),
    ...list(words.duties, news.duties.map(due)),
    ...list(
      words.finished,
      news.finished.map(({ name, title }) => `${flat(name)}: ${inLanguage(title, locale)}`),
    ),
    ...list(
      words.recognised,
      news.recognised.map(({ name }) => flat(name)),
    ),
    ...list(words.planItems, news.planItems.map(due)),
    ...(news.more > 0 ? [words.more(news.more)] : []),
    words.page,
  ];
}
