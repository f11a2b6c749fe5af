import { LearningLine, Outside } from '../forums/parts.tsx';
import { citizensWords } from '../i18n/citizens.ts';
import { forumWords } from '../i18n/forums.ts';
import { Block, Figure, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { servicePath } from './paths.ts';
import type { ComplaintsView, DoneView, TotalsView } from './ports.ts';

/** What an agency heard and did over all of its services. Nobody is in it. */
export function Totals(props: { readonly ui: Ui; readonly agencyId: string; readonly totals: TotalsView }) {
  const { ui, agencyId, totals } = props;
  const words = citizensWords[ui.locale];
  const { complaints, forums, commitments, done } = totals;
  const number = ui.format.number;
  return (
    <div class="mt-8">
      <Block id="totals" title={words.totals}>
        <dl class="grid gap-3 sm:grid-cols-3">
          {complaints && (
            <Figure
              label={words.complaintsOf(String(complaints.year))}
              value={number(complaints.count)}
              note={words.handledOf(number(complaints.handled))}
            />
          )}
          <Figure
            label={words.forumsHeld}
            value={number(forums.held)}
            note={forums.ahead > 0 ? words.forumsAhead(number(forums.ahead)) : undefined}
          />
          <Figure
            label={words.commitmentsKept}
            value={number(commitments.kept)}
            note={words.commitmentsOpen(number(commitments.open), number(commitments.overdue))}
          />
        </dl>
      </Block>
      {done.length > 0 && <DoneList ui={ui} agencyId={agencyId} done={done} />}
      {complaints && <Complaints ui={ui} complaints={complaints} />}
    </div>
  );
}

function DoneList(props: { readonly ui: Ui; readonly agencyId: string; readonly done: readonly DoneView[] }) {
  const { ui, agencyId, done } = props;
  const words = citizensWords[ui.locale];
  return (
    <Block id="done" title={words.promisesTitle}>
      <ul class="grid gap-3">
        {done.map(({ serviceId, service, said, did, proof, learning }) => (
          <li class="panel px-5 py-4">
            <p class="quiet text-sm">{words.said}</p>
            <p class="whitespace-pre-line break-words">{said}</p>
            <p class="quiet mt-2 text-sm">{words.action}</p>
            {did !== undefined && <p class="whitespace-pre-line break-words font-medium">{did}</p>}
            {learning && <LearningLine ui={ui} learning={learning} />}
            {proof && <Outside href={proof}>{forumWords[ui.locale].proofLink}</Outside>}
            <p>
              <a
                class="text-link inline-flex min-h-8 items-center text-sm"
                href={servicePath({ agencyId, serviceId })}
              >
                {service}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Complaints of a year by theme. */
export function Complaints({ ui, complaints }: { readonly ui: Ui; readonly complaints: ComplaintsView }) {
  const words = citizensWords[ui.locale];
  const { year, themes, others } = complaints;
  const title = words.complaintsOf(String(year));
  const [, countLabel, handledLabel] = words.complaintColumns;
  const rows = [...themes, ...(others ? [{ theme: words.otherThemes, ...others }] : [])];
  return (
    <Block id="complaints" title={title}>
      <Table caption={title} columns={words.complaintColumns} cards>
        {rows.map(({ theme, count, handled }) => (
          <tr>
            <th scope="row" class="font-medium break-words">
              {theme}
            </th>
            <td data-label={countLabel} class="tabular-nums">
              {ui.format.number(count)}
            </td>
            <td data-label={handledLabel} class="tabular-nums">
              {ui.format.number(handled)}
            </td>
          </tr>
        ))}
      </Table>
      <p class="quiet mt-2 text-sm">{words.complaintsNote}</p>
    </Block>
  );
}
