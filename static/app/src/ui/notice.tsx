import Button from '@atlaskit/button/new';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type Tone = 'empty' | 'information' | 'warning' | 'error';

const icons = {
  information: <InformationIcon label="Information" color={token('color.icon.information')} />,
  warning: <WarningIcon label="Warning" color={token('color.icon.warning')} />,
  error: <ErrorIcon label="Error" color={token('color.icon.danger')} />,
};

interface NoticeProps {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly act: () => void };
}

/** A message about a whole section, and what can be done; light enough to be there before anything fails. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <section className={`${styles.notice} ${styles[tone]}`} aria-label={title}>
      {tone !== 'empty' && <span className={styles.icon}>{icons[tone]}</span>}
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        {children && <div>{children}</div>}
        {action && (
          <Button spacing="compact" onClick={action.act}>
            {action.label}
          </Button>
        )}
      </div>
    </section>
  );
}
