import { readSettings } from '../domain/registry/read-settings';
import { tabs } from '../domain/registry/tabs';
import { SCHEMA_VERSION } from '../domain/workbook/migrations';
import { type DamageKind, type Difference, damages } from '../domain/workbook/repair-plan';
import { differenceWords, mendedWords } from '../domain/workbook/repair-words';
import { type Ports, Refusal } from './ports';
import { findTitle } from './read-workbook';
import { restore } from './restore';
import { refreshPages } from './set-up';

/** What repair would change, and what it can only tell of. Nothing was written. */
export interface RepairPreview {
  readonly differences: readonly ShownDifference[];
  readonly leftAlone: readonly { readonly tab: string; readonly why: string }[];
}

export interface ShownDifference extends Difference {
  readonly words: string;
  /** False: repair tells of it and leaves it to a person. */
  readonly mends: boolean;
}

export interface RepairOutcome {
  readonly done: readonly { readonly tab: string; readonly what: string }[];
  readonly left: readonly ShownDifference[];
  readonly leftAlone: readonly { readonly tab: string; readonly why: string }[];
}

/** «Восстановить правила», the first step: compares the workbook with its template, writes nothing. */
export function previewRepair(ports: Ports): RepairPreview {
  const { mended, left, leftAlone } = restore(ports, storageModeOf(ports), null);
  return { differences: shown(ports, [...mended, ...left]), leftAlone };
}

/** What the person left ticked; absent: everything. */
export interface Accepted {
  readonly kinds?: readonly string[];
  readonly tabs?: readonly string[];
}

/** The second step: mends what was accepted, after looking anew. */
export function applyRepair(ports: Ports, { kinds, tabs: titles }: Accepted): RepairOutcome {
  const accepts = (kind: DamageKind, tab: string) =>
    (titles?.includes(tab) ?? true) &&
    // A deleted source of dropdowns is seen before it is made anew, the dropdowns themselves only after.
    ((kinds?.includes(kind) ?? true) ||
      (kind === 'validation' && kinds?.includes('validation-source') === true));
  const done = ports.locks.alone(() => {
    const storageMode = storageModeOf(ports);
    const restored = restore(ports, storageMode, accepts);
    refreshPages(ports, restored, storageMode);
    return restored;
  });
  if (done === null) throw new Refusal('Книгу сейчас настраивает другой запуск. Повторите через минуту.');
  const { created, mended, left, leftAlone } = done.result;
  return {
    done: [...created.map(({ title }) => ({ tab: title, what: 'вкладка создана' })), ...mendedWords(mended)],
    left: shown(
      ports,
      left.filter((d) => !damages[d.kind].mends),
    ),
    leftAlone,
  };
}

function shown(ports: Ports, differences: readonly Difference[]): ShownDifference[] {
  const language = ports.screen.language();
  return differences.map((d) => ({
    ...d,
    words: differenceWords(d, language),
    mends: damages[d.kind].mends,
  }));
}

/** @throws Refusal when the workbook was made by a newer version: its template is not known here */
function storageModeOf({ workbook }: Ports): string {
  const title = findTitle(workbook.titles(), tabs.settings.title);
  const { settings, rows } = readSettings(title === null ? null : workbook.read(title));
  const version = rows.has('schemaVersion') ? settings.number('schemaVersion') : 0;
  if (version > SCHEMA_VERSION)
    throw new Refusal(
      `Книга создана более новой версией программы (схема ${version}, здесь ${SCHEMA_VERSION}). Обновите программу; книга не изменена.`,
    );
  return settings.text('storageMode');
}
