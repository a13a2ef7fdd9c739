import { type Bound, bound, shown } from './bundle';

/** A book whose clock and acting person a test can change. */
export interface JournalBook extends Bound {
  at(moment: string): void;
  as(email: string): void;
  /** Is told of every service call, before it happens. */
  watch(onCall: (service: string, method: string) => void): void;
  /** Writes cells of one row by their headers, as if people had typed them. */
  put(title: string, row: number, cells: Readonly<Record<string, unknown>>): void;
  cell(title: string, row: number, header: string): string;
  /** The journal's rows by the titles of its columns. */
  journal(title?: string): Readonly<Record<string, string>>[];
}

export function journalBook(): JournalBook {
  let now = '2024-04-20T07:00:00Z';
  let onCall: (service: string, method: string) => void = () => undefined;
  const book = bound({
    now: () => new Date(now),
    user: 'coordinator@example.org',
    onCall: (service, method) => onCall(service, method),
  });
  book.rpc('setUp', { storageMode: 'Полный' });
  const column = (title: string, header: string): number => {
    const at = shown(book, title)[0].indexOf(header);
    if (at < 0) throw new Error(`No «${header}» on «${title}»`);
    return at + 1;
  };
  return {
    ...book,
    at(moment) {
      now = moment;
    },
    as(email) {
      book.host.context.user = email;
    },
    watch(listener) {
      onCall = listener;
    },
    put(title, row, cells) {
      for (const [header, value] of Object.entries(cells))
        book.tab(title).getRange(row, column(title, header)).setValue(value);
    },
    cell: (title, row, header) =>
      book.tab(title).getRange(row, column(title, header)).getDisplayValues()[0][0],
    journal(title = 'Журнал изменений') {
      const [header, ...rows] = shown(book, title);
      return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
    },
  };
}

/** Two organisations with a curator each, a coordinator, and a mentor of the first organisation. */
export function twoSchools(): JournalBook {
  const book = journalBook();
  for (const [i, name] of ['Школа № 1', 'Школа № 2'].entries()) {
    book.put('Организации', i + 2, {
      ID: `ORG-0${i + 1}`,
      'Полное наименование': `МБОУ «${name}»`,
      'Краткое наименование': name,
      'Участвует в ЦМН': 'да',
    });
    book.put('Кураторы', i + 2, {
      ID: `CUR-00${i + 1}`,
      'ОО (ID)': `ORG-0${i + 1} · ${name}`,
      'ФИО куратора': `Куратор ${i + 1}`,
      'Начало полномочий': '01.09.2022',
      'Аккаунт доступа': `curator${i + 1}@example.org`,
      'Статус записи': 'Действует',
    });
  }
  const settings = shown(book, 'Настройки').findIndex((row) => row[1] === 'Учётные записи координаторов');
  book.put('Настройки', settings + 1, { Значение: 'coordinator@example.org' });
  book.put('Наставники', 2, {
    ID: 'NST-001',
    'ОО (ID)': 'ORG-01 · Школа № 1',
    'ФИО наставника': 'Иванова Мария Петровна',
    Должность: 'учитель',
    'Дата вхождения': '01.09.2023',
    'Статус записи': 'Действует',
  });
  return book;
}
