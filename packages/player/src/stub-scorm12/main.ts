import { runStub } from '../stub/run-stub.ts';
import { findApi, openScormHost } from './scorm-host.ts';

void runStub(async () => {
  const api = findApi(window);
  return api && openScormHost(api);
});
