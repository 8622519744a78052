import type { ReactNode } from 'react';
import { Notice } from '../ui/notice';
import { loadedTexts } from './loaded-texts';
import { Refused } from './refused';
import type { Called } from './use-call';

interface LoadedProps<Value> {
  readonly of: Called<Value>;
  /** The shape of what comes. */
  readonly frame: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** Draws what was asked for, or that it is on its way, or why it did not come. */
export function Loaded<Value>({ of: { answer, again }, frame, children }: LoadedProps<Value>) {
  const retry = { label: loadedTexts.tryAgain, act: again };
  switch (answer.state) {
    case 'loading':
      return frame;
    case 'failed':
      return (
        <Notice tone="error" title={loadedTexts.outage} action={retry}>
          {loadedTexts.nothingLost}
        </Notice>
      );
    case 'refused':
      return <Refused code={answer.reason.code} again={again} />;
    case 'ready':
      return (
        <>
          {answer.stale && <Notice tone="warning" title={loadedTexts.stale} action={retry} />}
          {children(answer.value)}
        </>
      );
  }
}
