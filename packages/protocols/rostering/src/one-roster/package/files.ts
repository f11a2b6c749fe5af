/** Files that Sinau reads. What is not needed of them is never kept: names and addresses of people stay in the package. */
export const rosterFiles = [
  'academicSessions',
  'courses',
  'classes',
  'users',
  'enrollments',
  'lineItems',
  'results',
] as const;
export type RosterFile = (typeof rosterFiles)[number];

/** How a file is sent. `bulk`: all there is; what is missing is gone. `delta`: what is other than before. */
export type FileMode = 'bulk' | 'delta';

/** One thing in the shape that the REST services of OneRoster answer, so that both are read by the same rules. */
export interface RosterRow {
  readonly sourcedId: string;
  readonly status: 'active' | 'tobedeleted';
  /** ISO 8601 UTC; empty in bulk. */
  readonly dateLastModified: string;
  readonly [name: string]: unknown;
}

/** What a connection has been told so far, or what one package tells. Files that were never sent are absent. */
export type RosterData = Readonly<Partial<Record<RosterFile, readonly RosterRow[]>>>;

type Cell = 'text' | 'id' | 'ids' | 'date' | 'number' | 'truth';
export interface Column {
  readonly cell: Cell;
  /** `head`: the column has to be there. `filled`: so does its cell. */
  readonly need?: 'head' | 'filled';
  /** Which file the id is looked for in. */
  readonly of?: RosterFile;
}

const filled = (cell: Cell): Column => ({ cell, need: 'filled' });
const reference = (of: RosterFile): Column => ({ cell: 'id', need: 'filled', of });

/** Columns that are read, as the CSV binding of OneRoster 1.1 and 1.2 names them. */
export const columnsOf: Readonly<Record<RosterFile, Readonly<Record<string, Column>>>> = {
  academicSessions: { startDate: filled('date'), endDate: filled('date') },
  courses: { title: filled('text'), courseCode: { cell: 'text' } },
  classes: {
    title: filled('text'),
    classCode: { cell: 'text' },
    courseSourcedId: reference('courses'),
    termSourcedIds: { cell: 'ids', need: 'filled', of: 'academicSessions' },
  },
  users: {
    enabledUser: { cell: 'truth' },
    identifier: { cell: 'text' },
    userMasterIdentifier: { cell: 'text' },
    username: { cell: 'text' },
  },
  enrollments: {
    classSourcedId: reference('classes'),
    userSourcedId: filled('id'),
    role: filled('text'),
  },
  lineItems: {
    title: filled('text'),
    classSourcedId: reference('classes'),
    resultValueMax: { cell: 'number' },
  },
  results: {
    lineItemSourcedId: reference('lineItems'),
    studentSourcedId: filled('id'),
    scoreStatus: filled('text'),
    score: { cell: 'number', need: 'head' },
    scoreDate: filled('date'),
  },
};

type Cells = Readonly<Record<string, string>>;
const idOf = (sourcedId = '') => ({ sourcedId });
export const idsIn = (text: string): readonly string[] => text.split(',').flatMap((id) => id.trim() || []);

/** What is kept of a line, beside its id, status and time. */
export const shapeOf: Readonly<Record<RosterFile, (cells: Cells, metadata: Cells) => object>> = {
  academicSessions: ({ startDate, endDate }) => ({ startDate, endDate }),
  courses: ({ title, courseCode }, metadata) => ({ title, courseCode, metadata }),
  classes: ({ title, classCode, courseSourcedId, termSourcedIds = '' }, metadata) => ({
    ...{ title, classCode, course: idOf(courseSourcedId), terms: idsIn(termSourcedIds).map(idOf), metadata },
  }),
  users: ({ enabledUser = '', identifier = '', userMasterIdentifier = '', username = '' }) => {
    const known = [identifier, userMasterIdentifier, username].find(isPseudonym);
    return { ...(enabledUser !== '' && { enabledUser }), ...(known !== undefined && { identifier: known }) };
  },
  enrollments: ({ classSourcedId, userSourcedId, role }) => ({
    ...{ class: idOf(classSourcedId), user: idOf(userSourcedId), role },
  }),
  lineItems: ({ title, classSourcedId, resultValueMax }) => ({
    ...{ title, class: idOf(classSourcedId), resultValueMax },
  }),
  results: ({ lineItemSourcedId, studentSourcedId, scoreStatus, score, scoreDate }) => ({
    ...{ lineItem: idOf(lineItemSourcedId), student: idOf(studentSourcedId), scoreStatus, score, scoreDate },
  }),
};

/** The form of the names that Sinau gives people for a provider; nobody else of a university is called so. */
export const isPseudonym = (text: string): boolean => /^[\da-f]{64}$/.test(text);
