export { createClientStore } from './client-store.ts';
export { changedPerson, identityFacts } from './facts.ts';
export { createOrganisationStore } from './organisation-store.ts';
export { createPeopleStore } from './people-store.ts';
export { createSessionStore } from './session-store.ts';
export { createSignInStore } from './sign-in-store.ts';
