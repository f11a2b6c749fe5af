import { GroupedMenu } from '../layout/grouped-menu.tsx';
import { bankPath } from '../questions/paths.ts';
import { quizzesPath } from '../quizzes/paths.ts';
import type { Ui } from '../ui.ts';

/** What a provider's authors work on. */
export function StudioMenu({ ui, current }: { readonly ui: Ui; readonly current: string }) {
  const { t } = ui;
  const words = t.questions;
  return (
    <GroupedMenu
      label={words.menu}
      current={current}
      groups={[
        {
          name: words.menuContent,
          links: [
            ['/studio', words.menuCourses],
            ['/studio/paths', t.shell.paths],
            ['/studio/events', t.shell.events],
            [bankPath, words.title],
            [quizzesPath, t.quizzes.title],
          ],
        },
        {
          name: words.menuSystems,
          links: [
            ['/studio/connections', t.connections.title],
            ['/studio/tools', t.lti.title],
            ['/studio/lms', t.lms.title],
            ['/studio/webhooks', t.push.of.provider.title],
          ],
        },
        { name: t.agreements.title, links: [['/studio/agreements', t.agreements.title]] },
      ]}
    />
  );
}
