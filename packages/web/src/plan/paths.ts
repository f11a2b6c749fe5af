export const planPath = '/plan';
export const stopPath = `${planPath}/stop`;
export const resumePath = `${planPath}/resume`;
