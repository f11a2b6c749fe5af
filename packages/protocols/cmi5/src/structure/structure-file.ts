/** Name of the course structure at the root of a package (14.0). */
export const structureFile = 'cmi5.xml';
