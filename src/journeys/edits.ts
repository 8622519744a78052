import type { WorkingCalendar } from '../calendar/working-calendar';
import type { Definition, Former } from '../sla/domain/definition';
import type { KnownStatuses } from '../sla/domain/status-categories';

/** A version of a calendar or a definition as it is written, or that there is none any more. */
export type Edit =
  | ({ readonly kind: 'calendar'; readonly id: string; readonly version: number; readonly at: string } & (
      | { readonly calendar: WorkingCalendar }
      | { readonly removed: true }
    ))
  | ({ readonly kind: 'service-level'; readonly id: string; readonly version: number; readonly at: string } & (
      | {
          readonly definition: Definition;
          readonly running: Former['running'];
          /** The statuses that the site had; absent where release 0.1.0 wrote it. */
          readonly statuses?: KnownStatuses | undefined;
        }
      | { readonly removed: true }
    ));

export type CalendarEdit = Extract<Edit, { kind: 'calendar' }>;
export type DefinitionEdit = Extract<Edit, { kind: 'service-level' }>;

/** What a row keeps of an edit, beside its kind, id and version. */
export function bodyOf(edit: Edit): Readonly<Record<string, unknown>> {
  const { at } = edit;
  if ('removed' in edit) return { removed: true, at };
  if ('calendar' in edit) return { ...edit.calendar, at };
  const { definition, running, statuses } = edit;
  return { ...definition, running, ...(statuses && { statuses }), at };
}

interface EditRow {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly body: unknown;
}

interface EditBody {
  readonly at?: string;
  readonly removed?: true;
  readonly running?: Former['running'];
  readonly statuses?: KnownStatuses;
}

/** The edit that a row tells of; what was set up says no instant and counts from `since`. */
export function editOf({ kind, id, version, body }: EditRow, since: string): Edit {
  const { at = since, removed, running = 'move', statuses, ...rest } = body as EditBody & Record<string, unknown>;
  const edit = { kind, id, version, at };
  if (removed) return { ...edit, removed } as Edit;
  if (kind === 'calendar') return { ...edit, calendar: rest as unknown as WorkingCalendar } as Edit;
  const { draft: _, ...definition } = rest;
  return { ...edit, definition: definition as unknown as Definition, running, statuses } as Edit;
}
