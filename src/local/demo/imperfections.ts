import { plural } from '../../domain/text/plural';
import { longDate } from '../../domain/text/print-date';
import { NBSP } from '../../domain/text/spaces';
import type { DemoBook, DemoCell, DemoRow, DemoTab } from './cells';

/** One cell typed as people type it. */
interface Imperfection {
  readonly tab: DemoTab;
  /** ID of the record before the change. */
  readonly id: string;
  readonly column: string;
  readonly words: string;
  /** The new cell; undefined makes it blank. */
  readonly typed: (cell: DemoCell | undefined) => DemoCell | undefined;
  /** Not in the mode of codes, where there is no name to mistype. */
  readonly ofNames?: true;
}

const isoOf = (cell: DemoCell | undefined): string => (typeof cell === 'object' ? cell.date : String(cell));
const dateParts = (cell: DemoCell | undefined): string[] => isoOf(cell).split('-');

export const imperfections: readonly Imperfection[] = [
  {
    tab: 'mentors',
    id: 'NST-004',
    column: 'entered',
    words: 'дата вхождения наставника NST-004 набрана словами («… октября 2022 г.»)',
    typed: (cell) => longDate(isoOf(cell)),
  },
  {
    tab: 'mentees',
    id: 'MNT-021',
    column: 'entered',
    words: 'дата вхождения наставляемого MNT-021 набрана текстом без нуля («….09.2023» вместо даты)',
    typed: (cell) => {
      const [year, month, dayOfMonth] = dateParts(cell);
      return `${Number(dayOfMonth)}.${month}.${year}`;
    },
  },
  {
    tab: 'pairs',
    id: 'PAR-003',
    column: 'from',
    words: 'дата начала пары PAR-003 набрана как в приказе, день в кавычках («…» октября 2022 г.)',
    typed: (cell) =>
      longDate(isoOf(cell))
        .replace(/^(\d+)/, '«$1»')
        .replaceAll(NBSP, ' '),
  },
  {
    tab: 'documents',
    id: 'DOC-012',
    column: 'date',
    words: 'дата документа DOC-012 набрана текстом с двузначным годом',
    typed: (cell) => {
      const [year, month, dayOfMonth] = dateParts(cell);
      return `${dayOfMonth}.${month}.${year!.slice(2)}`;
    },
  },
  {
    tab: 'mentors',
    id: 'NST-017',
    column: 'name',
    ofNames: true,
    words: 'двойная фамилия наставника NST-017 набрана с пробелами вокруг тире («Петрова – Иванова»)',
    typed: (cell) => String(cell).replace('-', ' – '),
  },
  {
    tab: 'mentors',
    id: 'NST-003',
    column: 'name',
    words: 'в имени наставника NST-003 неразрывный пробел и лишний пробел в конце',
    typed: (cell) => `${String(cell).replace(' ', NBSP)} `,
  },
  {
    tab: 'mentors',
    id: 'NST-012',
    column: 'qualification',
    words: 'лишний пробел после категории наставника NST-012',
    typed: (cell) => `${String(cell)} `,
  },
  {
    tab: 'mentors',
    id: 'NST-030',
    column: 'qualification',
    words: 'категория наставника NST-030 не из списка («1 категория»)',
    typed: () => '1 категория',
  },
  {
    tab: 'mentors',
    id: 'NST-035',
    column: 'years',
    words: 'стаж наставника NST-035 набран словами («… лет 6 мес.»)',
    typed: (cell) => `${Number(cell)} ${plural(Number(cell), ['год', 'года', 'лет'])} 6 мес.`,
  },
  {
    tab: 'mentees',
    id: 'MNT-030',
    column: 'organisation',
    words: 'у наставляемого MNT-030 вместо «ORG-… · наименование» только ID организации',
    typed: (cell) => String(cell).split(' ·')[0],
  },
  {
    tab: 'pairs',
    id: 'PAR-050',
    column: 'form',
    words: 'форма пары PAR-050 набрана с большой буквы и с длинным тире',
    typed: () => 'Педагог — педагог',
  },
  {
    tab: 'practices',
    id: 'PUB-009',
    column: 'link',
    words: 'ссылка практики PUB-009 без https://',
    typed: (cell) => String(cell).replace('https://', ''),
  },
  {
    tab: 'practices',
    id: 'PUB-013',
    column: 'consent',
    words: 'у практики PUB-013 есть фотографии, но нет согласия на распространение',
    typed: () => 'нет',
  },
  {
    tab: 'practices',
    id: 'PUB-021',
    column: 'authors',
    words: 'автор практики PUB-021 не существует (NST-099)',
    typed: () => 'NST-099',
  },
  {
    tab: 'training',
    id: 'TRN-003',
    column: 'certificate',
    words: 'у курсов TRN-003 не указан номер документа',
    typed: () => undefined,
  },
  {
    tab: 'programmes',
    id: 'PRG-010',
    column: 'goal',
    words: 'в теме программы PRG-010 латинская буква среди русских',
    typed: (cell) => String(cell).replace('а', 'a'),
  },
  {
    tab: 'practices',
    id: 'PUB-008',
    column: 'id',
    words: 'ID практики PUB-007 повторён: вторая строка должна быть PUB-008',
    typed: () => 'PUB-007',
  },
];

/** Those that follow from the story of the demo, not from one cell. */
const OF_THE_STORY: readonly string[] = [
  'у ORG-11 нет куратора с 29.12.2023; форму 2024 года она не представила',
  'куратор ORG-10 назначен после 20.10.2022, пакет документов собран в феврале 2023 года',
  'две пары (ORG-03, ORG-11) работают после плановой даты окончания',
  'пара ORG-07 начала работу до приказа о закреплении',
  'пара ORG-02 не закреплена приказом',
  'наставляемые ORG-02, ORG-04, ORG-06, ORG-09, ORG-11 числятся в базе без пары',
  'положение ORG-08 датировано воскресеньем 16.10.2022',
  'в форме ORG-02 за апрель 2024 года наставляемых на одного больше, чем в реестре',
  'форма ORG-12 представлена позже 15.04.2024, форма ORG-10 — позже 15.04.2023',
  'курсы двух наставников пройдены в 2020 году и уже не засчитываются',
  'восемь пар и групп без программы (не считая планируемых), у четырёх только план работы',
  'один наставник — черновик (ORG-01), один в архиве с апреля 2024 года (ORG-03)',
  'полные тёзки — наставники двух организаций: ORG-02 и ORG-08',
  'у наставляемой ORG-07 нет отчества',
  'педагог ORG-06 — наставник и наставляемый одновременно',
];

/** Everything in the demo that a check may rightly point at, in words. */
export const deliberateImperfections: readonly string[] = [
  ...imperfections.map((i) => i.words),
  ...OF_THE_STORY,
];

/** The book with the cells as people typed them. */
export function withImperfections(book: DemoBook, names: boolean): DemoBook {
  const changed: Record<DemoTab, readonly DemoRow[]> = { ...book };
  for (const { tab, id, column, typed, ofNames } of imperfections) {
    if (ofNames && !names) continue;
    changed[tab] = changed[tab].map((record) => (record.id === id ? retyped(record, column, typed) : record));
  }
  return changed;
}

function retyped(record: DemoRow, column: string, typed: Imperfection['typed']): DemoRow {
  const { [column]: cell, ...rest } = record;
  const now = typed(cell);
  return now === undefined ? rest : { ...record, [column]: now };
}
