import { Box, xcss } from '@atlaskit/primitives';
import type { KeyboardEvent, PointerEvent } from 'react';

const edge = xcss({
  width: 'space.100',
  flexShrink: '0',
  cursor: 'col-resize',
  borderInlineStartStyle: 'solid',
  borderInlineStartWidth: 'border.width',
  borderInlineStartColor: 'color.border',
  ':hover': { backgroundColor: 'color.background.neutral.subtle.hovered' },
});

const least = 360;
const most = 1_200;
const step = 40;
const steps: Readonly<Record<string, number>> = { ArrowLeft: step, ArrowRight: -step };
const within = (width: number): number => Math.min(most, Math.max(least, Math.round(width)));

interface DrawerEdgeProps {
  /** Pixels. */
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** The drawer's edge, dragged or moved by the arrow keys. */
export function DrawerEdge({ width, onResize }: DrawerEdgeProps) {
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(within(window.innerWidth - event.clientX));
  };
  const press = ({ key }: KeyboardEvent) => {
    const by = steps[key];
    if (by !== undefined) onResize(within(width + by));
  };
  return (
    <Box
      xcss={edge}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the drawer"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={(event: PointerEvent<HTMLElement>) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
