import { type FormState, SelectField, TextField } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { reviewMoments, reviewPolicies } from './ports.ts';

/** How a quiz is taken, in words; the same in a quiz of the provider and in a module of a course. */
export function RulesFields({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { quizzes } = ui.t;
  const shared = { ui, form };
  return (
    <>
      <TextField
        {...shared}
        name="timeLimit"
        label={quizzes.timeLimit}
        hint={quizzes.timeLimitHint}
        maxlength={8}
        inputmode="decimal"
      />
      <TextField
        {...shared}
        name="maxAttempts"
        label={quizzes.attempts}
        hint={quizzes.attemptsHint}
        maxlength={4}
        inputmode="numeric"
      />
      <TextField
        {...shared}
        name="passMark"
        label={quizzes.passMark}
        hint={quizzes.passMarkHint}
        maxlength={6}
        inputmode="decimal"
      />
      <SelectField
        {...shared}
        name="shuffleQuestions"
        label={quizzes.shuffle}
        required
        options={(['no', 'yes'] as const).map((one) => [one, quizzes.shuffles[one]] as const)}
      />
      <SelectField
        {...shared}
        name="review"
        label={quizzes.review}
        required
        options={reviewPolicies.map((one) => [one, quizzes.reviews[one]] as const)}
      />
      <SelectField
        {...shared}
        name="reviewFrom"
        label={quizzes.reviewFrom}
        required
        options={reviewMoments.map((one) => [one, quizzes.reviewsFrom[one]] as const)}
      />
    </>
  );
}
