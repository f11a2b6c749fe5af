import { DeskFrame } from '../approvals/frame.tsx';
import { evaluationWords } from '../i18n/evaluations.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AppliedFields, AppliedSaid, appliedForm } from './parts.tsx';
import { teamEvaluationPath, teamEvaluationsPath } from './paths.ts';
import type { TeamEvaluationView } from './ports.ts';

/** What a supervisor is asked about; what waits stands first. */
export function TeamEvaluationsPage(props: {
  readonly ui: Ui;
  readonly all: readonly TeamEvaluationView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, all, notice } = props;
  const words = evaluationWords[ui.locale];
  const columns = words.teamColumns;
  const waits = (one: TeamEvaluationView) => Number(one.openUntil !== undefined && !one.answer);
  return (
    <DeskFrame ui={ui} desk="team" title={words.teamTitle} current={teamEvaluationsPath} notice={notice}>
      <PageHeading title={words.teamTitle} lead={words.teamLead} />
      {all.length === 0 ? (
        <EmptyState icon="people" title={words.teamEmptyTitle} text={words.teamEmptyText} />
      ) : (
        <Table
          caption={words.teamTitle}
          columns={[columns.person, columns.subject, columns.completed, columns.state]}
          cards
        >
          {all
            .toSorted((a, b) => waits(b) - waits(a))
            .map((one) => (
              <tr>
                <th scope="row" class="font-medium">
                  {one.name}
                </th>
                <td data-label={columns.subject}>
                  <a
                    class="text-link inline-flex min-h-8 items-center"
                    href={teamEvaluationPath(one)}
                    aria-label={words.teamAnswerOf(one.name, plainText(ui, one.title))}
                  >
                    <Text ui={ui} map={one.title} />
                  </a>
                </td>
                <td data-label={columns.completed}>{ui.format.date(one.completedAt)}</td>
                <td data-label={columns.state}>{stateOf(ui, one)}</td>
              </tr>
            ))}
        </Table>
      )}
    </DeskFrame>
  );
}

function stateOf(ui: Ui, { answer, openUntil }: TeamEvaluationView): string {
  const words = evaluationWords[ui.locale];
  if (answer) return words.answered;
  return openUntil === undefined ? words.unanswered : words.teamOpen(ui.format.date(openUntil));
}

export function TeamEvaluationPage(props: {
  readonly ui: Ui;
  readonly one: TeamEvaluationView;
  readonly form?: FormState | undefined;
}) {
  const { ui, one } = props;
  const words = evaluationWords[ui.locale];
  const form = props.form ?? appliedForm(one.answer);
  const title = `${one.name}: ${plainText(ui, one.title)}`;
  return (
    <DeskFrame ui={ui} desk="team" title={title} current={teamEvaluationsPath}>
      <PageHeading
        title={
          <>
            {one.name}: <Text ui={ui} map={one.title} />
          </>
        }
        lead={`${words.kinds[one.kind]} · ${words.completed(ui.format.date(one.completedAt))}`}
        trail={<Trail ui={ui} links={[[teamEvaluationsPath, words.teamTitle]]} />}
      />
      <section aria-labelledby="applied" class="panel max-w-3xl p-5">
        <h2 id="applied" class="text-lg font-semibold">
          {words.appliedTitle}
        </h2>
        <p class="quiet text-sm">{words.appliedLead.team}</p>
        <p class="quiet mb-4 text-sm">{words.privacy}</p>
        {one.openUntil === undefined ? (
          <>
            <p class="quiet mb-3 text-sm">{words.appliedClosed}</p>
            {one.answer ? <AppliedSaid ui={ui} said={one.answer} /> : <p>{words.endNone}</p>}
          </>
        ) : (
          <form method="post" action={teamEvaluationPath(one)}>
            <FormProblem ui={ui} form={form} />
            <AppliedFields ui={ui} form={form} of="team" />
            <p class="quiet mt-2 text-sm">{words.openUntil(ui.format.date(one.openUntil))}</p>
          </form>
        )}
      </section>
    </DeskFrame>
  );
}
