/**
 * The trigger of an edit by itself. It runs at every keystroke's end, so the build evaluates only what it needs: this file
 * and what it imports, not the modules behind the menu.
 */

import { checkEdit } from './app/on-edit';
import { type EditEvent, editPorts } from './google/edit-event';

export function onEdit(event: EditEvent): void {
  checkEdit(editPorts(event));
}
