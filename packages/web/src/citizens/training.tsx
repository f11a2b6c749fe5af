import { priceOf } from '../catalogue/labels.ts';
import { publicTrainingWords } from '../i18n/public-training.ts';
import { Block, Figure, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { TrainingView, TrainingYear } from './ports.ts';

/** What people of an agency have learned, in sums. Nobody is in it. */
export function Training({ ui, training }: { readonly ui: Ui; readonly training: TrainingView }) {
  const words = publicTrainingWords[ui.locale];
  const { asOf, years } = training;
  return (
    <Block id="training" title={words.title}>
      <p class="quiet mb-4">
        {words.lead} <AsOf ui={ui} at={asOf} />
      </p>
      {years.map((year, n) => (
        <Year ui={ui} year={year} isNow={n === 0} />
      ))}
      <p class="quiet mt-2 text-sm">{words.note}</p>
    </Block>
  );
}

/** The time with its zone, as it is read in both languages. */
function AsOf({ ui, at }: { readonly ui: Ui; readonly at: string }) {
  const [before = '', after = ''] = publicTrainingWords[ui.locale].asOf('\n').split('\n');
  return (
    <>
      {before}
      <When ui={ui} at={at} />
      {after}
    </>
  );
}

function Year(props: { readonly ui: Ui; readonly year: TrainingYear; readonly isNow: boolean }) {
  const { ui, year, isNow } = props;
  const words = publicTrainingWords[ui.locale];
  const { jp, spent, topics } = year;
  const name = (isNow ? words.yearSoFar : words.yearWhole)(String(year.year));
  const isEmpty = jp === undefined && spent === undefined && topics.length === 0;
  return (
    <section class="mb-5" aria-label={name}>
      <h3 class="mb-2 font-semibold">{name}</h3>
      {isEmpty ? (
        <p class="panel px-5 py-4">{words.none}</p>
      ) : (
        <>
          <dl class="mb-3 grid gap-3 sm:grid-cols-2">
            <Figure
              label={words.hours}
              value={jp === undefined ? words.few : `${ui.format.number(jp / 100)} JP`}
              note={jp === undefined ? words.fewNote : words.hoursNote}
            />
            <Figure
              label={words.spent}
              value={spent === undefined ? words.few : spent === 0 ? 'Rp0' : priceOf(ui, spent)}
              note={spent === undefined ? words.fewNote : words.spentNote}
            />
          </dl>
          {topics.length > 0 && <Topics ui={ui} year={year} caption={`${words.topics}, ${name}`} />}
        </>
      )}
    </section>
  );
}

function Topics(props: { readonly ui: Ui; readonly year: TrainingYear; readonly caption: string }) {
  const { ui, year, caption } = props;
  const words = publicTrainingWords[ui.locale];
  const { subjects } = ui.t.editor;
  const names: Readonly<Record<string, string>> = { ...subjects, event: words.event };
  return (
    <Table caption={caption} columns={words.columns} cards>
      {year.topics.map(({ topic, times }) => (
        <tr>
          <th scope="row" class="font-medium">
            {names[topic] ?? topic}
          </th>
          <td data-label={words.columns[1]} class="tabular-nums">
            {ui.format.number(times)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
