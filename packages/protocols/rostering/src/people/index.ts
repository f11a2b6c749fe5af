export {
  guessPeopleMapping,
  missingPeopleColumns,
  type PeopleColumn,
  type PeopleMapping,
  peopleColumns,
  peopleTemplate,
} from './columns.ts';
export { isPeopleProblem, type PeopleProblem, peopleWordsOf } from './problems.ts';
export { type PersonFinding, type PersonRow, readPersonRow } from './read-person-row.ts';
