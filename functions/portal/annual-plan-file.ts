import type { Basis, PlanItem, PlanView, Source } from '@sinau/annual-plan';
import { savingOf, sourceOf } from '@sinau/annual-plan';
import { writeWorkbook } from '@sinau/connectors/adapters';
import { forms } from '@sinau/credit';
import { type Cell, csvRecord, formatJp, type Locale } from '@sinau/kernel';
import { workbookOf } from '@sinau/rostering/table';
import type { FileFormat, PlanFile } from '@sinau/web';

const id = {
  title: 'Rencana tahunan',
  about: 'Keterangan',
  heads: [
    ...['No.', 'Pembelajaran', 'Sumber kebutuhan', 'Kebutuhan', 'Rincian kebutuhan'],
    ...['Kode bentuk', 'Bentuk', 'Peserta', 'Unit', 'JP per orang', 'Mulai', 'Selesai', 'Penyelenggara'],
    ...['Kesesuaian kurikulum', 'Mata anggaran', 'Biaya (Rp)', 'Bentuk lebih murah'],
    ...['Biaya bentuk itu (Rp)', 'Penghematan (Rp)', 'Alasan tanpa bentuk lebih murah'],
  ],
  sources: {
    'competency-gap': 'Kesenjangan kompetensi',
    'performance-gap': 'Kesenjangan kinerja',
    citizens: 'Suara masyarakat',
    'new-rule': 'Peraturan baru',
  } satisfies Readonly<Record<Source, string>>,
  states: {
    draft: 'Draf',
    proposed: 'Diusulkan',
    agreed: 'Disetujui Pejabat yang Berwenang',
    set: 'Ditetapkan Pejabat Pembina Kepegawaian',
    replaced: 'Diganti versi baru',
  },
  wholeAgency: 'Seluruh instansi',
  total: 'Jumlah',
  gap: (short: number, assessed: number) => `${short} dari ${assessed} yang dinilai di bawah standar`,
  survey: (mean: string, answers: number) => `Rata-rata ${mean} dari 4, ${answers} jawaban`,
  complaints: (of: { readonly count: number; readonly handled: number; readonly year: number }) =>
    `${of.count} pengaduan tahun ${of.year}, ${of.handled} ditangani`,
  commitment: (of: { readonly forum: string; readonly text: string; readonly unit: string }) =>
    `Komitmen di ${of.forum}: ${of.text} (${of.unit})`,
  standing: (of: { readonly below: number; readonly rated: number; readonly year: number }) =>
    `${of.below} dari ${of.rated} yang dinilai di bawah ekspektasi, kinerja ${of.year}`,
  inForce: (number: string, day: string) => `${number}, berlaku sejak ${day}`,
  performance: 'Kinerja',
  rules: [
    'Rencana pengembangan kompetensi menurut PP 11/2017 jo. PP 17/2020 Pasal 203–207.',
    'Suara masyarakat dan peraturan baru adalah sumber tambahan Sinau, bukan dasar menurut peraturan.',
    'Biaya dalam rupiah bulat untuk seluruh peserta. Penghematan = biaya − biaya bentuk yang lebih murah.',
  ],
};

type FileWords = typeof id;

const en: FileWords = {
  title: 'Annual plan',
  about: 'About',
  heads: [
    ...['No.', 'Learning', 'Source of need', 'Need', 'Details of the need'],
    ...['Form code', 'Form', 'Participants', 'Units', 'JP each', 'First day', 'Last day', 'Organiser'],
    ...['Fit of the curriculum', 'Budget line', 'Cost (Rp)', 'Cheaper form'],
    ...['Cost of that form (Rp)', 'Saving (Rp)', 'Why there is no cheaper form'],
  ],
  sources: {
    'competency-gap': 'Competency gap',
    'performance-gap': 'Performance gap',
    citizens: 'Citizens’ voice',
    'new-rule': 'New rule',
  },
  states: {
    draft: 'Draft',
    proposed: 'Proposed',
    agreed: 'Agreed by the Pejabat yang Berwenang',
    set: 'Set by the Pejabat Pembina Kepegawaian',
    replaced: 'Replaced by a later version',
  },
  wholeAgency: 'The whole agency',
  total: 'Total',
  gap: (short, assessed) => `${short} of ${assessed} assessed people are below the standard`,
  survey: (mean, answers) => `Mean ${mean} of 4, ${answers} answers`,
  complaints: ({ count, handled, year }) => `${count} complaints in ${year}, ${handled} handled`,
  commitment: ({ forum, text, unit }) => `Promised at ${forum}: ${text} (${unit})`,
  standing: ({ below, rated, year }) =>
    `${below} of ${rated} people rated are below expectation, performance of ${year}`,
  inForce: (number, day) => `${number}, in force from ${day}`,
  performance: 'Performance',
  rules: [
    'Plan of competence development by PP 11/2017 as amended by PP 17/2020, articles 203–207.',
    'Citizens’ voice and new rules are sources added by Sinau; they are no basis by regulation.',
    'Costs are whole rupiah for all participants together. Saving = cost − cost of the cheaper form.',
  ],
};

