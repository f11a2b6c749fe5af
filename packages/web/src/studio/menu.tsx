import { SectionMenu } from '../layout/parts.tsx';
import { bankPath } from '../questions/paths.ts';
import { quizzesPath } from '../quizzes/paths.ts';
import type { Ui } from '../ui.ts';

/** What a provider's authors work on. */
export function StudioMenu({ ui, current }: { readonly ui: Ui; readonly current: string }) {
  const { t } = ui;
  return (
    <SectionMenu
      label={t.questions.menu}
      current={current}
      links={[
        ['/studio', t.questions.menuCourses],
        [bankPath, t.questions.title],
        [quizzesPath, t.quizzes.title],
        ['/studio/connections', t.connections.title],
        ['/studio/tools', t.lti.title],
        ['/studio/lms', t.lms.title],
        ['/studio/webhooks', t.push.of.provider.title],
        ['/studio/agreements', t.agreements.title],
      ]}
    />
  );
}
