import type { Jp } from '@sinau/kernel';
import { type Entry, endOf, type HoldReason, type Part } from './ledger/entry.ts';
import { type Account, foldAccounts } from './ledger/fold-accounts.ts';
import { type PersonStanding, statusOn } from './ledger/standing.ts';
import { type LocalDate, monthOf, yearOf } from './local-date.ts';
import { maximumOn } from './maximum.ts';
import { saidTwice, standingAmong } from './one-learning.ts';
import { type ConversionRule, capOf, conversionFor, type Rule, yearRuleFor } from './rules/rule.ts';
import { valuesOf } from './values-of.ts';

/** Why less is recognised than was computed. */
export type LineReason =
  | 'cap_day'
  | 'cap_month'
  | 'over_cap'
  | 'held'
  | 'rejected'
  | 'reversed'
  | 'duplicate'
  | 'no_rule'
  | 'not_applicable';

export interface LinePart extends Part {
  readonly computed: Jp;
  readonly recognised: Jp;
}

/** What became of one thing that was earned. The three numbers are never made one. */
export interface Line {
  readonly account: Account;
  /** Last day of it. The year in which it counts is that of this day, or of its certificate where a rule says so. */
  readonly endsOn: LocalDate;
  readonly year: number;
  readonly stated: Jp;
  readonly computed: Jp;
  readonly recognised: Jp;
  readonly parts: readonly LinePart[];
  readonly reasons: readonly LineReason[];
  readonly holdReasons: readonly HoldReason[];
  readonly rule?: ConversionRule;
}

export interface Basis {
  readonly rules: readonly Rule[];
  readonly standing: PersonStanding;
}

/** What is used up of caps, by what they hold for. */
type Used = Map<string, number>;

/**
 * Recognises everything a person has earned, from the ledger alone and never by adding to what was recognised before. Lines
 * come in the order in which they count, by last day and id, so that it does not matter when which fact arrived.
 */
export function recognise(entries: readonly Entry[], basis: Basis): readonly Line[] {
  const folded = foldAccounts(entries);
  const twice = saidTwice(folded);
  const accounts = folded
    .map((one) => among(one, folded))
    .map((account) => ({ account, endsOn: endOf(account.parts) }))
    .toSorted(
      (a, b) =>
        a.endsOn.localeCompare(b.endsOn) || a.account.earned.entryId.localeCompare(b.account.earned.entryId),
    );
  const used: Used = new Map();
  const seen = new Set<string>();
  return accounts.map(({ account, endsOn }) => {
    const { form, agencyId, sameAs, entryId } = account.earned;
    const asked = { on: endsOn, ...(agencyId !== undefined && { agencyId }) };
    const rule = conversionFor(basis.rules, form, asked);
    const line = lineOf(account, { endsOn, rule, year: yearIn(account, endsOn, basis) });
    const refusal =
      refusalOf(account, rule) ??
      (twice.has(entryId) || seen.has(`${line.year} ${sameAs}`) ? 'duplicate' : undefined);
    if (refusal || !rule) return { ...line, reasons: [refusal ?? 'no_rule'] };
    seen.add(`${line.year} ${sameAs}`);
    return withinMaximum(withinCaps(line, rule, used), basis, used);
  });
}

function among(account: Account, accounts: readonly Account[]): Account {
  const standing = standingAmong(account, accounts);
  return { ...account, standing, reasons: standing === 'held' ? account.reasons : [] };
}

/** Caps hold for the days on which something was learned; the year alone may be another. */
function yearIn({ earned }: Account, endsOn: LocalDate, { rules, standing }: Basis): number {
  const { agencyId = standing.agencyId, certifiedOn } = earned;
  if (certifiedOn === undefined) return yearOf(endsOn);
  const status = statusOn(standing, endsOn);
  const asked = { on: endsOn, ...(agencyId !== undefined && { agencyId }) };
  const rule = status && yearRuleFor(rules, status, asked);
  return yearOf(rule?.countsBy === 'certificate-day' ? certifiedOn : endsOn);
}

function lineOf(
  account: Account,
  {
    endsOn,
    rule,
    year,
  }: { readonly endsOn: LocalDate; readonly rule: ConversionRule | undefined; readonly year: number },
): Line {
  const { parts, stated, earned, reasons: holdReasons } = account;
  const sorted = parts.toSorted((a, b) => a.date.localeCompare(b.date));
  const values = rule ? valuesOf(rule, sorted, earned.abroad) : sorted.map(() => 0);
  return {
    ...{ account, endsOn, year, stated, holdReasons, reasons: [] },
    ...{ computed: values.reduce((sum, value) => sum + value, 0) as Jp, recognised: 0 as Jp },
    parts: sorted.map((part, index) => ({
      ...{ ...part, computed: (values[index] ?? 0) as Jp, recognised: 0 as Jp },
    })),
    ...(rule && { rule }),
  };
}

/** Nothing of it counts, and nothing of it uses up a cap. */
function refusalOf({ standing, earned }: Account, rule: ConversionRule | undefined): LineReason | undefined {
  if (standing !== 'counts') return standing;
  if (!rule) return 'no_rule';
  return earned.abroad && rule.intlMode === 'na' ? 'not_applicable' : undefined;
}

function withinCaps(line: Line, rule: ConversionRule, used: Used): Line {
  const { capPeriod, capMeasure } = rule;
  const cap = capOf(rule, line.account.earned.abroad);
  const parts = line.parts.map((part): LinePart => {
    if (cap === undefined || capPeriod === undefined) return { ...part, recognised: part.computed };
    const key = `${rule.formCode} ${capPeriod === 'day' ? part.date : monthOf(part.date)}`;
    const before = used.get(key) ?? 0;
    const left = Math.max(cap - before, 0);
    const wanted = capMeasure === 'count' ? part.amount : part.computed;
    const taken = Math.min(wanted, left);
    used.set(key, before + taken);
    const counted = { date: part.date, amount: taken };
    const [value = 0] =
      capMeasure === 'count' ? valuesOf(rule, [counted], line.account.earned.abroad) : [taken];
    return { ...part, recognised: Math.min(value, part.computed) as Jp };
  });
  const recognised = parts.reduce((sum, part) => sum + part.recognised, 0) as Jp;
  const reasons: readonly LineReason[] =
    recognised < line.computed ? [capPeriod === 'month' ? 'cap_month' : 'cap_day'] : [];
  return { ...line, parts, recognised, reasons };
}

/** Where a status has a maximum, recognition ends there; learning does not. */
function withinMaximum(line: Line, basis: Basis, used: Used): Line {
  const { endsOn, recognised } = line;
  const maximum = maximumOn(basis, endsOn);
  if (!maximum) return line;
  const key = `maximum ${maximum.from}`;
  const before = used.get(key) ?? 0;
  const taken = Math.min(recognised, Math.max(maximum.jp - before, 0));
  used.set(key, before + taken);
  if (taken === recognised) return line;
  return {
    ...line,
    recognised: taken as Jp,
    parts: cutAt(line.parts, taken),
    reasons: [...line.reasons, 'over_cap'],
  };
}

/** The days that came first keep what they have. */
function cutAt(parts: readonly LinePart[], total: number): readonly LinePart[] {
  let left = total;
  return parts.map((part) => {
    const recognised = Math.min(part.recognised, left) as Jp;
    left -= recognised;
    return { ...part, recognised };
  });
}
