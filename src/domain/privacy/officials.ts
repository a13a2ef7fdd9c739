import type { Settings } from '../registry/settings';
import { foldName } from '../text/fold';
import { parseName } from '../text/person-name';

/** The settings that name an official: the names stand on the memo by virtue of the post and are not coded. */
export const OFFICIAL_SETTINGS: readonly string[] = ['chiefName', 'coordinatorName'];

/** Surname and initials of the officials named in the settings. */
export function officialNames(settings: Settings): ReadonlySet<string> {
  return new Set(
    OFFICIAL_SETTINGS.map((key) => settings.text(key))
      .filter((name) => name !== '')
      .map(keyOf),
  );
}

export function isOfficial(name: string, officials: ReadonlySet<string>): boolean {
  return officials.size > 0 && officials.has(keyOf(name));
}

function keyOf(full: string): string {
  const { surname, name, patronymic } = parseName(full);
  return [foldName(surname), foldName(name).charAt(0), foldName(patronymic).charAt(0)].join('|');
}
