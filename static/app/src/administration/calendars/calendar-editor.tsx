import type { CalendarInUse } from '@fettle/calendar/contract';
import { series } from '@fettle/kernel/names';
import type { Instant } from '@fettle/kernel/time';
import type { Host } from '../../host';
import { refusalTexts } from '../../rpc/refusal-texts';
import { useCall } from '../../rpc/use-call';
import { useSiteNow } from '../../sla/site-now';
import { Choice } from '../../ui/late-fields';
import { ReadOnly } from '../../ui/read-only';
import { TextInput } from '../../ui/text-input';
import { useUnsaved } from '../address';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import { EditorFoot } from '../editor-foot';
import { Removal } from '../removal';
import { WayBack } from '../way-back';
import { Ahead } from './ahead/ahead';
import { ExceptionSection } from './exceptions';
import { HolidaySection } from './holidays/holiday-section';
import { texts } from './texts';
import { useCalendarEdit } from './use-calendar-edit';
import { useOpenClocks } from './use-open-clocks';
import { WeekGrid } from './week/week-grid';

interface EditorProps {
  /** Absent for a new one. */
  readonly row: CalendarInUse | undefined;
  /** ISO instant. */
  readonly now: string;
  readonly host: Host;
  readonly onSaved: (id: string) => void;
  readonly onRemoved: () => void;
}

const noMilestones = (): readonly Instant[] => [];

/** One calendar: what it is, what it means for the weeks to come, and the way to save it. */
export function CalendarEditor({ row, now: told, host, onSaved, onRemoved }: EditorProps) {
  const edit = useCalendarEdit({ row, timeZone: host.timeZone, onSaved, onRemoved });
  const now = useSiteNow(told, noMilestones);
  const { draft, problemAt, change } = edit;
  useUnsaved(edit.isChanged);
  return (
    <>
      <header className={editor.section}>
        <WayBack label={texts.back} />
        <div className={editor.answer}>
          <h2>{draft.name || texts.add}</h2>
        </div>
      </header>
      <ReadOnly isOn={!host.isLicensed}>
        <Basics edit={edit} />
        <WeekGrid week={draft.week} problemAt={problemAt} onChange={(week) => change({ week })} />
      </ReadOnly>
      <Ahead calendar={edit.sound} now={now} timeZone={host.timeZone} />
      <ReadOnly isOn={!host.isLicensed}>
        <HolidaySection
          calendar={draft}
          year={new Date(now).getUTCFullYear()}
          problemAt={problemAt}
          onChange={change}
        />
        <ExceptionSection
          exceptions={draft.exceptions ?? []}
          problemAt={problemAt}
          onChange={(exceptions) => change({ exceptions })}
        />
      </ReadOnly>
      {row && <RemovalOf row={row} isLicensed={host.isLicensed} onRemove={edit.remove} />}
      <Foot edit={edit} row={row} isLicensed={host.isLicensed} />
    </>
  );
}

type Edit = ReturnType<typeof useCalendarEdit>;

function Basics({ edit: { draft, problemAt, change, isTold } }: { readonly edit: Edit }) {
  const { answer } = useCall('calendarChoices', {});
  const zones = answer.state === 'ready' ? answer.value.zones : [];
  const all = zones.includes(draft.timeZone) ? zones : [draft.timeZone, ...zones];
  return (
    <div className={editor.fields}>
      <TextInput
        label={texts.name}
        value={draft.name}
        problem={problemAt('name')}
        isTold={isTold}
        onChange={(name) => change({ name })}
      />
      <Choice
        label={texts.zone}
        value={draft.timeZone}
        options={all.map((zone) => ({ value: zone, label: zone }))}
        problem={problemAt('timeZone')}
        onChange={(timeZone) => change({ timeZone })}
      />
    </div>
  );
}

interface FootProps {
  readonly edit: Edit;
  readonly row: CalendarInUse | undefined;
  readonly isLicensed: boolean;
}

function Foot({ edit, row, isLicensed }: FootProps) {
  const clocks = useOpenClocks(row);
  const isUsed = (row?.usedBy.length ?? 0) > 0;
  return (
    <EditorFoot
      edit={edit}
      words={texts.save(isUsed, clocks)}
      isLicensed={isLicensed}
      isOwed={edit.isChanged}
      standing={edit.isChanged ? editingTexts.unsaved : editingTexts.unchanged}
      problem={edit.problemAt('') ?? (edit.isTold && !edit.sound ? refusalTexts.unfit.text : undefined)}
    />
  );
}

interface RemovalOfProps {
  readonly row: CalendarInUse;
  readonly isLicensed: boolean;
  readonly onRemove: () => void;
}

function RemovalOf({ row: { usedBy }, isLicensed, onRemove }: RemovalOfProps) {
  const by = series(
    usedBy.map(({ definition, goals }) => texts.use(definition, goals)),
    '; ',
  );
  return (
    <Removal
      title={texts.removal.title}
      help={by ? texts.removal.used(by) : texts.removal.unused}
      button={texts.removal.button}
      isDisabled={!isLicensed || usedBy.length > 0}
      onRemove={onRemove}
    />
  );
}
