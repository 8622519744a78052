import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { editingTexts } from '../editing-texts';
import editor from '../editor.module.css';
import styles from './dry-run.module.css';

interface FrameProps {
  readonly isLooking: boolean;
  readonly onLook: () => void;
  /** What was found, told as it comes. */
  readonly children: ReactNode;
  readonly below?: ReactNode;
}

/** What an edit would do, beside it, before it is saved. */
export const DryRunFrame = ({ isLooking, onLook, children, below }: FrameProps) => (
  <aside className={styles.dryRun} aria-label={editingTexts.dryRun.title}>
    <div className={editor.answer}>
      <h3 className={editor.heading}>{editingTexts.dryRun.title}</h3>
      <Button spacing="compact" isDisabled={isLooking} onClick={onLook}>
        {editingTexts.dryRun.look}
      </Button>
    </div>
    <div role="status" className={editor.section}>
      {children}
    </div>
    {below}
  </aside>
);
