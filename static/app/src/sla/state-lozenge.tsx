import Lozenge from '@atlaskit/lozenge';
import type { Appearance } from '@fettle/sla/domain/presentation';
import { stateIcons } from './state-icons';
import styles from './state-lozenge.module.css';

const colours = {
  blue: 'information',
  yellow: 'warning',
  red: 'danger',
  grey: 'neutral',
  green: 'success',
} as const;

/** A state as one word, one icon and one colour. */
export const StateLozenge = ({ appearance: { word, icon, colour, outline } }: { readonly appearance: Appearance }) => (
  <span className={outline ? styles.outline : styles.plain}>
    <Lozenge appearance={colours[colour]} iconBefore={stateIcons[icon]}>
      {word}
    </Lozenge>
  </span>
);
