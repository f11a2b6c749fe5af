export {
  type Corrected,
  type Decided,
  type Earned,
  type EffortProof,
  type Entry,
  type EntryId,
  endOf,
  type Held,
  type HoldReason,
  type Part,
  type Reversed,
  type Source,
  type Span,
} from './ledger/entry.ts';
export { type Account, foldAccounts } from './ledger/fold-accounts.ts';
export type { Period, PersonStanding, StandingDirectory } from './ledger/standing.ts';
export { type LocalDate, localDateOf, type TimeZone } from './local-date.ts';
export { type Basis, type Line, type LineReason, recognise } from './recognise.ts';
export { eLearning, type Form, type FormCode, forms } from './rules/forms.ts';
export { nationalRules } from './rules/national-rules.ts';
export type {
  ConversionRule,
  EffortRule,
  EmploymentStatus,
  Rule,
  RuleScope,
  YearRule,
} from './rules/rule.ts';
export { totalYear, type YearTotal } from './total-year.ts';
