export const planPath = '/plan';
export const stopPath = `${planPath}/stop`;
export const resumePath = `${planPath}/resume`;
export const calendarPath = `${planPath}/calendar.ics`;
