export { type Access, type Grant, grantsAccess } from './access.ts';
export { answerDays, waitsLong } from './answer-days.ts';
export type { AtomicCompanion } from './atomic.ts';
export { blotOut } from './blot-out.ts';
export { type AgencyUnit, type Branches, branchesOf } from './branches.ts';
export {
  type CodeDoor,
  changingCode,
  checkInWindow,
  codeSeconds,
  type MatchedCode,
  matchCode,
} from './changing-code.ts';
export type { Clock } from './clock.ts';
export type { Digest, Signer, TextBox } from './crypto.ts';
export { type Cell, csvRecord } from './csv.ts';
export {
  type EmployeeNumberKind,
  type EmployeeNumberProblem,
  employeeNumberKinds,
  formatEmployeeNumber,
  maskEmployeeNumber,
  parseEmployeeNumber,
} from './employee-number.ts';
export { type EmploymentStatus, employmentStatuses } from './employment-status.ts';
export type { ErrorCode } from './error-codes.ts';
export { DomainError, type FieldIssue, InvalidInput, Unavailable } from './errors.ts';
export { hiddenGroups, isSmall, leastGroup } from './hide-small.ts';
export { type Brand, type Ids, isUuid } from './ids.ts';
export { formatJp, type Jp, minutesPerJp, parseJp } from './jp.ts';
export { jsonElements } from './json-elements.ts';
export type { LanguageMap, Locale } from './language.ts';
export { lettersAndDigits } from './letters-and-digits.ts';
export {
  addDays,
  daysBetween,
  endOfLocalDay,
  isDayOver,
  type LocalDate,
  localDateOf,
  monthOf,
  overAtOf,
  startOfLocalDay,
  type TimeZone,
  timeZones,
  weekdayOf,
  yearOf,
} from './local-day.ts';
export { uuidOfName, uuidOfParts } from './name-uuid.ts';
export { namingFile } from './naming-file.ts';
export { openPageToken, sealPageToken } from './page-token.ts';
export { plainFileName } from './plain-file-name.ts';
export { oneLine, plainLines, withoutTurns } from './plain-text.ts';
export {
  type AgencyId,
  type Anonymous,
  type AuPrincipal,
  anonymous,
  type ClientPrincipal,
  type PersonId,
  type PersonPrincipal,
  type Principal,
  type ProviderId,
  type Role,
  roles,
  type Scope,
  scopes,
  type Tenant,
  type ToolPrincipal,
  type ToolScope,
  toolScopes,
} from './principal.ts';
export { provinceCodes, provinceName } from './provinces.ts';
export { type CsvRow, readCsv } from './read-csv.ts';
export { type ReadKind, readKinds } from './read-kinds.ts';
export { parseStrictJson, type StrictJson } from './strict-json.ts';
export { openTimedToken, sealTimedToken } from './timed-token.ts';
