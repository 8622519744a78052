import { manifestExcess, resourceExcess } from '../../devsite/manifest-limits';
import type { AppReading } from './app-reading';
import type { Fault } from './fault';

/** More of something than an app may have, and names that it may not give. */
export const countFaults = ({ manifest, text, built }: AppReading): readonly Fault[] => [
  ...manifestExcess(manifest, text),
  ...resourceExcess(built),
];
