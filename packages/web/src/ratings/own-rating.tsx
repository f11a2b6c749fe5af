import type { CourseView } from '../course/ports.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { starValues } from './ports.ts';
import { Stars } from './stars.tsx';

interface OwnRatingProps {
  readonly ui: Ui;
  readonly course: CourseView;
  /** As it came back. */
  readonly form?: FormState | undefined;
}

/**
 * What the reader says of the course. Whoever has completed it finds the form open; whoever is still at it finds it if
 * they look, and is not asked.
 */
export function OwnRatingBlock(props: OwnRatingProps) {
  const { ui, course, form } = props;
  const words = ui.t.ratings;
  const { mayRate, ownRating } = course;
  if (!mayRate) return <></>;
  const isOpen = form !== undefined || (mayRate === 'completed' && !ownRating);
  return (
    <Block id="rating" title={words.ownHeading}>
      <div class="panel p-5">
        {ownRating && (
          <>
            <p class="font-medium">
              <Stars stars={ownRating.stars} /> {words.ownGiven(ownRating.stars)}
            </p>
            {ownRating.comment !== '' && (
              <p class="mt-2 max-w-[68ch] whitespace-pre-line break-words">{ownRating.comment}</p>
            )}
            {ownRating.hidden && <p class="quiet mt-2 text-sm">{words.ownHidden}</p>}
          </>
        )}
        <details open={isOpen} class={ownRating ? 'mt-3' : ''}>
          <summary class="text-link inline-flex min-h-9 items-center font-medium">
            {ownRating ? words.change : words.open}
          </summary>
          <RatingForm {...props} />
        </details>
        {ownRating && (
          <form method="post" action={`/courses/${course.courseId}/rating/withdraw`} class="mt-1">
            <button type="submit" class="btn btn-ghost btn-sm min-h-11">
              {words.withdraw}
            </button>
          </form>
        )}
        <p class="quiet mt-3 max-w-[68ch] text-sm">{words.ownLead}</p>
      </div>
    </Block>
  );
}

function RatingForm({ ui, course, form }: OwnRatingProps) {
  const words = ui.t.ratings;
  const { ownRating, courseId } = course;
  const given: FormState = form ?? {
    values: { stars: String(ownRating?.stars ?? ''), comment: ownRating?.comment ?? '' },
    errors: {},
  };
  const error = given.errors.stars;
  return (
    <form method="post" action={`/courses/${courseId}/rating`} class="mt-3">
      <FormProblem ui={ui} form={given} />
      <fieldset class="mb-4" id="field-stars" aria-describedby={error ? 'error-stars' : undefined}>
        <legend class="mb-1 font-medium">{words.stars}</legend>
        {starValues.toReversed().map((stars) => (
          <label class="flex min-h-9 items-center gap-3 py-0.5">
            <input
              type="radio"
              name="stars"
              value={String(stars)}
              required
              checked={given.values.stars === String(stars)}
              class="radio radio-primary"
            />
            <span>
              {stars} <Stars stars={stars} /> {words.starLabels[stars]}
            </span>
          </label>
        ))}
        {error && (
          <p id="error-stars" class="mt-1 text-sm font-medium text-error">
            {error}
          </p>
        )}
      </fieldset>
      <TextField
        ui={ui}
        form={given}
        name="comment"
        label={words.comment}
        hint={words.commentHint}
        maxlength={1000}
        multiline
      />
      <button type="submit" class="btn btn-primary">
        {ownRating ? words.save : words.send}
      </button>
    </form>
  );
}
