import { certificatesPath } from '../certificates/paths.ts';
import { ledgerPath } from '../credit/paths.ts';
import { ownMenuWords } from '../i18n/own-menu.ts';
import { SectionMenu } from '../layout/parts.tsx';
import { priorityPath } from '../priority/paths.ts';
import { recognitionsPath } from '../recognition/paths.ts';
import type { Ui } from '../ui.ts';

/** What somebody has learned, what it counts, and what they were given for it: one chapter, whichever page it was entered by. */
export function OwnMenu({ ui, current }: { readonly ui: Ui; readonly current: string }) {
  const words = ownMenuWords[ui.locale];
  return (
    <SectionMenu
      label={words.label}
      current={current}
      links={[
        ['/my-records', words.records],
        [ledgerPath, words.jp],
        [certificatesPath, words.certificates],
        [recognitionsPath, words.recognitions],
        [priorityPath, words.priority],
      ]}
    />
  );
}
