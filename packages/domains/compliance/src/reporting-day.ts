const westernHours = 7;

/** Day of the calendar by which agencies report: that of western Indonesia (WIB), for people of every zone. */
export const reportingDay = (at: Date): string =>
  new Date(at.getTime() + westernHours * 3_600_000).toISOString().slice(0, 10);
