export { Crashed, crashAfter } from '@sinau/platform/testing';
