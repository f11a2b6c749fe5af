import { hrefOf } from '../layout/parts.tsx';
import type { DutyWish, OverdueWish, StandingWish } from './ports.ts';

export const numbersPath = '/agency';
export const standingPath = '/agency/numbers/people';
export const dutiesPath = '/agency/numbers/duties';
export const overduePath = '/agency/numbers/overdue';

const text = (year: number | undefined) => (year === undefined ? undefined : String(year));
const yes = (own: boolean) => (own ? '1' : undefined);

export const numbersHref = (wish: { readonly year?: number; readonly unitId?: string }): string =>
  hrefOf(numbersPath, { year: text(wish.year), unit: wish.unitId });

export const standingQuery = ({ year, standing, unitId, own }: StandingWish) => ({
  ...{ year: text(year), standing, unit: unitId, own: yes(own) },
});
export const standingHref = (wish: StandingWish): string => hrefOf(standingPath, standingQuery(wish));

export const dutiesQuery = ({ year, step, obligation, unitId, own }: DutyWish) => ({
  ...{ year: text(year), step, obligation: obligation?.obligationId, period: obligation?.period },
  ...{ unit: unitId, own: yes(own) },
});
export const dutiesHref = (wish: DutyWish): string => hrefOf(dutiesPath, dutiesQuery(wish));

export const overdueQuery = ({ unitId, own }: OverdueWish) => ({ unit: unitId, own: yes(own) });
export const overdueHref = (wish: OverdueWish): string => hrefOf(overduePath, overdueQuery(wish));
