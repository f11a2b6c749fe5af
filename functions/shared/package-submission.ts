/** With the words of every finding; loaded by the first package that is sent as a body. */
export { submitPackage } from '@sinau/catalogue';
