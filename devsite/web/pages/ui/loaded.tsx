import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { Skeleton } from './skeleton';
import type { Loading } from './use-loaded';

interface LoadedProps<Value> {
  readonly of: Loading<Value>;
  /** What could not be loaded, as the sentence names it: "the issues". */
  readonly what: string;
  /** The shape of what comes. */
  readonly frame?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** Draws what was asked for, or that it is on its way, or why it did not come. */
export function Loaded<Value>({ of, what, frame = <Skeleton rows={4} />, children }: LoadedProps<Value>) {
  if (of.state === 'loading') return frame;
  if (of.state === 'ready') return children(of.value);
  return (
    <SectionMessage
      appearance="error"
      title={`The site could not show ${what}`}
      actions={[
        <SectionMessageAction key="again" onClick={of.reload}>
          Try again
        </SectionMessageAction>,
      ]}
    >
      <p>{of.error.message} Nothing was lost.</p>
    </SectionMessage>
  );
}
