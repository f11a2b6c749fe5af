export { createCourier } from './courier.ts';
