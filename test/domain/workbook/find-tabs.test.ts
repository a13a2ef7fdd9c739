import { copyOf, renamedFrom } from '../../../src/domain/workbook/find-tabs';
import { registryLayouts } from '../../../src/domain/workbook/registry-layout';

const documents = registryLayouts('Полный').find((l) => l.title === 'Документы')!;
const header = documents.columns.map((c) => c.title);

test.each([
  ['Наставники (копия)', 'Наставники'],
  ['Копия Наставники', 'Наставники'],
  ['Copy of Наставники', 'Наставники'],
  ['Копия листа Наставники', 'Наставники'],
  ['Наставники 2', 'Наставники'],
  ['Наставники', null],
  ['Наши наставники', null],
])('«%s» is a copy of %p', (title, original) => {
  expect(copyOf(title, ['Наставники', 'Документы'])).toBe(original);
});

test('a renamed tab is known by its identifier, then by its headers', () => {
  const tab = (title: string, id: number, row: readonly string[]) => ({ title, id, header: row });
  const whole = tab('Бумаги', 1, header);
  const half = tab('Черновик', 2, header.slice(0, 4));
  expect(renamedFrom(documents, [whole, half], undefined)).toEqual([whole]);
  expect(renamedFrom(documents, [whole, half], { id: 2, headers: [] })).toEqual([half]);
  expect(renamedFrom(documents, [whole, tab('Ещё', 3, header)], undefined)).toHaveLength(2);
  expect(renamedFrom(documents, [tab('Меню', 2, ['Суп'])], { id: 2, headers: [] })).toEqual([]);
});
