import { guessRule } from '../../../../src/domain/roadmap/import/guess-rule';
import { plan } from '../../../../src/domain/roadmap/plan';

test('every measure of the built-in plan has the rule that set-up gives it', () => {
  for (const row of plan) expect([row.number, guessRule(row)]).toEqual([row.number, row.rule]);
});

test.each([
  ['Издание приказов о назначении кураторов', '', true, 'приказ о назначении куратора'],
  ['Закрепление наставнических пар', 'Приказ', true, 'приказы о закреплении пар'],
  ['Разработка локальных нормативных актов', '', true, 'пакет документов ОО'],
  ['Сопровождение молодых педагогов', 'ИОМ', true, 'программы и ИОМ пар'],
  ['Проведение внутреннего мониторинга', '', true, 'форма мониторинга ОО'],
  ['Создание рубрики на официальном сайте', '', true, 'рубрика и материалы ОО'],
  ['Ведение реестра наставников', '', false, 'муниципальная база наставников'],
  ['Подготовка итогов', 'Аналитическая справка', false, 'аналитическая справка'],
  ['Методическое сопровождение кураторов', '', false, 'журнал поддержки'],
  // The same words mean another thing where the municipality does it, and some say nothing at all.
  ['Распространение лучших практик', '', false, 'практики выше уровня ОО'],
  ['Распространение лучших практик', '', true, 'рубрика и материалы ОО'],
  ['Проведение конкурса «Наставник года»', 'Протокол', false, 'вручную'],
  ['', '', true, 'вручную'],
])('«%s», «%s», every organisation: %s → %s', (name, result, everyOrganisation, rule) => {
  expect(guessRule({ name, result, everyOrganisation })).toBe(rule);
});
