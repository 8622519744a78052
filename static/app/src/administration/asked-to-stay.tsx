import Button from '@atlaskit/button/new';
import { editingTexts } from './editing-texts';
import styles from './editor.module.css';
import type { Question } from './use-held-address';

/** Asks before something that is not saved is left, over whatever is shown. */
export const AskedToStay = ({ stay, leave }: Question) => (
  <div role="alert" className={styles.asked}>
    <span>{editingTexts.leave}</span>
    <Button spacing="compact" autoFocus onClick={stay}>
      {editingTexts.stay}
    </Button>
    <Button spacing="compact" appearance="subtle" onClick={leave}>
      {editingTexts.giveUp}
    </Button>
  </div>
);
