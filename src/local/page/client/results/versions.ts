import type { VersionView } from '../../protocol';
import { choose, type Dialog } from '../dialogs/dialog';
import { button, element } from '../element';
import type { Connection } from '../link/connection';
import { attempt } from '../notices';
import { bytesOf, momentOf } from '../words/when';
import { words } from '../words/words';
import { openListing, table } from './listing';

/** Files of the book as they were; one of them can be made the book again. */
export function openVersions(connection: Connection, said: (words: string) => void): void {
  openListing(
    words.versions,
    () => connection.ask({ kind: 'versions' }),
    words.noVersions,
    (versions: readonly VersionView[], dialog) =>
      element(
        'div',
        {},
        table(
          words.versionHead,
          versions.map((one) => [
            momentOf(one.at),
            one.why,
            bytesOf(one.bytes, words.kilobytes),
            button(words.restore, () => void restore(one, dialog, connection, said)),
          ]),
        ),
        button(words.forget, () => void forget(dialog, connection, said), { class: 'quiet' }),
      ),
  );
}

/** After a change to codes they still hold the names. */
async function forget(dialog: Dialog, connection: Connection, said: (words: string) => void): Promise<void> {
  const yes = await choose(words.forgetTitle, words.forgetText, [
    { caption: words.cancel, value: false, main: true },
    { caption: words.forget, value: true },
  ]);
  if (!yes) return;
  const done = await attempt(async () => {
    await connection.askAfterEdits({ kind: 'save' });
    said(words.forgotten(await connection.askAfterEdits({ kind: 'forget' })));
  });
  if (done) dialog.close();
}

async function restore(
  version: VersionView,
  dialog: Dialog,
  connection: Connection,
  said: (words: string) => void,
): Promise<void> {
  const when = momentOf(version.at);
  const yes = await choose(words.restoreTitle, words.restoreText(when), [
    { caption: words.restore, value: true, main: true },
    { caption: words.cancel, value: false },
  ]);
  if (!yes) return;
  const done = await attempt(() => connection.askAfterEdits({ kind: 'restore', version: version.id }));
  if (!done) return;
  dialog.close();
  said(words.restored(when));
}
