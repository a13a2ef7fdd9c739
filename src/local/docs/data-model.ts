import { CHECK_TITLE } from '../../domain/checks/check-sheet';
import { SUMMARY_TITLE } from '../../domain/checks/summary-sheet';
import { UNDO_TITLE } from '../../domain/fixes/undo-sheet';
import { archiveTitle, JOURNAL_TITLE } from '../../domain/journal/journal-row';
import { REGISTER_TITLE } from '../../domain/journal/register';
import { LEDGER_TITLE } from '../../domain/letters/ledger';
import { DICTIONARIES_TITLE } from '../../domain/registry/dictionaries';
import { type Enumeration, enumerationOf, enumerations } from '../../domain/registry/enumerations';
import { settingDefinitions } from '../../domain/registry/settings';
import type { Column, ColumnType, Tab } from '../../domain/registry/tab';
import { tabs } from '../../domain/registry/tabs';
import { MATRIX_TITLE } from '../../domain/roadmap/matrix-sheet';
import { generatedLayouts } from '../../domain/workbook/generated-layout';
import { SCHEMA_VERSION } from '../../domain/workbook/migrations';
import { MOVED_TITLE } from '../../domain/workbook/moved-rows';
import { START_TITLE } from '../../domain/workbook/start-page';
import { bullets, page, table } from './markdown';

const TYPES: Readonly<Record<ColumnType, string>> = {
  id: 'номер записи',
  text: 'текст',
  enum: 'из списка',
  date: 'дата',
  count: 'целое число',
  number: 'число',
  years: 'полных лет',
  birth: 'год рождения или группа',
  'yes-no': 'да / нет',
  url: 'ссылка',
  email: 'e-mail',
  'order-number': 'номер (текст)',
  reference: 'ссылка на запись',
  wave: 'волна (2024-04)',
  'school-year': 'учебный год',
};

const EDITORS: Readonly<Record<Tab['editor'], string>> = { coordinator: 'координатор', curator: 'куратор' };

const GENERATED: Readonly<Record<string, string>> = {
  [START_TITLE]: 'Что это за книга, что делать дальше, состояние и режим хранения.',
  [CHECK_TITLE]: 'Замечания последней проверки: строка на замечание, сначала ошибки каждой организации.',
  [SUMMARY_TITLE]:
    'Когда и кто проверил, сколько замечаний, заполненность и качество по организациям и правилам.',
  [MATRIX_TITLE]:
    'Организации × мероприятия, которые выполняет каждая: статусы по записям книги. Заполняет проверка записей.',
  Показатели: 'Показатели волны: округ и каждая ОО, «a из b (x,x %)», цель, оценка, изменение.',
  Свод: 'Сводные таблицы по вкладке «Данные свода».',
  Диаграммы: 'Диаграммы Д1–Д5 и таблицы, по которым они построены.',
  'Данные свода': 'Плоские данные: строка на каждого участника, пару и группу, вошедших в расчёт. Без имён.',
  'Снимки волн': 'Показатели всех построенных волн; по ним считается изменение. Вкладка скрыта.',
  [LEDGER_TITLE]:
    'Письма: что, кому и когда сообщено; строка на каждое дело письма. По ней письмо не уходит второй раз.',
  [JOURNAL_TITLE]: 'Кто, когда и что изменил: только дописывается, снизу.',
  Списки: 'Что предлагают выпадающие списки ссылок. Вкладка скрыта.',
};

/** Tabs of the script that are made when they are first needed. */
const LATER: readonly (readonly string[])[] = [
  [REGISTER_TITLE, 'Реестр, каким он был в конце выбранного дня, по журналу.'],
  [archiveTitle('2025'), 'Журнал завершённого года; вкладка на каждый год, который сдан в архив.'],
  [MOVED_TITLE, 'Строки итогов и повторы заголовков, которые «Восстановить правила» убрали из реестров.'],
  [UNDO_TITLE, 'Что стояло в ячейках до последней пачки исправлений. Вкладка скрыта.'],
];

