import { competencyWords } from '../i18n/competency.ts';
import { hrefOf } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { levelText, nameText, rupiah } from './parts.tsx';
import { personPath } from './paths.ts';
import type { PersonView, SuggestionView } from './person-ports.ts';

/** What free learning counts as (`priorityRule` of the domain). */
const leastCost = 50_000;

/** Courses by priority, each with what that is made of. `person`: whose plan they can go into. */
export function Suggestions(props: {
  readonly ui: Ui;
  readonly suggestions: readonly SuggestionView[];
  readonly person?: PersonView | undefined;
}) {
  const { ui, suggestions, person } = props;
  const { format } = ui;
  const words = competencyWords[ui.locale];
  if (suggestions.length === 0) return <p>{words.suggestionsEmpty}</p>;
  return (
    <>
      <p class="quiet mb-3 max-w-[80ch] text-sm">{words.suggestionsRule(rupiah(ui, leastCost))}</p>
      <ol class="panel divide-y divide-base-300">
        {suggestions.map((one) => (
          <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-5 py-3">
            <div class="min-w-0 max-w-[60ch]">
              <a
                class="text-link inline-flex min-h-8 items-center font-semibold"
                href={`/courses/${encodeURIComponent(one.courseId)}`}
              >
                <Text ui={ui} map={one.title} />
              </a>
              <p class="text-sm">
                <Text ui={ui} map={one.competency} />, {levelText(ui, one.level)} ·{' '}
                {one.price === 0 ? words.free : rupiah(ui, one.price)}
              </p>
              <p class="quiet text-sm">
                {words.because(
                  format.number(one.points),
                  format.number(one.people),
                  format.number(one.criticality),
                )}
              </p>
            </div>
            {person && (
              <a
                class="btn btn-sm"
                href={hrefOf(`${personPath(person.desk, person.personId)}/plan/new`, {
                  competency: one.competencyId,
                  course: one.courseId,
                })}
                aria-label={`${words.addToPlan}: ${nameText(ui, one.title)}`}
              >
                {words.addToPlan}
              </a>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
