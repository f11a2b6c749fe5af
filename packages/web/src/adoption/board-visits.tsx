import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { emptyForm } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type ReadForm, readForm } from '../visit.ts';
import { BoardPage } from './board-page.tsx';
import type { BoardsPorts } from './board-ports.ts';
import { boardPath } from './paths.ts';

async function answer(visit: PersonVisit, ports: BoardsPorts, failed?: FormState): Promise<Response> {
  const { context, ui, person } = visit;
  const board = await ports.boardOf(person);
  const notice = failed ? undefined : visit.notice;
  const page = <BoardPage ui={ui} board={board} form={failed ?? emptyForm} notice={notice} />;
  return answerPage(context, page, failed ? 422 : 200);
}

export const showBoard = (visit: PersonVisit, ports: BoardsPorts): Promise<Response> => answer(visit, ports);

async function submit<Data>(
  { visit, ports }: { readonly visit: PersonVisit; readonly ports: BoardsPorts },
  reading: Promise<ReadForm<Data>>,
  run: (data: Data) => Promise<void>,
): Promise<Response> {
  const read = await reading;
  const done = read.ok ? await attempt(visit, read.form, () => run(read.data)) : read;
  return done.ok ? goTo(visit.context, boardPath, 'saved') : answer(visit, ports, done.form);
}

const other = ({ ui }: PersonVisit) => ({ other: ui.t.shell.fieldWrong });

export const joinBoard = (visit: PersonVisit, ports: BoardsPorts): Promise<Response> =>
  submit({ visit, ports }, readForm(visit.context, z.object({}), other(visit)), () =>
    ports.join(visit.person),
  );

export const leaveBoard = (visit: PersonVisit, ports: BoardsPorts): Promise<Response> =>
  submit({ visit, ports }, readForm(visit.context, z.object({}), other(visit)), () =>
    ports.leave(visit.person),
  );

const states = z.enum(['closed', 'open', 'compared']);

export const setBoard = (visit: PersonVisit, ports: BoardsPorts): Promise<Response> =>
  submit({ visit, ports }, readForm(visit.context, z.object({ state: states }), other(visit)), ({ state }) =>
    ports.set(visit.person, { on: state !== 'closed', compares: state === 'compared' }),
  );
