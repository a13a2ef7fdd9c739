import type { Host } from './host';

/** One run of a trigger's function. */
export interface Fired {
  readonly handler: string;
  /** null for simple triggers. */
  readonly uid: string | null;
  /** Milliseconds on the host's clock when it started. */
  readonly at: number;
  /** What the function threw; null when it ended well. */
  readonly error: unknown;
}

/** For whom and in which mode a function runs. */
export interface Execution {
  readonly uid: string | null;
  readonly authMode: string;
  /** The owner, under whose authority an installable trigger runs. */
  readonly owner?: string;
  /** true when nobody looks at the document. */
  readonly unattended?: boolean;
}

/** Runs a trigger's function. An error goes to the log, as live, and never to whoever set the trigger off. */
export function fire(host: Host, handler: string, event: object, execution: Execution): Fired {
  const { context, ui } = host;
  const at = host.clock.now();
  const before = { user: context.user, effectiveUser: context.effectiveUser, available: ui.available };
  context.effectiveUser = execution.owner;
  if (execution.unattended) {
    ui.available = false;
    if (execution.owner !== undefined) context.user = execution.owner;
  }
  let error: unknown = null;
  try {
    const project = host.project;
    if (!project) throw new Error('No project is loaded');
    project.run(handler, [event], execution.authMode);
  } catch (thrown) {
    error = thrown;
    host.log.push({ level: 'error', text: String(thrown), time: host.clock.now() });
  } finally {
    context.user = before.user;
    context.effectiveUser = before.effectiveUser;
    ui.available = before.available;
  }
  return { handler, uid: execution.uid, at, error };
}
