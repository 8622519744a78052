import { checkCalendar } from '@fettle/calendar/check-calendar';
import type { CalendarInUse } from '@fettle/calendar/contract';
import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { Problem } from '@fettle/rpc/contract';
import { useMemo, useState } from 'react';
import { ask } from '../../rpc/rpc';
import { type Saving, useSaving } from '../use-saving';
import { newCalendar } from './new-calendar';
import { texts } from './texts';

interface CalendarEdit {
  readonly draft: WorkingCalendar;
  /** The draft where it can be one; undefined while something in it is wrong. */
  readonly sound: WorkingCalendar | undefined;
  readonly isChanged: boolean;
  /** It was tried to be saved as it is. */
  readonly isTold: boolean;
  readonly saving: Saving;
  readonly problemAt: (place: string) => string | undefined;
  readonly change: (changed: Partial<WorkingCalendar>) => void;
  readonly save: () => void;
  readonly remove: () => void;
  /** After somebody else saved: theirs, or one's own to be saved over it. */
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

interface EditOf {
  readonly row: CalendarInUse | undefined;
  readonly timeZone: string;
  readonly onSaved: (id: string) => void;
  readonly onRemoved: () => void;
}

type Base = Pick<CalendarInUse, 'calendar'> & { readonly version: number | undefined };

/** A calendar as it is being edited: nothing is lost until it is saved or given up. */
export function useCalendarEdit({ row, timeZone, onSaved, onRemoved }: EditOf): CalendarEdit {
  const [base, setBase] = useState<Base>(row ?? { version: undefined, calendar: newCalendar(timeZone) });
  const [draft, setDraft] = useState(base.calendar);
  const [isTold, setTold] = useState(false);
  const { saving, save, clear } = useSaving();
  const checked = useMemo(() => checkCalendar(draft), [draft]);
  const problems = checked.ok ? unfitness(saving) : checked.reason;

  const rebase = async (withTheirs: boolean) => {
    const all = await allCalendars();
    const saved = all?.find(({ calendar }) => calendar.id === draft.id);
    if (!saved) return all && onRemoved();
    setBase(saved);
    if (withTheirs) setDraft(saved.calendar);
    clear();
  };

  const saveDraft = () => {
    setTold(true);
    if (!checked.ok) return;
    save(
      () => ask('saveCalendar', { calendar: draft, ...basedOn(base.version) }),
      (saved) => {
        setBase(saved);
        setDraft(saved.calendar);
        onSaved(saved.calendar.id);
      },
    );
  };

  return {
    draft,
    sound: checked.ok ? checked.value : undefined,
    isChanged: draft !== base.calendar,
    isTold,
    saving,
    problemAt: told(problems),
    change: (changed) => {
      setDraft({ ...draft, ...changed });
      if (saving.state !== 'idle' && saving.state !== 'saving') clear();
    },
    save: saveDraft,
    remove: () => save(() => ask('removeCalendar', { id: draft.id, basedOn: base.version ?? 1 }), onRemoved),
    takeTheirs: () => void rebase(true),
    keepMine: () => void rebase(false),
  };
}

const told =
  (problems: readonly Problem[]) =>
  (place: string): string | undefined =>
    problems.filter((problem) => problem.place === place).map(({ code }) => texts.problem(code))[0];

const basedOn = (version: number | undefined) => (version === undefined ? {} : { basedOn: version });

const unfitness = (saving: Saving): readonly Problem[] =>
  saving.state === 'refused' && saving.reason.code === 'unfit' ? saving.reason.problems : [];

/** As they are now; undefined where the app does not answer. */
async function allCalendars(): Promise<readonly CalendarInUse[] | undefined> {
  const reply = await ask('calendars', {}).catch(() => undefined);
  return reply?.ok ? reply.value.calendars : undefined;
}
