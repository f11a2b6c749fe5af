export { findProvisioned, getProvisioned, nameAtClient } from './find-provisioned.ts';
export { listProvisioned, pageProvisioned } from './list-provisioned.ts';
export { provisionPerson } from './provision-person.ts';
export type { Provisioner, ProvisionRequest } from './provision-request.ts';
export { updateProvisioned } from './update-provisioned.ts';
export { withdrawPerson } from './withdraw-person.ts';
