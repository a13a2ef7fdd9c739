const DAY = 86_400_000;

/** 2024-02-29, 2024-02-29T12:30:00, 12:30 → days since 1899-12-30; null when the text is not one of them. No time zone. */
export function isoToSerial(text: string): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!match || match[0] === '') return null;
  const [, year, month, day, hours, minutes, seconds] = match;
  const days = year
    ? (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / DAY
    : 0;
  return days + (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
}
