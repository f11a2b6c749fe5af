/**
 * What counts as done of a part that is taken at a provider. `score`: any final score. `pass`: a final score of at least
 * `passMark`. `completed`: the provider says that the learner has completed it, which a Moodle score alone does not prove.
 */
export type CompletionRule =
  | { readonly by: 'score' }
  | {
      readonly by: 'pass';
      /** 0 to 1. */
      readonly passMark: number;
    }
  | { readonly by: 'completed' };
