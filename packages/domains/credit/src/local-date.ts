export {
  addDays,
  daysBetween,
  endOfLocalDay,
  type LocalDate,
  localDateOf,
  monthOf,
  type TimeZone,
  yearOf,
} from '@sinau/kernel';