const wordsOf: Readonly<Record<Locale, FileWords>> = { id, en };

interface Given {
  readonly view: PlanView;
  readonly agency: string;
  readonly units: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

/** A plan as a table: text is text and numbers are numbers, in both kinds of file (case F1). */
export async function planFile(given: Given, format: FileFormat): Promise<PlanFile> {
  const words = wordsOf[given.locale];
  const { year, version, state } = given.view.plan;
  const name = `sinau-${given.locale === 'id' ? 'rencana' : 'plan'}-${year}-v${version}.${format}`;
  const rows: readonly (readonly Cell[])[] = [
    words.heads,
    ...given.view.items.map((item, index) => rowOf(given, item, index + 1)),
    totalRow(given),
  ];
  if (format === 'csv') {
    const text = `\ufeff${rows.map((row) => csvRecord(row, ';')).join('')}`;
    return { name, type: 'text/csv; charset=utf-8', body: new Uint8Array(new TextEncoder().encode(text)) };
  }
  const about = [[given.agency], [`${words.title} ${year}, v${version}: ${words.states[state]}`]];
  const notes = [...about, ...words.rules.map((rule) => [rule])];
  const sheets = [
    { title: words.title, rows },
    { title: words.about, rows: notes },
  ];
  return {
    name,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: new Uint8Array(await writeWorkbook(workbookOf(sheets))),
  };
}

function rowOf({ locale, units }: Given, item: PlanItem, number: number): readonly Cell[] {
  const words = wordsOf[locale];
  const { need, alternative } = item;
  return [
    ...[number, item.title, words.sources[sourceOf(need.basis)]],
    ...[titleOf(locale, need.basis), detailOf(locale, need.basis)],
    ...[item.form, formName(locale, item.form), item.people],
    item.unitIds.map((unitId) => units.get(unitId) ?? unitId).join(', ') || words.wholeAgency,
    ...[item.jp / 100, item.from, item.to, item.organiser, item.curriculum, item.budgetLine, item.cost],
    ...[alternative && formName(locale, alternative.form), alternative?.cost, savingOf(item)],
    item.noAlternative,
  ];
}

function totalRow({ view: { totals }, locale }: Given): readonly Cell[] {
  const blank = (count: number): readonly Cell[] => Array.from({ length: count }, () => undefined);
  return [
    ...[undefined, wordsOf[locale].total, ...blank(5), totals.people, undefined],
    ...[undefined, ...blank(5), totals.cost, ...blank(2), totals.saving, undefined],
  ];
}

const formName = (locale: Locale, code: string): string =>
  forms.find((form) => form.code === code)?.[locale] ?? code;

function titleOf(locale: Locale, basis: Basis): string {
  if (basis.kind === 'competency') {
    const name = basis.name[locale] ?? basis.name.id ?? basis.competencyId;
    return basis.unit ? `${name}, ${basis.unit.name}` : name;
  }
  if (basis.kind === 'commitment') return basis.topic;
  if (basis.kind === 'survey') return `${basis.element.toUpperCase()}, ${basis.service}`;
  if (basis.kind === 'complaints') return `${basis.theme}, ${basis.service}`;
  if (basis.kind === 'standing') return `${wordsOf[locale].performance}, ${basis.name ?? basis.id}`;
  return basis.title;
}

function detailOf(locale: Locale, basis: Basis): string {
  const words = wordsOf[locale];
  if (basis.kind === 'competency') return words.gap(basis.short, basis.assessed);
  if (basis.kind === 'complaints') return words.complaints(basis);
  if (basis.kind === 'commitment') return words.commitment(basis);
  if (basis.kind === 'survey') {
    return words.survey(formatJp(basis.mean as Parameters<typeof formatJp>[0], locale), basis.answers);
  }
  if (basis.kind === 'standing') return words.standing(basis);
  if (basis.kind === 'new-rule') {
    return [words.inForce(basis.number, basis.inForceFrom), basis.asks ?? ''].filter(Boolean).join('. ');
  }
  return basis.kind === 'rule'
    ? [basis.legalBasis, basis.detail ?? ''].filter(Boolean).join('. ')
    : basis.detail;
}
