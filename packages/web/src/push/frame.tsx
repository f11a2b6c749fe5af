import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { PushPlace } from './place.tsx';

/** Every page about deliveries stands in the section of whose they are. */
export function PushFrame(props: {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, place, title, notice } = props;
  return (
    <Shell
      ui={ui}
      title={title}
      section={place.section}
      notice={notice}
      menu={place.menu(ui)}
      islands={['copy']}
    >
      {props.children}
    </Shell>
  );
}
