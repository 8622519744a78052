import { type PointerEvent as Pressed, useState } from 'react';
import { step, wholeDay } from './day-hours';

interface Drawn {
  readonly from: number;
  readonly to: number;
}

interface DraggedIn {
  /** What has been dragged over so far. */
  readonly drawn: Drawn | undefined;
  readonly onPointerDown: (event: Pressed<HTMLElement>) => void;
}

/** Dragging over a free place of a day opens it; a press on an edge is left to the edge. */
export function useDraggedIn(onDrawn: (from: number, to: number) => void): DraggedIn {
  const [drawn, setDrawn] = useState<Drawn>();

  const onPointerDown = (event: Pressed<HTMLElement>) => {
    if (event.button !== 0 || (event.target as HTMLElement).closest('[role="slider"]')) return;
    event.preventDefault();
    const row = event.currentTarget;
    const start = minuteAt(row, event.clientX);
    let latest: Drawn | undefined;
    const move = (moved: PointerEvent) => {
      const at = minuteAt(row, moved.clientX);
      latest = { from: Math.min(start, at), to: Math.max(start, at) };
      setDrawn(latest.to > latest.from ? latest : undefined);
    };
    const end = () => {
      row.ownerDocument.removeEventListener('pointermove', move);
      setDrawn(undefined);
      if (latest && latest.to > latest.from) onDrawn(latest.from, latest.to);
    };
    row.ownerDocument.addEventListener('pointermove', move);
    row.ownerDocument.addEventListener('pointerup', end, { once: true });
  };

  return { drawn, onPointerDown };
}

function minuteAt(row: HTMLElement, x: number): number {
  const { left, width } = row.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (x - left) / width));
  return Math.round((share * wholeDay) / step) * step;
}
