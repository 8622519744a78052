import type { Refusal } from '@fettle/rpc/contract';
import { Notice } from '../ui/notice';
import { loadedTexts } from './loaded-texts';
import { refusalTexts } from './refusal-texts';

interface RefusedProps extends Pick<Refusal, 'code'> {
  /** Asks once more; offered where the reason passes by itself. */
  readonly again?: () => void;
}

/** Why there is nothing to show. */
export function Refused({ code, again }: RefusedProps) {
  const { tone, title, text, passes } = refusalTexts[code];
  const retry = passes && again && { label: loadedTexts.tryAgain, act: again };
  return (
    <Notice tone={tone} title={title} {...(retry && { action: retry })}>
      {text}
    </Notice>
  );
}
