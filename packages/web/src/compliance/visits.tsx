import { answerPage, type PersonVisit } from '../visit.ts';
import { DutiesPage, OverduePage, StandingPage } from './list-pages.tsx';
import { NumbersPage } from './numbers-page.tsx';
import { type CompliancePorts, type DutyWish, standingNames, stepNames } from './ports.ts';

export async function showNumbers({ context, ui, person }: PersonVisit, ports: CompliancePorts) {
  const wish = { year: yearIn({ context }), unitId: asked({ context }, 'unit') };
  return answerPage(context, <NumbersPage ui={ui} view={await ports.numbersOf(person, wish)} />);
}

export async function showStanding(visit: PersonVisit, ports: CompliancePorts) {
  const { context, ui, person } = visit;
  const wanted = asked(visit, 'standing');
  const wish = {
    ...{ year: yearIn(visit), ...placeIn(visit) },
    standing: ([...standingNames, 'all'] as const).find((name) => name === wanted) ?? ('below' as const),
  };
  const list = await ports.standingOf(person, wish, asked(visit, 'page'));
  const isFirst = asked(visit, 'page') === undefined;
  return answerPage(context, <StandingPage ui={ui} wish={wish} list={list} isFirst={isFirst} />);
}

export async function showDuties(visit: PersonVisit, ports: CompliancePorts) {
  const { context, ui, person } = visit;
  const wanted = asked(visit, 'step');
  const [obligationId, period] = [asked(visit, 'obligation'), asked(visit, 'period')];
  const wish: DutyWish = {
    year: yearIn(visit),
    step: stepNames.find((name) => name === wanted) ?? 'required',
    obligation: obligationId === undefined || period === undefined ? undefined : { obligationId, period },
    ...placeIn(visit),
  };
  const list = await ports.dutiesOf(person, wish, asked(visit, 'page'));
  const isFirst = asked(visit, 'page') === undefined;
  return answerPage(context, <DutiesPage ui={ui} wish={wish} list={list} isFirst={isFirst} />);
}

export async function showOverdue(visit: PersonVisit, ports: CompliancePorts) {
  const { context, ui, person } = visit;
  const wish = placeIn(visit);
  const list = await ports.overdueOf(person, wish, asked(visit, 'page'));
  const isFirst = asked(visit, 'page') === undefined;
  return answerPage(context, <OverduePage ui={ui} wish={wish} list={list} isFirst={isFirst} />);
}

type Asking = Pick<PersonVisit, 'context'>;

const asked = ({ context }: Asking, name: string): string | undefined => {
  const value = context.req.query(name)?.trim();
  return value === '' ? undefined : value;
};

/** Undefined for what is no year: the present one is shown. */
function yearIn(visit: Asking): number | undefined {
  const text = asked(visit, 'year');
  return text !== undefined && /^20\d\d$/.test(text) ? Number(text) : undefined;
}

const placeIn = (visit: Asking) => ({ unitId: asked(visit, 'unit'), own: asked(visit, 'own') === '1' });
