import { getCookie } from 'hono/cookie';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ConnectEndedPage, ConnectedPage, ConnectPage, MyLmsPage } from './own-pages.tsx';
import { myLmsPath } from './paths.ts';
import type { Connecting, MyLmsPorts } from './ports.ts';

/** Set by the door of the tool when the launch began. */
const cookieName = '__Host-sinau-tool';

export async function showMine({ context, ui, person, notice }: PersonVisit, ports: MyLmsPorts) {
  const links = await ports.linksOf(person);
  return answerPage(context, <MyLmsPage ui={ui} links={links} notice={notice} />);
}

const link = z.object({ platformId: z.string().min(1).max(64), subject: z.string().min(1).max(255) });

export async function unlink(visit: PersonVisit, ports: MyLmsPorts) {
  const { context, ui, person } = visit;
  const read = await readForm(context, link, { other: ui.t.shell.fieldWrong });
  if (read.ok) await ports.unlink(person, read.data);
  return goTo(context, myLmsPath, 'saved');
}

function connectingOf({ context }: PersonVisit, visit: string): Connecting {
  const browser = getCookie(context, cookieName);
  return { visit, ...(browser !== undefined && { browser }) };
}

export async function showConnect(visit: PersonVisit, ports: MyLmsPorts, form: FormState = emptyForm) {
  const { context, ui, person } = visit;
  const pass = form.values.visit ?? context.req.query('visit') ?? '';
  const connecting = await ports.connecting(connectingOf(visit, pass));
  if (!connecting) return answerPage(context, <ConnectEndedPage ui={ui} />, 403);
  const page = <ConnectPage {...{ ui, connecting, form, visit: pass }} personId={person.personId} />;
  return answerPage(context, page, form === emptyForm ? 200 : 409);
}

const agreed = z.object({ visit: z.string().min(1).max(300), shownTo: z.string().min(1).max(64) });

export async function connect(visit: PersonVisit, ports: MyLmsPorts) {
  const { context, ui, person } = visit;
  const read = await readForm(context, agreed, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerPage(context, <ConnectEndedPage ui={ui} />, 403);
  const { shownTo } = read.data;
  const asked = { ...connectingOf(visit, read.data.visit), shownTo };
  const done = await attempt(visit, read.form, () => ports.connect(person, asked));
  if (!done.ok) return showConnect(visit, ports, done.form);
  if (!done.value) return answerPage(context, <ConnectEndedPage ui={ui} />, 403);
  if ('url' in done.value) return context.redirect(done.value.url, 303);
  return answerPage(context, <ConnectedPage ui={ui} courseId={done.value.closedCourseId} />);
}
