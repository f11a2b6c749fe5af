export { memoryProviderEnrolmentStore } from './memory-provider-enrolment-store.ts';
export { sampleProviderEnrolment } from './sample-provider-enrolment.ts';
export { scriptedProvider } from './scripted-provider.ts';
