import type { Instant } from '@fettle/kernel/time';
import { type KeyboardEvent, useState } from 'react';
import { texts } from '../texts';
import styles from './axis-marks.module.css';
import type { MarkGroup } from './mark-groups';

interface AxisMarksProps {
  readonly groups: readonly MarkGroup[];
  readonly width: number;
  readonly when: (at: Instant) => string;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** What happened and who did it, on the track: one stop for the tab key, the arrows go from mark to mark. */
export function AxisMarks({ groups, width, when }: AxisMarksProps) {
  const [reached, setReached] = useState(0);
  const [focused, setFocused] = useState<number>();
  const [hovered, setHovered] = useState<number>();
  const stop = Math.min(reached, groups.length - 1);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') setFocused(undefined);
    const next = stop + (steps[event.key] ?? 0);
    if (next === stop || !groups[next]) return;
    event.preventDefault();
    setReached(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  const shown = groups[hovered ?? focused ?? -1];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label={texts.eventsOnAxis} onKeyDown={move}>
      {groups.map((group, i) => (
        <button
          key={group.x}
          type="button"
          className={styles.mark}
          style={{ insetInlineStart: group.x }}
          tabIndex={i === stop ? 0 : -1}
          aria-label={nameOf(group, when)}
          onFocus={() => {
            setReached(i);
            setFocused(i);
          }}
          onBlur={() => setFocused(undefined)}
          onMouseEnter={() => setHovered(i)}
          onMouseLeave={() => setHovered(undefined)}
        >
          {group.marks.length > 1 ? group.marks.length : ''}
        </button>
      ))}
      {shown && <Told group={shown} width={width} when={when} />}
    </div>
  );
}

const linesOf = ({ marks }: MarkGroup, when: AxisMarksProps['when']): readonly string[] =>
  marks.map(({ at, text, who }) => texts.event(when(at), text, who));

/** Begins with what is written on the mark, so that it can be called by that. */
function nameOf(group: MarkGroup, when: AxisMarksProps['when']): string {
  const lines = linesOf(group, when).join('; ');
  return group.marks.length > 1 ? texts.severalEvents(group.marks.length, lines) : lines;
}

/** The words of a mark, over it and within the drawing. */
function Told({ group, width, when }: { readonly group: MarkGroup } & Pick<AxisMarksProps, 'width' | 'when'>) {
  const side = group.x > width / 2 ? { insetInlineEnd: width - group.x } : { insetInlineStart: group.x };
  return (
    <div className={styles.told} style={side} aria-hidden="true">
      {linesOf(group, when).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
