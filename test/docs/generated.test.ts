import { readFileSync } from 'node:fs';
import { indicators } from '../../src/domain/monitoring/indicators';
import { settingDefinitions } from '../../src/domain/registry/settings';
import { tabs } from '../../src/domain/registry/tabs';
import { table } from '../../src/local/docs/markdown';
import { pages } from '../../src/local/docs/pages';

const made = pages();

test.each(Object.keys(made))('docs/%s is what `npm run docs` writes', (name) => {
  expect(readFileSync(`docs/${name}`, 'utf8')).toBe(made[name]);
});

test('every column, setting and indicator is on its page', () => {
  for (const tab of Object.values(tabs))
    for (const { title } of tab.columns) expect(made['data-model.md']).toContain(`| ${title} |`);
  for (const { title } of settingDefinitions) expect(made['data-model.md']).toContain(`| ${title} |`);
  for (const { name, formula } of indicators) {
    expect(made['indicators.md']).toContain(name);
    expect(made['indicators.md']).toContain(formula);
  }
});

test('no page has an undefined or broken row', () => {
  for (const text of Object.values(made)) {
    expect(text).not.toMatch(/undefined|\[object/);
    for (const block of text.split('\n\n').filter((part) => part.startsWith('|'))) {
      const widths = block
        .trim()
        .split('\n')
        .map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  }
});

test('a cell cannot end its row', () => {
  expect(table(['a'], [['x|y\nz']])).toBe('| a |\n| --- |\n| x\\|y<br>z |');
});
