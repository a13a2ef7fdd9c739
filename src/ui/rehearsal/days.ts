/** Days of a period as `yyyy-mm-dd`: by UTC, so that no clock of the browser moves them. */
const DAY_MS = 86_400_000;

export function nextDay(date: string, by = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);
}

export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

/** 0 = Monday. */
export function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
