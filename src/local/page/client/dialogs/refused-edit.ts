import { element } from '../element';
import type { Refused } from '../link/post';
import { words } from '../words/words';
import { choose } from './dialog';

/** Why an edit was not taken, in the script's words; a block that was pasted can be copied out again. */
export async function refusedEdit(
  why: Refused['why'],
  said: string,
  values: readonly (readonly string[])[],
): Promise<void> {
  // A trigger that is stopped leaves the edit in the book; this one was broken off with the thread of the book.
  const reason = why === 'stopped' ? words.editStopped : said;
  const text = values.map((row) => row.join('\t')).join('\n');
  const box = element('div', {}, element('p', { class: 'said' }, reason));
  if (text !== '' && (values.length > 1 || (values[0]?.length ?? 0) > 1))
    box.append(
      element(
        'label',
        {},
        words.typed,
        element('textarea', { readonly: true, rows: Math.min(8, values.length) }, text),
      ),
    );
  await choose(words.editRefusedTitle, box, [{ caption: words.ok, value: true, main: true }]);
}
