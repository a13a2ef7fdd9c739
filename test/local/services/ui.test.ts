import { createHost } from '../../../src/local/host/host';

function service() {
  const host = createHost({ now: '2024-03-01T00:00:00Z' });
  const Ui = host.wrap(host.ui.forContainer('SpreadsheetApp')) as GoogleAppsScript.Base.Ui;
  return { host, Ui, HtmlService: host.globals.HtmlService as GoogleAppsScript.HTML.HtmlService };
}

describe('menus', () => {
  test('items, separators and menus inside menus', () => {
    const { host, Ui } = service();
    const inner = Ui.createMenu('Отчёты').addItem('Справка', 'memo');
    Ui.createMenu('Наставничество').addItem('Проверить', 'check').addSeparator().addSubMenu(inner).addToUi();
    expect(host.ui.menus).toEqual([
      {
        title: 'Наставничество',
        addOn: false,
        items: [
          { kind: 'item', caption: 'Проверить', functionName: 'check' },
          { kind: 'separator' },
          {
            kind: 'submenu',
            menu: {
              title: 'Отчёты',
              addOn: false,
              items: [{ kind: 'item', caption: 'Справка', functionName: 'memo' }],
            },
          },
        ],
      },
    ]);
    expect(host.ui.functionAt('Наставничество', 'Проверить')).toBe('check');
    expect(host.ui.functionAt('Наставничество', 'Отчёты', 'Справка')).toBe('memo');
    expect(host.ui.functionAt('Наставничество', 'Отчёты')).toBeNull();
    expect(host.ui.functionAt('Нет', 'Проверить')).toBeNull();
  });

  test('a menu that is not added is not seen, and a new one replaces the old', () => {
    const { host, Ui } = service();
    Ui.createMenu('A').addItem('x', 'x');
    expect(host.ui.menus).toEqual([]);
    Ui.createMenu('A').addItem('x', 'first').addToUi();
    Ui.createAddonMenu().addItem('y', 'addOn').addToUi();
    Ui.createMenu('A').addItem('x', 'second').addToUi();
    expect(host.ui.menus.map((m) => m.title)).toEqual(['A', '']);
    expect(host.ui.functionAt('A', 'x')).toBe('second');
    expect(host.ui.functionAt('', 'y')).toBe('addOn');
  });
});

describe('questions', () => {
  test('unanswered: alerts are agreed to, prompts are closed', () => {
    const { Ui } = service();
    expect(Ui.alert('Готово')).toBe(Ui.Button.OK);
    expect(Ui.alert('Продолжить?', Ui.ButtonSet.YES_NO)).toBe(Ui.Button.YES);
    const response = Ui.prompt('Год?');
    expect([response.getSelectedButton(), response.getResponseText()]).toEqual([Ui.Button.CLOSE, '']);
  });

  test('answers come from the queue in their order', () => {
    const { host, Ui } = service();
    host.ui.answer('NO', { button: 'OK', text: '2024' }, (question) =>
      question.message.includes('Точно') ? 'CANCEL' : 'OK',
    );
    expect(Ui.alert('Справка', 'Заменить?', Ui.ButtonSet.YES_NO_CANCEL)).toBe(Ui.Button.NO);
    expect(Ui.prompt('Год?', Ui.ButtonSet.OK_CANCEL).getResponseText()).toBe('2024');
    expect(Ui.alert('Точно?', Ui.ButtonSet.OK_CANCEL)).toBe(Ui.Button.CANCEL);
    expect(host.ui.questions.map((q) => [q.kind, q.title, q.message, q.buttons, q.answer.button])).toEqual([
      ['alert', 'Справка', 'Заменить?', 'YES_NO_CANCEL', 'NO'],
      ['prompt', null, 'Год?', 'OK_CANCEL', 'OK'],
      ['alert', null, 'Точно?', 'OK_CANCEL', 'CANCEL'],
    ]);
  });

  test('an answer must be a button of the question', () => {
    const { host, Ui } = service();
    host.ui.answer('YES');
    expect(() => Ui.alert('Готово')).toThrow('The answer YES is not a button of «Готово» (OK)');
  });

  test('signatures', () => {
    const { Ui } = service();
    expect(() => (Ui as unknown as { alert(): void }).alert()).toThrow(
      /The parameters \(\) don't match the method signature/,
    );
    expect(() => Ui.showSidebar('<p>' as never)).toThrow(/The parameters \(String\) don't match/);
  });
});

describe('pages', () => {
  test('a side bar is 300 wide and titled by its page; dialogs by their call', () => {
    const { host, Ui, HtmlService } = service();
    Ui.showSidebar(HtmlService.createHtmlOutput('<p>1').setTitle('Панель').setWidth(500));
    Ui.showModalDialog(HtmlService.createHtmlOutput('<p>2').setWidth(400).setHeight(200), 'Окно');
    Ui.showModelessDialog(HtmlService.createHtmlOutput('<p>3'), 'Ещё');
    expect(host.ui.pages).toEqual([
      { kind: 'sidebar', title: 'Панель', content: '<p>1', width: 300, height: null },
      { kind: 'modal', title: 'Окно', content: '<p>2', width: 400, height: 200 },
      { kind: 'modeless', title: 'Ещё', content: '<p>3', width: null, height: null },
    ]);
    expect(host.ui.open?.title).toBe('Ещё');
  });
});

test('toasts and menus of the spreadsheet itself', () => {
  const { host } = service();
  host.ui.toast('Готово', 'Проверка', 3);
  host.ui.toast('Ещё');
  expect(host.ui.toasts.map((t) => [t.message, t.title, t.seconds])).toEqual([
    ['Готово', 'Проверка', 3],
    ['Ещё', '', 5],
  ]);
  host.ui.addMenu('Старое', [{ name: 'x', functionName: 'fx' }, null]);
  expect(host.ui.functionAt('Старое', 'x')).toBe('fx');
  host.ui.removeMenu('Старое');
  expect(host.ui.menus).toEqual([]);
});

test('no Ui where nobody looks at the document', () => {
  const { host } = service();
  host.ui.available = false;
  expect(() => host.ui.forContainer('SpreadsheetApp')).toThrow(
    'Cannot call SpreadsheetApp.getUi() from this context.',
  );
  host.ui.available = true;
  host.context.authMode = 'CUSTOM_FUNCTION';
  expect(() => host.ui.forContainer('DocumentApp')).toThrow(
    'Cannot call DocumentApp.getUi() from this context.',
  );
});
