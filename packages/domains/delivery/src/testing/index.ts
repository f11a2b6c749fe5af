export { commitMemoryWrites, memoryRegistrationStore } from './memory-registration-store.ts';
export { type RegistrationStoreUnderTest, registrationStoreContract } from './registration-store.contract.ts';
