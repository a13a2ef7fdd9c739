import type { cellDesk } from './cell-desk';
import type { Commands } from './commands';
import { openKeys } from './dialogs/keys';
import type { Find } from './find';
import type { Connection } from './link/connection';
import type { MenuDesk } from './menus/page-menus';
import { openDocuments } from './results/documents';
import { openOutbox } from './results/outbox';
import { openRuns } from './results/runs';
import { openVersions } from './results/versions';
import { chooseTheme, theme } from './theme';
import type { Tour } from './tour';

interface Parts {
  readonly connection: Connection;
  readonly commands: Commands;
  readonly cells: ReturnType<typeof cellDesk>;
  readonly find: Find;
  readonly tour: Tour;
  link(href: string): void;
  said(words: string): void;
}

/** What the menus of the page do. */
export function menuDesk({ connection, commands, cells, find, tour, link, said }: Parts): MenuDesk {
  return {
    ...cells,
    documents: () => openDocuments(connection, link),
    outbox: () => openOutbox(connection, link),
    runs: () => openRuns(connection),
    versions: () => openVersions(connection, said),
    save: () => void commands.save(),
    undo: () => void commands.undo('undo'),
    redo: () => void commands.undo('redo'),
    find: () => find.open(),
    firstSteps: () => tour.open(),
    keys: openKeys,
    theme: chooseTheme,
    currentTheme: theme,
    run: (name, caption) => void commands.run(name, caption),
  };
}
