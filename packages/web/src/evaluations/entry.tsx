import { evaluationEntryWords } from '../i18n/evaluation-entry.ts';
import type { Ui } from '../ui.ts';
import { evaluationPath } from './paths.ts';

/** The way from what was finished to its evaluation; asks once, and asks nothing of who has answered. */
export function EvaluationEntry(props: {
  readonly ui: Ui;
  readonly of: 'course' | 'event';
  readonly evaluation: { readonly evaluationId: string; readonly waits: boolean };
}) {
  const { ui, of, evaluation } = props;
  const words = evaluationEntryWords[ui.locale];
  const href = evaluationPath(evaluation.evaluationId);
  if (!evaluation.waits) {
    return (
      <p>
        <a class="text-link inline-flex min-h-9 items-center" href={href}>
          {words.panelDone}
        </a>
      </p>
    );
  }
  return (
    <div class="mt-3">
      <p class="mb-2 text-sm">{of === 'course' ? words.coursePanel : words.eventPanel}</p>
      <a class="btn" href={href}>
        {words.panelGo}
      </a>
    </div>
  );
}
