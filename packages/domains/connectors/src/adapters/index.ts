export { createAdapterPort } from './adapter-maker.ts';
export { createAddressCheck } from './address-check.ts';
export { createMessageVerifier } from './message-verifier.ts';
export { createMoodleAdapter, type MoodleAdapterDeps, type MoodleSite } from './moodle/moodle-adapter.ts';
export { createOneRosterAdapter } from './one-roster/one-roster-adapter.ts';
export { createOpenEdxAdapter } from './openedx/openedx-adapter.ts';
export { createSchemaOrgAdapter } from './schema-org/schema-org-adapter.ts';
export { readTable } from './table/read-table.ts';
export { writeWorkbook } from './table/write-workbook.ts';
