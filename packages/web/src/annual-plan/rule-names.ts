import { needWords } from '../i18n/needs.ts';
import type { Ui } from '../ui.ts';
import type { RuleOrder } from './need-ports.ts';
import { postName } from './standing-page.tsx';

export function subjectName({ t }: Ui, subject: string): string {
  return Object.entries(t.editor.subjects).find(([name]) => name === subject)?.[1] ?? subject;
}

/** Posts and units that a rule touches; none named: everybody. */
export function touched(
  ui: Ui,
  { posts, units }: Pick<RuleOrder, 'posts'> & { readonly units: readonly string[] },
): string {
  const all = [...posts.map((post) => postName(ui, post)), ...units];
  return all.length === 0 ? needWords[ui.locale].everybody : all.join(', ');
}
