import { type AgencyId, type Clock, type LocalDate, localDateOf, type PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { CompetencyChanged, CompetencyFull, MoveNotAllowed, WrongDay } from './errors.ts';
import {
  foundedEdition,
  type MatchEdition,
  type MatchRequest,
  type MatchRule,
  type MatchSetting,
  type MatchUse,
  matchRequestSchema,
  matchRuleOn,
  matchUses,
  mostMatchEditions,
} from './match-rule.ts';
import type { BandStore } from './ports.ts';

interface Deps {
  readonly bands: BandStore;
  readonly clock: Clock;
}

/** By which matches are read on a day, for each use. */
export async function matchRulesOf(
  { bands }: Pick<Deps, 'bands'>,
  { agencyId, day }: { readonly agencyId: AgencyId; readonly day: LocalDate },
): Promise<Readonly<Record<MatchUse, MatchRule>>> {
  const settings = await bands.of(agencyId);
  const ruleFor = (use: MatchUse) =>
    matchRuleOn(
      use,
      settings.find((one) => one.use === use),
      day,
    );
  return { mapping: ruleFor('mapping'), selection: ruleFor('selection') };
}

export interface BandsView {
  readonly use: MatchUse;
  readonly inForce: MatchRule;
  /** Newest first. */
  readonly editions: readonly (MatchEdition & { readonly mayWithdraw: boolean })[];
  readonly rev: number;
}

/** What one's agency has set, and what holds today. */
export async function readBands(
  { bands, clock }: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly BandsView[]> {
  const settings = await bands.of(agencyOf(principal));
  const today = todayOf(clock);
  return matchUses.map((use) => {
    const setting = settings.find((one) => one.use === use);
    const editions = (setting?.editions ?? []).toReversed();
    return {
      ...{ use, inForce: matchRuleOn(use, setting, today), rev: setting?.rev ?? 0 },
      editions: editions.map((one, index) => ({
        ...foundedEdition(one),
        mayWithdraw: index === 0 && one.from >= today,
      })),
    };
  });
}

interface Which {
  readonly principal: PersonPrincipal;
  readonly use: MatchUse;
  /** As it was read. */
  readonly rev: number;
}

/** Bands from today on or from a later day. What was read by other bands before stays so; of one day the last edition stands. */
export async function setBands(
  deps: Deps,
  input: Which & { readonly request: MatchRequest },
): Promise<MatchSetting> {
  const request = matchRequestSchema.parse(input.request);
  const setting = await settingOf(deps, input);
  if (request.from < todayOf(deps.clock)) throw new WrongDay('/from');
  const others = setting.editions.filter(({ from }) => from !== request.from);
  if (others.length >= mostMatchEditions) throw new CompetencyFull();
  const edition: MatchEdition = {
    ...{ ...request, setBy: input.principal.personId, setAt: deps.clock.now().toISOString() },
  };
  const editions = [...others, edition].toSorted((a, b) => a.from.localeCompare(b.from));
  return save(deps, { ...setting, editions });
}

/** Takes the newest edition back before its first day is over. */
export async function withdrawBands(deps: Deps, input: Which): Promise<MatchSetting> {
  const setting = await settingOf(deps, input);
  const last = setting.editions.at(-1);
  if (!last || last.from < todayOf(deps.clock)) throw new MoveNotAllowed();
  return save(deps, { ...setting, editions: setting.editions.slice(0, -1) });
}

/** A day begins in western Indonesia. */
const todayOf = (clock: Clock): LocalDate => localDateOf(clock.now().getTime(), 'Asia/Jakarta');

async function settingOf({ bands }: Deps, { principal, use, rev }: Which): Promise<MatchSetting> {
  const agencyId = agencyOf(principal);
  const found = (await bands.of(agencyId)).find((one) => one.use === use);
  if ((found?.rev ?? 0) !== rev) throw new CompetencyChanged();
  return found ?? { agencyId, use, editions: [], rev: 0 };
}

async function save({ bands }: Deps, next: MatchSetting): Promise<MatchSetting> {
  if ((await bands.save(next)) === 'conflict') throw new CompetencyChanged();
  return { ...next, rev: next.rev + 1 };
}
