/**
 * Changes of the workbook's structure, numbered. A workbook carries the number of the last one it went through
 * («Настройки», «Версия схемы»); set-up applies the later ones in order. A landed migration is never edited.
 */
export interface Migration {
  readonly version: number;
  readonly title: string;
  readonly renameTabs?: readonly (readonly [from: string, to: string])[];
  readonly renameColumns?: readonly (readonly [tab: string, from: string, to: string])[];
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    title: 'Первая схема: вкладки domain.md §2, заголовки первых таблиц приводятся к принятым',
    renameTabs: [['Исполнение', 'Исполнение по ОО']],
  },
  {
    version: 2,
    title: 'Статусы дорожной карты вычисляются; что вписали люди, остаётся их словом',
    renameTabs: [['Исполнение по ОО', 'Исполнение по ОО (архив)']],
    renameColumns: [['Дорожная карта', 'Статус', 'Статус вручную']],
  },
];

export const SCHEMA_VERSION = migrations[migrations.length - 1].version;

/** The migrations that a workbook of this version still has to go through. 0: made before versions, or by hand. */
export function pending(version: number, all: readonly Migration[] = migrations): readonly Migration[] {
  return all.filter((m) => m.version > version).sort((a, b) => a.version - b.version);
}
