/** A small book for the stub server: three tabs, a menu, four people. */
import type {
  Act,
  BookEvent,
  BookView,
  Done,
  RowView,
  SheetInfo,
  SheetView,
} from '../../src/local/page/protocol';

const ROWS = 200;
const COLUMNS = 12;
const ORGANISATIONS = ['ID', 'Название', 'Тип', 'Часов'];
const MENTORS = ['ID', 'ФИО', 'Организация', 'Дата начала', 'Часов'];

export class StubBook {
  seq = 10;
  user = 'coordinator@example.ru';
  today = '2024-04-20';
  steps = { tabs: true, records: true, report: true };
  recovered = '';
  /** Texts by tab, row and column. */
  readonly cells = new Map<string, string>();
  readonly sheets: SheetInfo[] = [
    { id: 1, name: 'Организации', hidden: false, color: '#1a5fb4' },
    { id: 2, name: 'Наставники', hidden: false, color: null },
    { id: 3, name: 'Замечания', hidden: false, color: '#a61b1b' },
    { id: 4, name: 'Служебный', hidden: true, color: null },
  ];

  constructor() {
    this.fill(1, [
      ORGANISATIONS,
      ['ОРГ-001', 'МБОУ «СОШ № 1»', 'школа', '12'],
      ['ОРГ-002', 'МБОУ «Лицей»', 'школа', '7,5'],
    ]);
    this.fill(2, [
      MENTORS,
      ...Array.from({ length: 30 }, (_, i) => [
        `НСТ-${String(i + 1).padStart(3, '0')}`,
        `Иванова Мария ${i + 1}`,
        i % 2 ? 'ОРГ-001' : 'ОРГ-002',
        '01.09.2023',
        String(i),
      ]),
    ]);
    this.fill(3, [['Код', 'Замечание', 'Строка']]);
  }

  /** Tabs are gone: the book of the first run. */
  blank(): void {
    this.cells.clear();
    this.sheets.splice(0, this.sheets.length, { id: 0, name: 'Лист1', hidden: false, color: null });
    this.steps = { tabs: false, records: false, report: false };
  }

  view(): BookView {
    return {
      name: 'Наставничество: Оханский округ',
      folder: '/home/me/book',
      sheets: this.sheets,
      activeSheetId: this.sheets[0].id,
      menus: MENUS,
      today: this.today,
      moved: false,
      user: this.user,
      people: PEOPLE,
      save: { state: 'saved', words: '', at: Date.UTC(2024, 3, 20, 9, 5) },
      undo: { undo: '', redo: '' },
      steps: this.steps,
      recovered: this.recovered,
      seq: this.seq,
    };
  }

  perform(act: Act, tell: (event: BookEvent) => void): unknown {
    switch (act.kind) {
      case 'open':
        return this.view();
      case 'actAs':
        this.user = act.user;
        return this.view();
      case 'sheet':
        return {
          sheet: this.sheet(act.sheetId),
          rows: this.rows(act.sheetId, 0, ROWS),
          styles: { from: 0, list: [{}, { bold: true, background: '#ddebf7' }] },
        };
      case 'rows':
        return { rows: this.rows(act.sheetId, act.from, act.to), styles: { from: 0, list: [] } };
      case 'edit':
        act.values.forEach((line, r) => {
          line.forEach((text, c) => {
            this.cells.set(`${act.sheetId}:${act.row + r}:${act.column + c}`, text);
          });
        });
        return this.changed(act.sheetId, act.row, act.row + act.values.length, 'ввод', tell);
      case 'documents':
      case 'outbox':
      case 'runs':
      case 'versions':
        return [];
      case 'find':
        return { hits: [], total: 0 };
      case 'call':
        return { value: act.args };
      case 'save':
        return this.view().save;
      case 'answer':
      case 'stop':
        return null;
      case 'run':
      case 'sort':
      case 'resize':
      case 'insertRows':
      case 'deleteRows':
        return { seq: this.seq, undo: { undo: act.kind, redo: '' } };
      default:
        throw new Error(`Заглушка не умеет: ${act.kind}`);
    }
  }

  /** Rows are others now: an event, and what the act gives. */
  changed(sheetId: number, from: number, to: number, undo: string, tell: (event: BookEvent) => void): Done {
    const rows = this.rows(sheetId, from, to);
    const sheets = [{ kind: 'rows', sheetId, used: this.used(sheetId), rows } as const];
    tell({ type: 'changes', seq: ++this.seq, styles: { from: 2, list: [] }, sheets });
    return { seq: this.seq, undo: { undo, redo: '' } };
  }

  private fill(sheetId: number, lines: readonly (readonly string[])[]): void {
    lines.forEach((line, row) => {
      line.forEach((text, column) => {
        this.cells.set(`${sheetId}:${row}:${column}`, text);
      });
    });
  }

  private rows(sheetId: number, from: number, to: number): RowView[] {
    const rows: RowView[] = [];
    for (let r = from; r < Math.min(to, ROWS); r++) {
      const c = Array.from({ length: COLUMNS }, (_, column) => {
        const t = this.cells.get(`${sheetId}:${r}:${column}`);
        return t === undefined ? null : { t, ...(r === 0 ? { s: 1 } : {}) };
      });
      rows.push({ r, c });
    }
    return rows;
  }

  private used(sheetId: number): number {
    const rows = [...this.cells].filter(([key, text]) => key.startsWith(`${sheetId}:`) && text !== '');
    return Math.max(0, ...rows.map(([key]) => Number(key.split(':')[1]) + 1));
  }

  private sheet(sheetId: number): SheetView {
    const info = this.sheets.find(({ id }) => id === sheetId);
    if (!info) throw new Error('Этой вкладки больше нет.');
    return {
      ...info,
      rows: ROWS,
      columns: COLUMNS,
      used: this.used(sheetId),
      frozenRows: this.used(sheetId) > 0 ? 1 : 0,
      frozenColumns: 0,
      widths: Array.from({ length: COLUMNS }, (_, c) => (c === 1 ? 220 : 110)),
      heights: [],
      hiddenRows: [],
      hiddenColumns: [],
      merges: [],
      charts: [],
      protection:
        sheetId === 3
          ? {
              kind: 'warning',
              text: 'Эту вкладку заполняет программа. Изменить всё равно?',
              open: [{ row: 0, column: 2, rows: 200, columns: 1 }],
            }
          : null,
    };
  }
}

const item = (caption: string, run: string) => ({ kind: 'item', caption, run }) as const;

const MENUS: BookView['menus'] = [
  {
    caption: 'Наставничество',
    items: [
      item('Карточка…', 'openCard'),
      item('Построить отчёт по мониторингу', 'buildMonitoringReport'),
      {
        kind: 'submenu',
        caption: 'Напоминания',
        items: [item('Предпросмотр и отправка…', 'openLetters'), item('Включить', 'switchLettersOn')],
      },
      { kind: 'separator' },
      { kind: 'submenu', caption: 'Настройка', items: [item('Создать или обновить книгу', 'setUpWorkbook')] },
    ],
  },
];

const PEOPLE: BookView['people'] = [
  { user: 'coordinator@example.ru', who: 'Координатор' },
  { user: 'school1@example.ru', who: 'Куратор, МБОУ «СОШ № 1»' },
  { user: 'licey@example.ru', who: 'Куратор, МБОУ «Лицей»' },
];
