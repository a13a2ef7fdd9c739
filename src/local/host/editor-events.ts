import { UserImpl } from '../services/user';
import { enumeration } from './enums';
import { type Fired, fire } from './fire';
import type { Host } from './host';

/** What a person did to cells. `value` and `oldValue` are there only for a single cell; `oldValue` not if it was empty. */
export interface EditEvent {
  /** The Range: an implementation, or the façade that a script would hold. */
  readonly range: object;
  readonly value?: unknown;
  readonly oldValue?: unknown;
}

/**
 * The person opens the document: the simple trigger onOpen, then the installable ones.
 * @param authMode NONE plays an add-on that is installed but not enabled here
 */
export function fireOnOpen(host: Host, authMode: 'LIMITED' | 'NONE' = 'LIMITED'): Fired[] {
  return both(host, 'onOpen', 'ON_OPEN', {}, authMode);
}

/** The person edits cells. Writes of scripts never come here. */
export function fireOnEdit(host: Host, edit: EditEvent): Fired[] {
  const { range, ...values } = edit;
  const known = Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined));
  return both(host, 'onEdit', 'ON_EDIT', { range: host.wrap(range), ...known }, 'LIMITED');
}

/**
 * The structure changed; only installable triggers hear of it.
 * @param changeType EDIT, INSERT_ROW, INSERT_COLUMN, REMOVE_ROW, REMOVE_COLUMN, INSERT_GRID, REMOVE_GRID, FORMAT or OTHER
 */
export function fireOnChange(host: Host, changeType: string): Fired[] {
  return installable(host, 'ON_CHANGE', { changeType });
}

function both(host: Host, simple: string, eventType: string, facts: object, authMode: string): Fired[] {
  const fired: Fired[] = [];
  if (host.project && Object.hasOwn(host.project.functions, simple)) {
    const event = { ...eventOf(host, authMode, ''), ...facts };
    fired.push(fire(host, simple, event, { uid: null, authMode }));
  }
  return [...fired, ...installable(host, eventType, facts)];
}

function installable(host: Host, eventType: string, facts: object): Fired[] {
  const document = host.spreadsheets.activeId;
  return host.triggers
    .all()
    .filter((t) => t.eventType === eventType && t.sourceId === document)
    .map(({ uid, handler, owner }) => {
      const event = { ...eventOf(host, 'FULL', host.context.user), ...facts, triggerUid: uid };
      return fire(host, handler, event, { uid, owner, authMode: 'FULL' });
    });
}

function eventOf(host: Host, authMode: string, user: string): object {
  return {
    authMode: enumeration('Script.AuthMode')[authMode],
    source: host.wrap(host.spreadsheets.active()),
    user: host.wrap(new UserImpl(user)),
  };
}
