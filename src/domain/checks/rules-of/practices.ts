import type { Entry } from '../../registry/read';
import { foldUrl } from '../../text/fold';
import type { BookRule, RowRule } from '../rule';
import { isDraft, nameOf, text } from './values';

export const practiceRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'R-40',
    severity: 'error',
    title: 'нет согласия на распространение ПДн',
    instruction: 'Получите согласия и отметьте «да» или уберите из материала имена и фотографии.',
    tabs: ['practices'],
    columns: ['personal', 'consent'],
    check({ entry }, report) {
      const { personal, consent } = entry.values;
      if (personal !== true || consent === true || (consent === null && isDraft(entry))) return;
      report('consent', {
        message: 'Нет согласия на распространение ПДн.',
        expected: 'да, потому что материал содержит ПДн или фото',
      });
    },
  },
];

export const practiceRules: readonly BookRule[] = [
  {
    scope: 'book',
    code: 'R-38',
    severity: 'warning',
    title: 'ссылка не похожа на адрес сайта или повторяется',
    instruction: 'Проверьте адрес; если материал внесён дважды, лишнюю запись переведите в архив.',
    columns: ['link'],
    needs: [['practices', 'link']],
    check(book, report) {
      const known = new Map<string, Entry>();
      for (const entry of book.live('practices')) {
        const link = text(entry, 'link');
        if (link === '') continue;
        const key = foldUrl(link);
        const first = known.get(key);
        if (!first) known.set(key, entry);
        else
          report('practices', entry, 'link', {
            message: `Проверьте ссылку: такая же у ${nameOf(first)}.`,
            expected: 'адрес, которого нет у других практик',
          });
      }
    },
  },
];
