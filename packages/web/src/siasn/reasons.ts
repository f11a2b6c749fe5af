import type { Ui } from '../ui.ts';
import type { SiasnRowView, SiasnStanding } from './ports.ts';

/** Why a line is where it is, in words. */
export function reasonsOf(ui: Ui, { lacks, because, words, by }: SiasnStanding): string {
  const { lack, reason, by: byWhom, said, releasedFor } = ui.t.siasn;
  return [
    ...lacks.map((one) => lack[one]),
    ...(because === undefined ? [] : [reason[because]]),
    ...(words === undefined ? [] : [because === 'file-released' ? releasedFor(words) : said(words)]),
    ...(by === undefined ? [] : [byWhom[by]]),
  ].join(' ');
}

/** That a certificate is missing, before SIASN says so; nothing where it is whole. */
export function warningOf(ui: Ui, { unproven }: Pick<SiasnRowView, 'unproven'>): string | undefined {
  const [one, other] = unproven;
  return one && ui.t.siasn.unproven[other ? 'both' : one];
}
