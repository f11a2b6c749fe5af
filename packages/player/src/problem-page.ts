import { element, pageRoot } from './element.ts';
import { SessionError, type SessionFault } from './session.ts';

/** Before a launch has told the language: Indonesian, then English. */
const words: Readonly<
  Record<SessionFault, { readonly id: readonly [string, string]; readonly en: readonly [string, string] }>
> = {
  'not-launched': {
    id: [
      'Bagian ini tidak dapat dibuka di sini',
      'Tutup halaman ini, lalu buka lagi bagian ini dari halaman kursus.',
    ],
    en: [
      'This part cannot be opened here',
      'Close this page, then open the part again from the course page.',
    ],
  },
  ended: {
    id: [
      'Sesi ini sudah berakhir',
      'Bagian ini dibuka di tab atau perangkat lain, atau sudah ditutup. Yang sudah tersimpan tetap aman. Buka lagi dari halaman kursus untuk melanjutkan.',
    ],
    en: [
      'This session has ended',
      'The part was opened in another tab or device, or was closed. What was saved is safe. Open it again from the course page to go on.',
    ],
  },
  unreachable: {
    id: ['Sambungan terputus', 'Server tidak menjawab. Periksa sambungan internet Anda, lalu coba lagi.'],
    en: [
      'The connection is lost',
      'The server does not answer. Check your internet connection, then try again.',
    ],
  },
};

/** Replaces the page by what went wrong and the way out, in both languages. Other errors count as `unreachable`. */
export function showProblem(error: unknown): void {
  const fault = error instanceof SessionError ? error.fault : 'unreachable';
  const { id, en } = words[fault];
  document.documentElement.lang = 'id';
  document.title = id[0];
  const page = element(
    'main',
    { className: 'problem' },
    element('h1', {}, id[0]),
    element('p', { attributes: { role: 'alert' } }, id[1]),
    element('p', { lang: 'en', className: 'quiet' }, `${en[0]}. ${en[1]}`),
  );
  if (fault === 'unreachable') {
    const again = element('button', { type: 'button', className: 'button main' }, 'Coba lagi / Try again');
    again.addEventListener('click', () => location.reload());
    page.append(again);
  }
  pageRoot().replaceChildren(page);
}
