import type { Locale } from '@sinau/kernel';

const id = {
  title: (provider: string) => `${provider} sedang tidak dapat dibuka`,
  because: {
    unreachable: 'Server penyelenggara tidak dapat dihubungi dari Sinau.',
    timeout: 'Server penyelenggara terlalu lama menjawab.',
    tls: 'Sambungan aman ke server penyelenggara gagal.',
    'server-error': 'Server penyelenggara menjawab bahwa layanannya sedang tidak tersedia.',
  },
  since: (at: string) =>
    `Diketahui sejak ${at}. Kami terus mencobanya, dan pengelolanya diberi tahu bila lebih dari sepuluh menit.`,
  safe: 'Kemajuan Anda aman: yang sudah tercatat di sini tidak hilang, dan nilai yang datang terlambat tetap dihitung.',
  tellMe: 'Beri tahu saya bila sudah pulih',
  willTell: 'Anda akan diberi tahu bila sudah dapat dibuka lagi.',
  tryAnyway: 'Tetap coba buka',
  meanwhile: 'Sementara itu, Anda dapat belajar',
  myCourses: 'Kursus saya yang lain',
};

type ToolDownWords = typeof id;

const en: ToolDownWords = {
  title: (provider) => `${provider} cannot be opened now`,
  because: {
    unreachable: 'The server of the provider cannot be reached from Sinau.',
    timeout: 'The server of the provider takes too long to answer.',
    tls: 'The secure connection to the server of the provider fails.',
    'server-error': 'The server of the provider answers that its service is not available.',
  },
  since: (at) =>
    `Known since ${at}. We keep trying, and who looks after it is told when it lasts longer than ten minutes.`,
  safe: 'Your progress is safe: nothing that is noted here gets lost, and scores that come late still count.',
  tellMe: 'Tell me when it is back',
  willTell: 'You will be told when it can be opened again.',
  tryAnyway: 'Try to open it anyway',
  meanwhile: 'Meanwhile you can learn',
  myCourses: 'My other courses',
};

/** Words of a page that few load; not part of the dictionary of every page. */
export const toolDownWords: Readonly<Record<Locale, ToolDownWords>> = { id, en };
