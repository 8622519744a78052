import CheckIcon from '@atlaskit/icon/core/check-circle';
import CircleIcon from '@atlaskit/icon/core/check-circle-unchecked';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import PauseIcon from '@atlaskit/icon/core/video-pause';
import PlayIcon from '@atlaskit/icon/core/video-play';
import WarningIcon from '@atlaskit/icon/core/warning';
import type { Appearance } from '@fettle/sla/domain/presentation';
import type { ComponentProps, ComponentType } from 'react';

type IconComponent = ComponentType<Pick<ComponentProps<typeof PlayIcon>, 'color' | 'label' | 'size' | 'testId'>>;

interface DrawnProps {
  readonly color?: string | undefined;
  readonly path: string;
}

const Drawn = ({ color = 'currentColor', path }: DrawnProps) => (
  <svg viewBox="0 0 16 16" width="12" height="12" fill="none" aria-hidden="true" style={{ color }}>
    <path d={path} stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

const MoonIcon: IconComponent = ({ color }) => (
  <Drawn color={color} path="M14 9.6A6.2 6.2 0 0 1 6.4 2 6.2 6.2 0 1 0 14 9.6Z" />
);

const SlashIcon: IconComponent = ({ color }) => (
  <Drawn color={color} path="M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5ZM3.6 3.6l8.8 8.8" />
);

/** The picture of each state; moon and slash are not among Atlaskit's. */
export const stateIcons: Readonly<Record<Appearance['icon'], IconComponent>> = {
  play: PlayIcon,
  warning: WarningIcon,
  cross: CrossIcon,
  pause: PauseIcon,
  moon: MoonIcon,
  check: CheckIcon,
  circle: CircleIcon,
  slash: SlashIcon,
};
