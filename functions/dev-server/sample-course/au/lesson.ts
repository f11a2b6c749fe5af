/** What one assignable unit shows: pages to read, then questions with one right answer each. */
export interface Lesson {
  readonly title: string;
  readonly pages: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly choices: readonly { readonly id: string; readonly text: string }[];
    readonly right: string;
  }[];
}