/** docs/data-model.md: the tabs, lists and settings as the registry describes them. */
export function dataModelPage(): string {
  const all = Object.values(tabs);
  return page([
    '# Модель данных',
    '<!-- Страница создана командой `npm run docs` из src/domain/registry. Правки вносите там. -->',
    `Страница создана командой \`npm run docs\` из описания вкладок. Версия схемы книги: ${SCHEMA_VERSION}.`,
    '## Общие правила',
    bullets([
      'Первая строка — заголовки, данные — со второй строки. Столбец находится по заголовку (или по другому заголовку из таблиц ниже), место столбца не важно.',
      'Заголовки сравниваются без учёта регистра, «ё»/«е», кавычек и лишних пробелов.',
      'Каждая запись имеет ID: приставка и цифры. Его выдаёт программа; ID не меняют и не используют повторно. Номера дорожной карты (`RM-1.1`) взяты из плана.',
      'Ссылка на запись: `NST-001 · Иванова М. П.`; читается ID в начале. Организацию можно указать и её названием, если оно есть только у одной ОО.',
      'Несколько значений в ячейке разделяются точкой с запятой: `Оценивание; Цифровые инструменты`.',
      'Пустая ячейка числа — «нет данных», это не ноль.',
      'Записи не удаляют: «Статус записи» = «Архив», дата и причина.',
      'Обязательность: ● всегда, ◐ при условии, ○ можно не заполнять.',
    ]),
    '## Вкладки',
    table(
      ['Вкладка', 'ID', 'Заполняет', 'Назначение'],
      all.map((t) => [t.title, idExample(t), EDITORS[t.editor], t.about]),
    ),
    `Кроме них: «${DICTIONARIES_TITLE}» (свои значения списков, заполняет координатор) и вкладки, которые заполняет программа:`,
    table(
      ['Вкладка', 'Что на ней'],
      [START_TITLE, ...generatedLayouts().map((l) => l.title)].map((t) => [t, GENERATED[t]]),
    ),
    'Появляются, когда понадобятся:',
    table(['Вкладка', 'Что на ней'], LATER),
    ...all.flatMap(tabPart),
    '## Списки значений',
    `Списки с пометкой «пополняемый» стоят на вкладке «${DICTIONARIES_TITLE}»: свои значения дописывают снизу. Остальные списки закрыты, от их слов зависят показатели.`,
    ...Object.values(enumerations).map(listPart),
    '## Настройки',
    'Вкладка «Настройки», столбец «Значение». Пустое текстовое значение и пустая цель остаются пустыми; для остальных параметров пусто означает значение по умолчанию.',
    table(
      ['Раздел', 'Параметр', 'По умолчанию', 'Допустимо', 'Пояснение'],
      settingDefinitions.map((s) => [
        s.section,
        s.title,
        s.initial,
        s.choices?.join(' / ') ?? SETTING_TYPES[s.type],
        s.about,
      ]),
    ),
    '## Столбцы вкладок, которые заполняет программа',
    ...generatedLayouts()
      .filter((l) => l.columns.some((c) => c.title !== ''))
      .map((l) => `**«${l.title}»**: ${l.columns.map((c) => c.title).join('; ')}.`),
  ]);
}

const SETTING_TYPES = {
  text: 'текст',
  date: 'дата',
  number: 'число',
  choice: 'из списка',
  'day-month': 'день.месяц',
  targets: 'число или по годам',
  days: 'числа дней',
  email: 'адрес',
} as const;

function idExample({ id }: Tab): string {
  if (!id) return '—';
  return id.digits === 0 ? `${id.prefix}-1.1` : `${id.prefix}-${'1'.padStart(id.digits, '0')}`;
}

function tabPart(tab: Tab): string[] {
  const aliases = tab.aliases?.length
    ? ` Другие названия вкладки: ${tab.aliases.map((a) => `«${a}»`).join(', ')}.`
    : '';
  return [
    `## «${tab.title}»`,
    `${tab.about} Заполняет ${EDITORS[tab.editor]}. ID: ${idExample(tab)}.${aliases}`,
    table(
      ['Столбец', 'Тип', '', 'Значения', 'Что вносить', 'Другие заголовки'],
      tab.columns.map((c) => [
        c.title,
        TYPES[c.type] + (c.owner === 'script' ? ', столбец программы' : ''),
        requiredMark(c),
        valuesOf(c),
        c.help,
        (c.aliases ?? []).join('; '),
      ]),
    ),
  ];
}

function requiredMark({ required }: Column): string {
  if (required === undefined) return '○';
  return required === 'always' ? '●' : `◐ ${required.words}`;
}

function valuesOf(column: Column): string {
  const many = column.multi ? '; несколько' : '';
  if (column.refers) return `«${tabs[column.refers].title}»${many}`;
  if (column.values) {
    const free = column.free && !column.multi ? '; можно своё' : '';
    return `список «${enumerationOf(column.values).title}»${free}${many}`;
  }
  const { min, max } = column;
  if (column.type === 'text' && max !== undefined) return `до ${max} знаков`;
  if (min === undefined && max === undefined) return '';
  return max === undefined ? `от ${min}` : `${min ?? 0}–${max}`;
}

function listPart(list: Enumeration): string {
  const synonyms = Object.entries(list.synonyms ?? {}).map(([from, to]) => `«${from}» → «${to}»`);
  return [
    `**${list.title}**${list.editable ? ' (пополняемый)' : ''}: ${list.values.join('; ')}.`,
    ...(synonyms.length > 0 ? [`Читается также: ${synonyms.join(', ')}.`] : []),
  ].join(' ');
}
