export { exportPackage, exportStructure } from '@sinau/catalogue';
